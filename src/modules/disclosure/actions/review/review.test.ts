// The record of a review on a real database: answers, referral, units named by the text, silence that escalates, rulings, emergencies.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { allNo, codesOf, county, layCounty, must, secrecy, units, type County, type Person } from '../../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../../test/database.ts'
import { calendarOf } from '../../../../kernel/calendar.ts'
import { day } from '../../../../kernel/day.ts'
import { shippedYears } from '../../../../law/holidays.ts'
import { confirmationsOf } from '../../queries/confirmations.ts'
import { readableEdition } from '../../queries/edition.ts'
import { tasksOf } from '../../queries/tasks.ts'
import { answersOf } from '../../queries/review/record.ts'
import { openProposals } from '../../queries/review/open-proposals.ts'
import type { GivenAnswer } from '../../rules/review/answers.ts'
import { answerQuestions } from './answer-questions.ts'
import { chaseReviews } from './chase.ts'
import { chooseLevels } from './choose-levels.ts'
import { reviewTerms } from './term-keeper.ts'

let database: FreshDatabase
let town: County
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  await sql`update organization.unit set short_name = '县财政局' where id = ${units.finance}`.execute(database.db)
  town = county(database)
})
afterAll(() => database.close())

const body = '<p>各学校：</p><p>助学资金由县财政局于月底前拨付。</p>'
const toReview = async (content: Parameters<County['draft']>[0] = {}): Promise<string> => {
  const editionId = await town.draft(content)
  must(await town.step('lin', 'submit', editionId))
  must(await town.step('he', 'approve-section', editionId))
  return editionId
}
const asked = { ...secrecy, units: { unitIds: [units.finance], question: '资金安排是否准确' } }
const chaseOn = (on: string): Promise<number> => database.transaction((tx) => chaseReviews(tx, { at: new Date(`${on}T01:00:00Z`), today: day(on) }))
const answer = async (login: Person, editionId: string, answers: readonly GivenAnswer[]) => {
  const by = await town.by(login)
  return database.transaction((tx) => answerQuestions(tx, by, { editionId, answers }))
}
const waits = async (login: Person, editionId: string): Promise<boolean> => {
  const { rows } = await tasksOf(database.db, (await town.by(login)).actor, 'waiting', {}, { limit: 100, offset: 0 })
  return rows.some((row) => row.editionId === editionId)
}

describe('the questions of the sheet', () => {
  it('are answered at each level, nothing is overwritten, the newest holds', async () => {
    const editionId = await town.draft()
    must(await answer('lin', editionId, [{ question: 'third-party', answer: 'yes', ground: 'third-party-agrees', note: '已取得书面同意' }]))
    expect(codesOf(await answer('cai', editionId, allNo))).toEqual(['not-found'])
    must(await town.step('lin', 'submit', editionId))
    must(await answer('he', editionId, [{ question: 'third-party', answer: 'uncertain' }]))
    must(await town.step('he', 'approve-section', editionId))
    expect(
      codesOf(
        await town.step('bao', 'pass-secrecy', editionId, { secrecy: secrecy.secrecy, review: allNo.filter(({ question }) => question !== 'third-party') }),
      ),
    ).toEqual(['review-uncertain'])
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    const kept = (await answersOf(database.db, editionId)).filter(({ question }) => question === 'third-party')
    expect(kept.map(({ round, level, answer: given, ground, byName, article }) => [round, level, given, ground, byName, article])).toEqual([
      [1, 'author', 'yes', 'third-party-agrees', '林知夏', 'ogi-2019/15'],
      [1, 'section', 'uncertain', null, '何若川', 'ogi-2019/15'],
      [1, 'secrecy', 'no', null, '包子琪', 'ogi-2019/15'],
    ])
  })

  it('answered against the release close the signature, whoever answers', async () => {
    const editionId = await toReview()
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    must(await answer('fen', editionId, [{ question: 'stability', answer: 'yes' }]))
    expect(codesOf(await town.step('fen', 'sign', editionId))).toEqual(['review-forbids'])
    must(await town.step('fen', 'return-from-signing', editionId, { opinion: '请删去第二段。' }))
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    // a new sheet begins without answers
    expect(codesOf(await town.step('bao', 'pass-secrecy', editionId, { secrecy: secrecy.secrecy }))).toEqual(['review-unanswered'])
  })

  it('cannot be changed or removed by the office’s login', async () => {
    const { openDatabase } = await import('../../../../platform/database/database.ts')
    const office = openDatabase({ url: database.officeUrl, name: 'office', poolSize: 1 })
    for (const table of ['review_answer', 'proposal_struck', 'confirmation_decision', 'referral_answer', 'proof_mark']) {
      await expect(sql`delete from disclosure.${sql.raw(table)}`.execute(office.db)).rejects.toThrow('permission denied')
    }
    await office.close()
  })
})

describe('what is uncertain', () => {
  it('goes to who can say, waits for the answer, and comes back with it', async () => {
    const editionId = await toReview()
    const unsure: readonly GivenAnswer[] = [{ question: 'state-secret', answer: 'uncertain' }]
    const referral = { kind: 'secrecy-administration', addressee: '青岚县国家保密局', matter: '是否属于工作秘密' } as const
    expect(codesOf(await town.step('bao', 'refer', editionId, { review: unsure }))).toEqual(['referral-missing'])
    expect(must(await town.step('bao', 'refer', editionId, { review: unsure, referral })).state).toBe('referred')
    const { rows } = await sql`select addressee, questions, due_on, provisional from disclosure.referral where edition_id = ${editionId}`.execute(database.db)
    // ten working days after Friday, 20 November
    expect(rows).toEqual([{ addressee: '青岚县国家保密局', questions: ['state-secret'], due_on: '2026-12-04', provisional: false }])
    expect(await waits('bao', editionId)).toBe(true)
    expect(await chaseOn('2026-12-03')).toBe(0)
    expect(await chaseOn('2026-12-04')).toBe(1)
    expect(await town.toldTo('bao')).toContain('报请确定已到期，请催问并登记答复：关于做好冬季校园取暖工作的通知')
    const answered = { day: '2026-11-20', answeredBy: '青岚县国家保密局', document: '青保函〔2026〕3号' }
    expect(codesOf(await town.step('bao', 'record-referral-answer', editionId, { referralAnswer: { ...answered, answers: [] } }))).toEqual([
      'referral-question-open',
    ])
    must(
      await town.step('bao', 'record-referral-answer', editionId, { referralAnswer: { ...answered, answers: [{ question: 'state-secret', answer: 'no' }] } }),
    )
    const rest = allNo.filter(({ question }) => question !== 'state-secret')
    must(await town.step('bao', 'pass-secrecy', editionId, { secrecy: secrecy.secrecy, review: rest }))
  })
})

describe('units that the text names', () => {
  it('are proposed, and nothing passes before each is asked or struck', async () => {
    const editionId = await toReview({ bodyHtml: body })
    expect((await openProposals(database.db, await town.by('bao'), editionId)).map(({ unitName }) => unitName)).toEqual(['青岚县财政局'])
    expect(codesOf(await town.step('bao', 'pass-secrecy', editionId, secrecy))).toEqual(['proposals-open'])
    must(await town.step('bao', 'pass-secrecy', editionId, { ...secrecy, struck: [{ unitId: units.finance, reason: '只引用已公开的规定' }] }))
    const { rows } = await sql`select found, reason, struck_by_name from disclosure.proposal_struck where edition_id = ${editionId}`.execute(database.db)
    expect(rows).toEqual([{ found: '县财政局', reason: '只引用已公开的规定', struck_by_name: '包子琪' }])
  })
})

describe('an asked unit that stays silent', () => {
  it('is reminded, its leader told, then the disclosure office asked to rule; silence never passes', async () => {
    await sql`delete from disclosure.chase`.execute(database.db)
    await sql`insert into access.role_grant (account_id, role, unit_id, valid_from, granted_at)
      select id, 'main-leader', ${units.finance}, '2026-01-01', now() from access.account where login = 'dai'`.execute(database.db)
    const editionId = await toReview({ title: '关于助学资金的通知', bodyHtml: body })
    must(await town.step('bao', 'ask-confirmation', editionId, asked))
    const [first] = await confirmationsOf(database.db, editionId)
    // five working days after Friday, 20 November
    expect([first?.round, first?.dueOn, first?.provisional]).toEqual([1, '2026-11-27', false])
    expect(await chaseOn('2026-11-25')).toBe(0)
    expect(await chaseOn('2026-11-26')).toBe(1)
    expect(await chaseOn('2026-11-26')).toBe(0)
    expect(await town.toldTo('cai')).toContain('会签将于2026-11-27到期，请答复：关于助学资金的通知')
    expect(await chaseOn('2026-11-30')).toBe(1)
    expect(await town.toldTo('dai')).toContain('会签逾期未答复，请督促答复：关于助学资金的通知')
    expect(codesOf(await town.step('gong', 'overrule-confirmation', editionId, { decision: { unitId: units.finance }, opinion: '可以公开' }))).toEqual([
      'nothing-to-decide',
      'unit-not-to-decide',
    ])
    expect(await waits('gong', editionId)).toBe(false)
    expect(await chaseOn('2026-12-02')).toBe(1)
    expect(await town.toldTo('gong')).toContain('会签逾期未答复，请裁定：关于助学资金的通知')
    expect(await waits('gong', editionId)).toBe(true)
    expect(await town.stateOf(editionId)).toBe('confirming')
    expect(codesOf(await town.step('bao', 'overrule-confirmation', editionId, { decision: { unitId: units.finance }, opinion: '可以公开' }))).toEqual([
      'not-yours-to-do',
    ])
    const ruled = must(await town.step('gong', 'overrule-confirmation', editionId, { decision: { unitId: units.finance }, opinion: '资金已公示，可以公开。' }))
    expect(ruled.state).toBe('signing')
    expect(await waits('gong', editionId)).toBe(false)
    expect(await chaseOn('2026-12-30')).toBe(0)
    must(await town.step('fen', 'sign', editionId))
  })
})

describe('a holiday notice that changes', () => {
  it('moves the open due days and nothing that is answered', async () => {
    const editionId = await toReview({ title: '关于假期的通知', bodyHtml: body })
    must(await town.step('bao', 'ask-confirmation', editionId, asked))
    const plain = calendarOf(shippedYears, 'plain')
    const off = calendarOf(
      shippedYears.map((row) => (row.year === 2026 ? { ...row, daysOff: [...row.daysOff, ['假', '11-25', '11-25'] as const] } : row)),
      'off',
    )
    const mine = (rows: readonly { what: string; from: string; to: string }[]) => rows.filter(({ what }) => what.endsWith('关于假期的通知'))
    expect(mine((await reviewTerms.effectOf(database.db, plain, 50)).rows)).toEqual([])
    expect(mine((await reviewTerms.effectOf(database.db, off, 50)).rows)).toEqual([
      { what: '会签答复：关于假期的通知', unitName: '青岚县教育局', from: '2026-11-27', to: '2026-11-30' },
    ])
    await database.transaction((tx) => reviewTerms.apply(tx, off))
    expect((await confirmationsOf(database.db, editionId))[0]?.dueOn).toBe('2026-11-30')
    expect(mine((await reviewTerms.effectOf(database.db, off, 50)).rows)).toEqual([])
    await database.transaction((tx) => reviewTerms.apply(tx, plain))
    must(await town.step('bao', 'return-from-confirming', editionId, { opinion: '先不发。' }))
  })
})

describe('an objection', () => {
  it('is ruled on by the disclosure office, or upheld and asked again in a new round', async () => {
    const editionId = await toReview({ title: '关于助学标准的通知', bodyHtml: body })
    must(await town.step('bao', 'ask-confirmation', editionId, asked))
    must(await town.step('cai', 'answer-confirmation', editionId, { answer: 'objected', opinion: '标准有误。' }))
    expect(codesOf(await town.step('gong', 'uphold-confirmation', editionId, { decision: { unitId: units.finance } }))).toEqual(['opinion-missing'])
    must(await town.step('gong', 'uphold-confirmation', editionId, { decision: { unitId: units.finance }, opinion: '按财政局意见改。' }))
    expect(await town.stateOf(editionId)).toBe('returned')
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    must(await town.step('bao', 'ask-confirmation', editionId, asked))
    expect(await waits('cai', editionId)).toBe(true)
    expect(must(await town.step('cai', 'answer-confirmation', editionId, { answer: 'agreed', opinion: '同意。' })).state).toBe('signing')
    expect((await confirmationsOf(database.db, editionId, 'all')).map(({ round, answer: given, decided }) => [round, given, decided])).toEqual([
      [1, 'objected', 'change'],
      [2, 'agreed', null],
    ])
  })

  it('is not ruled on by who wrote it', async () => {
    const editionId = await town.draft({ title: '办公室起草', bodyHtml: body }, 'gong')
    must(await town.step('gong', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    must(await town.step('bao', 'ask-confirmation', editionId, asked))
    must(await town.step('cai', 'answer-confirmation', editionId, { answer: 'objected', opinion: '不同意。' }))
    expect(codesOf(await town.step('gong', 'overrule-confirmation', editionId, { decision: { unitId: units.finance }, opinion: '可以' }))).toEqual(['own-work'])
  })
})

describe('an emergency', () => {
  it('skips the section, never the secrecy review and one signature; its paper is owed until it follows', async () => {
    await sql`delete from disclosure.chase`.execute(database.db)
    const editionId = await town.draft({ title: '关于山洪避险的紧急提示', important: true })
    expect(codesOf(await town.step('lin', 'submit-urgent', editionId))).toEqual(['urgent-order-missing'])
    must(await town.step('lin', 'submit-urgent', editionId, { urgent: { reason: '突发山洪', orderedBy: '冯远副局长' } }))
    expect(codesOf(await town.step('fen', 'publish', editionId))).toContain('secrecy-review-missing')
    expect(codesOf(await town.step('fen', 'sign', editionId))).toContain('wrong-state')
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    // one leader's signature is enough, though the matter is important
    must(await town.step('fen', 'sign', editionId, { opinion: '同意，立即发布。' }))
    must(await town.step('fen', 'publish', editionId))
    const { rows } = await sql`select reason, ordered_by, paper_due_on from disclosure.urgent_route where edition_id = ${editionId}`.execute(database.db)
    expect(rows).toEqual([{ reason: '突发山洪', ordered_by: '冯远副局长', paper_due_on: '2026-11-25' }])
    expect(await chaseOn('2026-11-26')).toBe(2)
    expect(await town.toldTo('he')).toContain('紧急发布的纸质审查表逾期未补：关于山洪避险的紧急提示')
    expect(codesOf(await town.step('lin', 'complete-paper', editionId))).toEqual(['signed-sheet-missing'])
    const { rows: sheets } = await sql<{ id: string }>`insert into disclosure.attachment (edition_id, role, name, media_type, bytes, sha256, added_by, added_at)
      select ${editionId}, 'signed-sheet', '审查表.jpg', 'image/jpeg', 1, 'x', author_id, now() from disclosure.edition where id = ${editionId} returning id`.execute(
      database.db,
    )
    must(await town.step('lin', 'complete-paper', editionId, { sheet: { attachmentId: sheets[0]?.id ?? '' } }))
    expect(codesOf(await town.step('lin', 'complete-paper', editionId, { sheet: { attachmentId: sheets[0]?.id ?? '' } }))).toEqual(['no-paper-owed'])
  })
})

describe('how a unit reviews', () => {
  it('is its own choice between two and four levels, with or without three readings', async () => {
    const keeper = await town.by('gong')
    const choose = (levels: 2 | 3 | 4, proofreading: boolean) =>
      database.transaction((tx) => chooseLevels(tx, keeper, { unitId: units.education, levels, proofreading }))
    must(await choose(2, true))
    const editionId = await town.draft()
    expect(codesOf(await town.step('lin', 'submit', editionId))).toEqual(['no-section-level'])
    expect(must(await town.step('lin', 'submit-to-secrecy', editionId)).state).toBe('secrecy-review')
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    expect(codesOf(await town.step('fen', 'sign', editionId))).toEqual(['proofs-missing'])
    for (const note of ['一校', '二校', '三校']) must(await town.step('he', 'proofread', editionId, { opinion: note }))
    expect(codesOf(await town.step('he', 'proofread', editionId))).toEqual(['no-proof-wanted'])
    must(await town.step('fen', 'sign', editionId))

    must(await choose(4, false))
    const next = await toReview()
    must(await town.step('bao', 'pass-secrecy', next, secrecy))
    expect(codesOf(await town.step('fen', 'sign', next))).toEqual(['main-leader-signs'])
    must(await town.step('fen', 'pass-to-main-leader', next))
    must(await town.step('zhu', 'sign-important', next))
    must(await choose(3, false))
    const stranger = await town.by('cai')
    expect(codesOf(await database.transaction((tx) => chooseLevels(tx, stranger, { unitId: units.finance, levels: 2, proofreading: false })))).toEqual([
      'not-allowed',
    ])
    expect(await readableEdition(database.db, stranger.actor, next)).toBeUndefined()
  })
})
