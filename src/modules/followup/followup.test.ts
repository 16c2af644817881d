// The follow-up of a result on a real database: set, opened, answered, closed, attached to the public page.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aText, codesOf, county, layCounty, must, today, units, type County } from '../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import type { Reach } from '../../kernel/actor.ts'
import { day, type Day } from '../../kernel/day.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { reachOf } from '../access/index.ts'
import { connectionsOf } from '../publication/queries/pages/connections.ts'
import { followUp } from './actions/follow-up.ts'
import { setSurvey } from './actions/set-survey.ts'
import { takeSurveyAnswer } from './actions/take-survey-answer.ts'
import { answersTo, surveyList, wordsTo } from './queries/surveys.ts'

const filled = { known: 'website', done: 'all', effect: 'good', content: 'mostly' }
const everywhere: Reach = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }

let database: FreshDatabase
let town: County
let documentId: string
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  documentId = await publishedDocument('青教发〔2026〕8号')
})
afterAll(() => database.close())

async function publishedDocument(documentNumber: string): Promise<string> {
  const published = await town.published({ ...aText, documentNumber })
  const { rows } = await sql<{ id: string }>`select document_id as id from disclosure.edition where id = ${published.editionId}`.execute(database.db)
  return rows[0]?.id ?? ''
}

const clockOn = (on: string) => standingClock(new Date(`${on}T02:00:00Z`), 'Asia/Shanghai')

async function set(plan: { months: number; days: number }, of = documentId, on: Day = today) {
  const by = { ...(await town.by('fen')), today: on }
  return database.transaction((tx) => setSurvey(tx, by, reachOf(by.actor, 'edition.publish'), { documentId: of, ...plan }))
}

const answerOn = (on: string, body: object, id = randomUUID()) => {
  const at = new Date(`${on}T02:00:00Z`)
  return database.transaction((tx) => takeSurveyAnswer(tx, { id, body, receivedAt: at }))
}

const shown = async (of = documentId) => (await connectionsOf(database.db, of)).survey

describe('a survey', () => {
  it('is set in months after publishing, and can be moved until it begins', async () => {
    expect(codesOf(await set({ months: 0, days: 100 }))).toEqual(['survey-months', 'survey-days'])
    must(await set({ months: 2, days: 7 }))
    expect(must(await set({ months: 3, days: 30 }))).toMatchObject({ opensOn: '2027-02-20', closesOn: '2027-03-21' })
    expect(await shown()).toEqual({ opensOn: '2027-02-20', closesOn: '2027-03-21', answers: null, counts: null })
    expect(codesOf(await set({ months: 4, days: 30 }, documentId, day('2027-02-20')))).toEqual(['survey-begun'])
  })

  it('is not set by whom it does not concern, nor of a document that is not public', async () => {
    const by = await town.by('ban')
    const foreign = await database.transaction((tx) => setSurvey(tx, by, reachOf(by.actor, 'edition.publish'), { documentId, months: 3, days: 30 }))
    expect(codesOf(foreign)).toEqual(['not-found'])
    const draft = await town.draft()
    const { rows } = await sql<{ id: string }>`select document_id as id from disclosure.edition where id = ${draft}`.execute(database.db)
    expect(codesOf(await set({ months: 3, days: 30 }, rows[0]?.id ?? ''))).toEqual(['not-found'])
  })

  it('is told of when it opens, once', async () => {
    expect(await followUp(database, clockOn('2027-02-19'))).toBe(0)
    expect(await followUp(database, clockOn('2027-02-20'))).toBe(1)
    expect(await followUp(database, clockOn('2027-02-21'))).toBe(0)
    expect((await town.toldTo('lin')).filter((title) => title.includes('调查'))).toEqual([`实施效果调查已开始：${aText.title}`])
  })

  it('takes answers on its days alone, whole ones alone, and each once', async () => {
    expect(codesOf(await answerOn('2027-02-19', { documentId, choices: filled }))).toEqual(['survey-not-open'])
    expect(codesOf(await answerOn('2027-03-22', { documentId, choices: filled }))).toEqual(['survey-not-open'])
    expect(codesOf(await answerOn('2027-02-20', { documentId: 'x', choices: filled }))).toEqual(['survey-not-open'])
    expect(codesOf(await answerOn('2027-02-20', { documentId, choices: { ...filled, done: 'constructor' } }))).toEqual(['question-unanswered'])
    expect(codesOf(await answerOn('2027-02-20', { documentId, choices: 'all' }))).toHaveLength(4)
    const twice = randomUUID()
    must(await answerOn('2027-02-20', { documentId, choices: filled, words: '门卫室还没有暖气' }, twice))
    must(await answerOn('2027-02-20', { documentId, choices: filled, words: '门卫室还没有暖气' }, twice))
    for (const done of ['all', 'part', 'not']) must(await answerOn('2027-03-21', { documentId, choices: { ...filled, done }, words: '' }))
    expect((await answersTo(database.db, documentId)).total).toBe(4)
    expect((await wordsTo(database.db, documentId)).map((one) => one.text)).toEqual(['门卫室还没有暖气'])
  })

  it('shows nothing while it is open, and its counts when it is over; the words stay inside', async () => {
    must(await answerOn('2027-03-20', { documentId, choices: filled, words: '很好' }))
    expect((await shown())?.answers).toBeNull()
    expect(await followUp(database, clockOn('2027-03-21'))).toBe(0)
    expect(await followUp(database, clockOn('2027-03-22'))).toBe(1)
    const survey = await shown()
    expect(survey).toMatchObject({ answers: 5, counts: { done: { all: 3, part: 1, not: 1, unclear: 0 } } })
    expect(JSON.stringify(survey)).not.toMatch(/门卫|很好/)
    expect(await town.toldTo('lin')).toContain(`实施效果调查已结束，收到 5 份：${aText.title}`)
    expect(codesOf(await set({ months: 12, days: 30 }, documentId, day('2027-04-01')))).toEqual(['survey-over'])
  })

  it('with fewer than five answers tells only how many there were', async () => {
    const other = await publishedDocument('青教发〔2026〕9号')
    must(await set({ months: 1, days: 7 }, other))
    for (let count = 0; count < 4; count += 1) must(await answerOn('2026-12-20', { documentId: other, choices: filled }))
    await followUp(database, clockOn('2026-12-27'))
    expect(await shown(other)).toMatchObject({ answers: 4, counts: null })
  })

  it('leaves the public page with its document, and ends quietly', async () => {
    const gone = await publishedDocument('青教发〔2026〕10号')
    must(await set({ months: 1, days: 7 }, gone))
    const { rows } = await sql<{ id: string }>`select live_edition_id as id from disclosure.document where id = ${gone}`.execute(database.db)
    must(await town.step('fen', 'withdraw', rows[0]?.id ?? '', { reason: 'duplicate', opinion: '重复' }))
    expect(await shown(gone)).toBeNull()
    expect(await followUp(database, clockOn('2027-01-30'))).toBe(1)
  })
})

describe('the list', () => {
  const list = async (reach: Reach, state: 'all' | 'closed' | 'waiting', on = '2027-04-01') =>
    (await surveyList(database.db, reach, { state, q: '' }, day(on), { limit: 20, offset: 0 })).rows.map((row) => row.answers)

  it('shows to each what they reach', async () => {
    expect(await list(everywhere, 'all')).toEqual([5, 4])
    expect(await list({ ...everywhere, everywhere: false, unitIds: [units.education] }, 'closed')).toEqual([5, 4])
    expect(await list({ ...everywhere, everywhere: false, unitIds: [units.finance] }, 'all')).toEqual([])
    expect(await list(everywhere, 'waiting')).toEqual([])
    expect(await list(everywhere, 'waiting', '2026-12-01')).toEqual([5, 4])
  })
})
