// What the office keeps for itself, on a real database: notes only ever added to, watchers told as the people of the case, its own days in lists and reminders.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { reachOf, type By } from '../access/index.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { keepNote } from './actions/keep-note.ts'
import { registerApplication } from './actions/register-application.ts'
import { remindOfDue } from './actions/remind.ts'
import { setLegalityReview } from './actions/set-legality-review.ts'
import { setInternalDays } from './actions/set-internal-days.ts'
import { takeStep } from './actions/take-step.ts'
import { watch } from './actions/watch.ts'
import type { StepName } from './law/steps.ts'
import { stepsOf } from './queries/application.ts'
import { applications, type Question } from './queries/applications.ts'
import { notesOn } from './queries/internal.ts'
import type { StepInput } from './rules/facts.ts'
import { firstDueNotOver } from './rules/internal-dates.ts'
import { outcomeOf, shipped, staff, type HandOn, type Staff } from './fixtures.ts'

const seal = sealUnder(Buffer.alloc(32, 7))
const people: Staff = {
  lin: ['林知夏', 'information-officer'],
  he: ['何若川', 'section-head'],
  bao: ['包子琪', 'secrecy-reviewer'],
  fa: ['闻如砚', 'legal-reviewer'],
  main: ['周局长', 'main-leader'],
  eye: ['贺长风', 'inspector'],
}
let database: FreshDatabase
let county: SmallCounty
let by: HandOn

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  by = await staff(database, county, people)
})
afterAll(() => database.close())

const office = (on: string): By => ({
  ...as(county.keeper.actor.accountId, '公开办', grant('disclosure-office', county.government, [county.government, county.bureau])),
  at: new Date(`${on}T03:00:00Z`),
  today: day(on),
})

async function enter(on: string): Promise<{ id: string; number: string }> {
  const id = randomUUID()
  const identity = { name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '幸福路1号', phone: '', email: '', agent: '' }
  const asked = { id, unitId: county.bureau, channel: 'counter', arrivedOn: day(on), applicantKind: 'person', identity, subject: '学区划分依据', description: '学区划分的会议纪要', wishedForm: 'paper', delivery: 'post', needsHelp: false } as const
  return { id, number: must(await database.transaction((tx) => registerApplication(tx, by('lin', on), seal, asked))).number }
} // prettier-ignore

const step = (id: string, login: string, on: string, name: StepName, input: Partial<StepInput> = {}) =>
  database.transaction(async (tx) =>
    must(await takeStep(tx, by(login, on), { id, step: name, seen: (await stepsOf(tx, id)).length, input: { text: '', ...input } })),
  )

async function told(login: string, number: string): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select title from notices.notice where account_id = ${by(login, '2026-01-05').actor.accountId} and title like ${`%${number}`} order by created_at`.execute(
    database.db,
  )
  return rows.map(({ title }) => title.replace(`：${number}`, ''))
}

const remind = (on: string) => database.transaction((tx) => remindOfDue(tx, day(on), new Date(`${on}T00:30:00Z`)))

describe('a note', () => {
  it('is kept by those who work on the case, once, and shown newest first', async () => {
    const { id } = await enter('2026-03-02')
    const noteId = randomUUID()
    const keep = (login: string, text: string, one: string = randomUUID()) =>
      database.transaction((tx) => keepNote(tx, by(login, '2026-03-03'), { id, noteId: one, text }))
    must(await keep('lin', '档案室说三天后可查', noteId))
    must(await keep('lin', '档案室说三天后可查', noteId))
    must(await database.transaction((tx) => keepNote(tx, by('main', '2026-03-04'), { id, noteId: randomUUID(), text: '请抓紧' })))
    expect((await database.transaction((tx) => notesOn(tx, id))).map(({ text, byName }) => [text, byName])).toEqual([
      ['请抓紧', '周局长'],
      ['档案室说三天后可查', '林知夏'],
    ])
    expect(codesOf(await keep('lin', ' '))).toEqual(['words-missing'])
    expect(codesOf(await keep('eye', '检查'))).toEqual(['not-found'])
    expect(
      codesOf(
        await database.transaction((tx) =>
          keepNote(tx, { ...by('lin', '2026-03-03'), actor: county.stranger.actor }, { id, noteId: randomUUID(), text: '路过' }),
        ),
      ),
    ).toEqual(['not-found'])
  })
})

describe('whoever watches', () => {
  it('is told whose turn it is and what is late, until they watch no longer; a stranger cannot', async () => {
    const { id, number } = await enter('2026-03-02')
    const watching = (login: string, on: boolean) => database.transaction((tx) => watch(tx, by(login, '2026-03-02'), { id, watching: on }))
    must(await watching('main', true))
    must(await watching('main', true))
    await step(id, 'lin', '2026-03-03', 'decide', { outcome: outcomeOf('granted') })
    expect(await told('main', number)).toEqual(['请办理审核答复'])
    await step(id, 'he', '2026-03-04', 'approve-draft')
    expect(await told('main', number)).toEqual(['请办理审核答复', '请办理保密审查'])
    await remind('2026-03-31')
    expect((await told('main', number)).filter((title) => title === '答复已逾期')).toHaveLength(1)
    const listed = () =>
      database.transaction((tx) =>
        applications(
          tx,
          { tab: 'all', words: '', sort: 'due', watched: true },
          { actor: by('main', '2026-03-31').actor, reach: reachOf(by('main', '2026-03-31').actor, 'request.read'), today: day('2026-03-31') },
          { limit: 20, offset: 0 },
        ),
      )
    expect((await listed()).rows.map((row) => row.number)).toEqual([number])
    must(await watching('main', false))
    expect((await listed()).total).toBe(0)
    expect(
      codesOf(await database.transaction((tx) => watch(tx, { ...by('lin', '2026-03-03'), actor: county.stranger.actor }, { id, watching: true }))),
    ).toEqual(['not-found'])
  })
})

describe('the days that a unit keeps', () => {
  const set = (days: { draft: number; review: number; send: number } | null, who = office('2026-03-02')) =>
    database.transaction((tx) => setInternalDays(tx, who, county.bureau, days))
  const over = async (on: string, number: string): Promise<boolean> => {
    const ask: Question = { tab: 'all', words: number, sort: 'due', internallyOver: firstDueNotOver(day(on), shipped) }
    const { actor } = by('lin', on)
    return (
      (await database.transaction((tx) => applications(tx, ask, { actor, reach: reachOf(actor, 'request.read'), today: day(on) }, { limit: 5, offset: 0 })))
        .total === 1
    )
  }

  it('are set by the disclosure office in their order, and bind by the state of each case', async () => {
    // due on 30 March: drafted by the 18th, reviewed by the 24th
    const { id, number } = await enter('2026-03-02')
    expect(await over('2026-03-27', number)).toBe(false)
    expect(codesOf(await set({ draft: 8, review: 4, send: 2 }, by('main', '2026-03-02')))).toEqual(['not-found'])
    expect(codesOf(await set({ draft: 3, review: 4, send: 2 }))).toEqual(['internal-order'])
    must(await set({ draft: 8, review: 4, send: 2 }))
    expect([await over('2026-03-18', number), await over('2026-03-19', number)]).toEqual([false, true])
    await remind('2026-03-17')
    expect(await told('he', number)).not.toContain('内部拟稿期限已到')
    await remind('2026-03-18')
    await remind('2026-03-19')
    expect((await told('he', number)).filter((title) => title === '内部拟稿期限已到')).toHaveLength(1)
    await step(id, 'lin', '2026-03-19', 'decide', { outcome: outcomeOf('granted') })
    expect([await over('2026-03-24', number), await over('2026-03-25', number)]).toEqual([false, true])
    await remind('2026-03-24')
    expect(await told('he', number)).toContain('内部审核期限已到')
    must(await set(null))
    expect(await over('2026-03-25', number)).toBe(false)
  })
})

describe('the legality review', () => {
  const on = '2026-03-03'
  const want = (wanted: boolean, who = office(on)) => database.transaction((tx) => setLegalityReview(tx, who, county.bureau, wanted))
  const takes = async (id: string, login: string, name: StepName, input: Partial<StepInput> = {}): Promise<string[]> =>
    codesOf(
      await database.transaction(async (tx) =>
        takeStep(tx, by(login, on), { id, step: name, seen: (await stepsOf(tx, id)).length, input: { text: '', ...input } }),
      ),
    )
  const states = async (id: string): Promise<string[]> => (await database.transaction((tx) => stepsOf(tx, id))).map(({ to }) => to)
  async function draft(): Promise<{ id: string; number: string }> {
    const one = await enter('2026-03-02')
    await step(one.id, 'lin', on, 'decide', { outcome: outcomeOf('granted') })
    await step(one.id, 'he', on, 'approve-draft')
    return one
  }

  it('stands before the signature where the unit wanted it at the time of the draft, and tells the reviewer', async () => {
    const before = await draft()
    expect(codesOf(await want(true, by('main', on)))).toEqual(['not-found'])
    expect(codesOf(await database.transaction((tx) => setLegalityReview(tx, office(on), county.government, true)))).toEqual(['legal-reviewer-missing'])
    must(await want(true))
    const { id, number } = await draft()
    must(await want(false))

    await step(before.id, 'bao', on, 'pass-secrecy')
    await step(before.id, 'main', on, 'sign')
    expect(await told('fa', before.number)).toEqual([])

    await step(id, 'bao', on, 'pass-secrecy')
    expect((await states(id)).slice(-2)).toEqual(['signing', 'legality-reviewing'])
    expect([await told('fa', number), await told('main', number)]).toEqual([['请办理合法性审查'], ['请办理审核答复']])
    expect(await takes(id, 'main', 'sign')).toContain('wrong-state')
    expect(await takes(id, 'bao', 'pass-legality', { text: '同意' })).toEqual(['not-yours-to-do'])
    await step(id, 'fa', on, 'pass-legality', { text: '依据条款准确，同意。' })
    expect((await states(id)).at(-1)).toBe('signing')
    await step(id, 'main', on, 'sign')
    expect((await states(id)).at(-1)).toBe('signed')
  })

  it('is owed anew for what is drafted again, and not where the unit wants it no longer', async () => {
    must(await want(true))
    const { id } = await draft()
    await step(id, 'bao', on, 'pass-secrecy')
    await step(id, 'fa', on, 'pass-legality', { text: '同意。' })
    await step(id, 'main', on, 'return-from-signing', { text: '请补充理由' })
    const again = async (): Promise<void> => {
      await step(id, 'lin', on, 'decide', { outcome: outcomeOf('granted') })
      await step(id, 'he', on, 'approve-draft')
      await step(id, 'bao', on, 'pass-secrecy')
    }
    await again()
    expect((await states(id)).at(-1)).toBe('legality-reviewing')
    await step(id, 'fa', on, 'return-from-legality', { text: '条款有误' })
    must(await want(false))
    await again()
    expect((await states(id)).at(-1)).toBe('signing')
  })
})
