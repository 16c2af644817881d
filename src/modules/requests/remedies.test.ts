// Complaints, reconsiderations and lawsuits on a real database: entered once, carried on in order, counted, listed, reminded of.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import type { Reach } from '../../kernel/actor.ts'
import { calendarOf } from '../../kernel/calendar.ts'
import { day } from '../../kernel/day.ts'
import { shippedYears } from '../../law/holidays.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { createAccount, grantRole, type By } from '../access/index.ts'
import type { Role } from '../access/law/permissions.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { enterRemedy } from './actions/enter-remedy.ts'
import { remedyTerms } from './actions/recount-remedies.ts'
import { registerApplication } from './actions/register-application.ts'
import { remindOfRemedies } from './actions/remind.ts'
import { takeRemedyStep } from './actions/take-remedy-step.ts'
import type { RemedyKind, RemedyResult, RemedyStepName } from './law/remedy-cases.ts'
import { remedyColumnNames, remedyRowNames } from './law/yearly-form.ts'
import { remedies, remediesOf, type RemedyQuestion } from './queries/remedies.ts'
import { yearlyRemedies } from './queries/yearly-remedies.ts'
import { yearOfUnits } from './queries/yearly.ts'
import type { RemedyInput } from './rules/remedy-case.ts'
import { remedyTable } from './rules/yearly-remedies.ts'

const seal = sealUnder(Buffer.alloc(32, 7))
let database: FreshDatabase
let county: SmallCounty
const accounts = new Map<string, string>()

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  const guard = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
  await database.transaction(async (tx) => {
    for (const role of ['information-officer', 'leader-in-charge'] as const) {
      const { accountId } = must(await createAccount(tx, county.keeper, { login: role, name: role, password: 'Young-Willow-7' }))
      accounts.set(role, accountId)
      must(await grantRole(tx, guard, { accountId, role, unitId: county.bureau, sectionId: null, validFrom: day('2015-01-01'), validUntil: null }))
    }
  })
})
afterAll(() => database.close())

const by = (on: string, role: Role = 'information-officer', unit = county.bureau): By => ({
  ...as(accounts.get(role) ?? county.keeper.actor.accountId, role, grant(role, unit)),
  at: new Date(`${on}T03:00:00Z`),
  today: day(on),
})

async function request(on = '2025-01-06'): Promise<string> {
  const id = randomUUID()
  const identity = { name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '幸福路1号', phone: '', email: '', agent: '' }
  must(
    await database.transaction((tx) =>
      registerApplication(tx, by(on), seal, { id, unitId: county.bureau, channel: 'counter', arrivedOn: day(on), applicantKind: 'person', identity, subject: '学区划分依据', description: '学区划分的会议纪要', wishedForm: 'paper', delivery: 'post', needsHelp: false }),
    ),
  )
  return id
} // prettier-ignore

const enter = (id: string, kind: RemedyKind, on: string, change: Partial<RemedyInput> = {}, remedyId = randomUUID(), who = by(on)) =>
  database.transaction((tx) =>
    enterRemedy(tx, who, { id, remedyId, kind, input: { text: '撤销答复', day: day(on), body: '青岚县人民政府', number: '青政复〔2025〕8号', ...change } }),
  )

const entered = async (...told: Parameters<typeof enter>): Promise<string> => must(await enter(...told)).remedyId

const step = (id: string, remedyId: string, on: string, name: RemedyStepName, change: Partial<RemedyInput> = {}, seen?: number) =>
  database.transaction(async (tx) => {
    const steps = (await remediesOf(tx, id)).find((one) => one.id === remedyId)?.steps ?? 0
    return takeRemedyStep(tx, by(on), { id, remedyId, step: name, seen: seen ?? steps, input: { text: '写明', day: day(on), number: '决定1号', body: '某某中级人民法院', ...change } })
  }) // prettier-ignore

const one = async (id: string, remedyId: string) => (await database.transaction((tx) => remediesOf(tx, id))).find((row) => row.id === remedyId)
const everywhere: Reach = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }

describe('entering and carrying on', () => {
  it('keeps what was entered with its days, and enters the same one once', async () => {
    const id = await request()
    const remedyId = randomUUID()
    const twice = [1, 2].map(() => enter(id, 'reconsideration', '2025-03-03', { acceptedOn: day('2025-02-26') }, remedyId))
    expect((await Promise.all(twice)).map((answer) => must(answer).remedyId)).toEqual([remedyId, remedyId])
    expect(await database.transaction((tx) => remediesOf(tx, id))).toMatchObject([{ id: remedyId, state: 'received', steps: 1, dueOn: '2025-03-17', awaitedUntil: '2025-04-27', result: null }])
    const strange = await request()
    expect(codesOf(await enter(strange, 'reconsideration', '2025-03-03', {}, remedyId))).toEqual(['not-found'])
  }) // prettier-ignore

  it('runs to its end and keeps every step', async () => {
    const id = await request()
    const remedyId = await entered(id, 'lawsuit', '2025-03-03', { acceptedOn: day('2025-02-26'), number: '（2025）某行初12号' })
    must(await step(id, remedyId, '2025-03-10', 'defend'))
    expect(await one(id, remedyId)).toMatchObject({ state: 'answered', dueOn: null, awaitedUntil: '2025-08-26' })
    must(await step(id, remedyId, '2025-06-10', 'judge', { result: 'revoked' }))
    expect(await one(id, remedyId)).toMatchObject({ state: 'decided', result: 'revoked', concludedOn: '2025-06-10', awaitedUntil: '2025-06-25' })
    must(await step(id, remedyId, '2025-06-20', 'appeal'))
    expect(await one(id, remedyId)).toMatchObject({ state: 'appealed', result: null, concludedOn: null, body: '某某中级人民法院', awaitedUntil: '2025-09-22' })
    must(await step(id, remedyId, '2025-09-01', 'judge', { result: 'dismissed' }))
    must(await step(id, remedyId, '2025-09-10', 'close'))
    expect(await one(id, remedyId)).toMatchObject({
      state: 'closed',
      steps: 6,
      result: 'dismissed',
      concludedOn: '2025-09-01',
      dueOn: null,
      awaitedUntil: null,
    })
    const { rows } = await sql<{ step: string }>`select step from requests.remedy_step where remedy_id = ${remedyId} order by ordinal`.execute(database.db)
    expect(rows.map((row) => row.step)).toEqual(['sue', 'defend', 'judge', 'appeal', 'judge', 'close'])
  })

  it('gives one turn to one of two, and refuses what was read before it', async () => {
    const id = await request()
    const remedyId = await entered(id, 'complaint', '2025-03-03')
    const both = await Promise.all([step(id, remedyId, '2025-03-05', 'report', {}, 1), step(id, remedyId, '2025-03-05', 'report', {}, 1)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(codesOf(await step(id, remedyId, '2025-03-06', 'withdraw', {}, 1))).toEqual(['stale-remedy'])
  })

  it('writes nothing where it refuses', async () => {
    const id = await request()
    expect(codesOf(await enter(id, 'reconsideration', '2025-03-03', { number: '' }))).toEqual(['number-missing'])
    expect(await database.transaction((tx) => remediesOf(tx, id))).toEqual([])
  })

  it('knows through which reconsideration a lawsuit went, and keeps the two from running side by side', async () => {
    const id = await request()
    const first = await entered(id, 'reconsideration', '2025-03-03', { acceptedOn: day('2025-02-26') })
    expect(codesOf(await enter(id, 'lawsuit', '2025-03-10'))).toEqual(['reconsideration-pending'])
    must(await step(id, first, '2025-04-10', 'decide', { result: 'upheld' }))
    const second = await entered(id, 'lawsuit', '2025-04-20', { after: { reconsiderationId: first } })
    expect((await one(id, second))?.afterReconsideration).toBe(true)
    const other = await request()
    expect(codesOf(await enter(other, 'lawsuit', '2025-04-20', { after: { reconsiderationId: first } }))).toEqual(['reconsideration-unknown'])
  })

  it('is not there for another bureau, and not for who does not handle applications', async () => {
    const id = await request()
    const remedyId = await entered(id, 'complaint', '2025-03-03')
    expect(codesOf(await enter(id, 'complaint', '2025-03-03', {}, randomUUID(), by('2025-03-03', 'information-officer', county.government)))).toEqual([
      'not-found',
    ])
    expect(codesOf(await enter(id, 'complaint', '2025-03-03', {}, randomUUID(), by('2025-03-03', 'leader-in-charge')))).toEqual(['not-yours-to-do'])
    const elsewhere = { id: await request(), remedyId, step: 'report', seen: 1, input: { text: '写明', day: day('2025-03-05') } } as const
    expect(codesOf(await database.transaction((tx) => takeRemedyStep(tx, by('2025-03-05'), elsewhere)))).toEqual(['not-found'])
  })
})

describe('the fourth part of the yearly table', () => {
  const ended = async (kind: RemedyKind, received: string, result: RemedyResult, on: string, change: Partial<RemedyInput> = {}): Promise<void> => {
    const id = await request('2021-01-04')
    const remedyId = await entered(id, kind, received, change)
    must(await step(id, remedyId, on, kind === 'reconsideration' ? 'decide' : kind === 'lawsuit' ? 'judge' : 'settle', { result }))
  }
  const list = (ask: Partial<RemedyQuestion>) =>
    database.transaction((tx) => remedies(tx, { view: 'all', words: '', ...ask }, { reach: everywhere, today: day('2026-03-02') }, { limit: 100, offset: 0 }))

  it('counts each remedy in one cell, and each cell opens to what it counts', async () => {
    await ended('reconsideration', '2021-03-03', 'upheld', '2021-04-30')
    await ended('reconsideration', '2021-12-03', 'revoked', '2022-01-20')
    await ended('lawsuit', '2021-05-03', 'refused', '2021-06-30')
    await ended('lawsuit', '2021-05-03', 'dismissed', '2021-09-30', { after: { reconsiderationId: null } })
    await ended('complaint', '2021-05-03', 'rectified', '2021-06-30')
    const tables = await database.transaction(async (tx) => ({
      2020: remedyTable(await yearlyRemedies(tx, everywhere, { year: 2020, unitId: undefined })),
      2021: remedyTable(await yearlyRemedies(tx, everywhere, { year: 2021, unitId: county.bureau })),
      2022: remedyTable(await yearlyRemedies(tx, everywhere, { year: 2022, unitId: undefined })),
    }))
    expect(tables[2020].reconsideration.total).toBe(0)
    expect(tables[2021]).toEqual({
      reconsideration: { upheld: 1, corrected: 0, other: 0, open: 1, total: 2 },
      'lawsuit-direct': { upheld: 0, corrected: 0, other: 1, open: 0, total: 1 },
      'lawsuit-after': { upheld: 1, corrected: 0, other: 0, open: 0, total: 1 },
    })
    expect(tables[2022].reconsideration).toEqual({ upheld: 0, corrected: 1, other: 0, open: 0, total: 1 })
    for (const year of [2021, 2022] as const)
      for (const row of remedyRowNames)
        for (const column of remedyColumnNames) expect((await list({ cell: { year, row, column } })).total).toBe(tables[year][row][column])
    const byUnit = await database.transaction((tx) => yearOfUnits(tx, [county.bureau, county.town], 2021))
    expect([byUnit.get(county.bureau)?.remedies, byUnit.get(county.town)?.remedies]).toEqual([tables[2021], remedyTable([])])
    const nowhere: Reach = { everywhere: false, unitIds: [county.government], sectionIds: [], askedUnitIds: [] }
    expect(await database.transaction((tx) => yearlyRemedies(tx, nowhere, { year: 2021, unitId: undefined }))).toEqual([])
  })

  it('lists by kind, state, words and what is late', async () => {
    const id = await request('2026-01-05')
    const remedyId = await entered(id, 'lawsuit', '2026-02-09', { number: '（2026）某行初9号' })
    expect((await list({ view: 'late' })).rows.map((row) => row.id)).toContain(remedyId)
    expect((await list({ words: '行初9号', kind: 'lawsuit', state: 'received' })).rows.map((row) => row.id)).toEqual([remedyId])
    expect((await list({ words: '行初9号', kind: 'complaint' })).total).toBe(0)
    expect((await list({ words: '%' })).total).toBe(0)
  })
})

describe('the day for the answer', () => {
  const told = async (title: string): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from notices.notice where title like ${`${title}%`}`.execute(database.db)
    return rows[0]?.count ?? 0
  }
  const remind = (on: string) => database.transaction((tx) => remindOfRemedies(tx, day(on), new Date(`${on}T00:30:00Z`)))

  it('is reminded of before, on and after it, each once; an answer ends that', async () => {
    await sql`update requests.remedy set reminded = 3`.execute(database.db)
    const id = await request('2025-05-06')
    const remedyId = await entered(id, 'reconsideration', '2025-05-12') // due on Monday 26 May
    expect(await remind('2025-05-22')).toBe(0)
    expect(await remind('2025-05-23')).toBe(1)
    expect(await remind('2025-05-24')).toBe(0)
    expect(await remind('2025-05-26')).toBe(1)
    expect(await remind('2025-05-27')).toBe(1)
    expect([await told('复议答复、诉讼答辩即将到期'), await told('复议答复、诉讼答辩今天到期'), await told('复议答复、诉讼答辩已逾期')]).toEqual([1, 1, 2])
    must(await step(id, remedyId, '2025-05-28', 'answer'))
    expect(await remind('2025-05-29')).toBe(0)
  })

  it('moves with the calendar', async () => {
    const id = await request('2026-04-07')
    const remedyId = await entered(id, 'reconsideration', '2026-04-20') // ten working days past May Day
    expect((await one(id, remedyId))?.dueOn).toBe('2026-05-07')
    const plain = calendarOf(
      shippedYears.filter(({ year }) => year !== 2026),
      'without 2026',
    )
    const effect = await database.transaction((tx) => remedyTerms.effectOf(tx, plain, 100))
    expect(effect.rows).toContainEqual({
      what: expect.stringMatching(/^SQ2026-\d{6} 行政复议$/),
      unitName: expect.any(String),
      from: '2026-05-07',
      to: '2026-05-04',
    })
    await database.transaction((tx) => remedyTerms.apply(tx, plain))
    expect(await one(id, remedyId)).toMatchObject({ dueOn: '2026-05-04', provisional: true })
  })
})
