// Figures of a period, on a real database: by hand for a few applications, and each figure opens to just what it counts.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import type { Reach } from '../../kernel/actor.ts'
import { day } from '../../kernel/day.ts'
import { smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { requestFigureNames } from './law/figures.ts'
import { applications } from './queries/applications.ts'
import { requestFigureRows, unitNames } from './queries/figures.ts'
import { meanDays, shareInTime, sumOf } from './rules/figures.ts'

interface Row {
  readonly at: 'bureau' | 'other'
  readonly kind: string
  readonly channel: string
  readonly received: string | null
  readonly due: string | null
  readonly outcome?: string
  readonly concluded?: string
  readonly extended?: true
}

const told: readonly Row[] = [
  { at: 'bureau', kind: 'person', channel: 'counter', received: '2026-01-05', due: '2026-02-02', outcome: 'granted', concluded: '2026-01-15' },
  { at: 'bureau', kind: 'person', channel: 'online', received: '2026-01-12', due: '2026-02-09', outcome: 'not-held', concluded: '2026-02-12' },
  { at: 'bureau', kind: 'legal', channel: 'online', received: '2026-02-02', due: '2026-03-24', outcome: 'partial', concluded: '2026-03-24', extended: true },
  { at: 'bureau', kind: 'person', channel: 'fax', received: null, due: null },
  { at: 'bureau', kind: 'person', channel: 'counter', received: '2026-02-09', due: null, outcome: 'withdrawn', concluded: '2026-02-10' },
  { at: 'bureau', kind: 'person', channel: 'counter', received: '2026-03-16', due: '2026-04-14' },
  { at: 'other', kind: 'business', channel: 'counter', received: '2025-12-15', due: '2026-01-14', outcome: 'granted', concluded: '2026-01-14' },
]

const everywhere: Reach = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
const quarter = { from: day('2026-01-01'), until: day('2026-03-31') }

let database: FreshDatabase
let county: SmallCounty
let places: Record<Row['at'], string>

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  places = { bureau: county.bureau, other: county.government }
  await database.transaction(async (tx) => {
    for (const [at, { at: place, kind, channel, received, due, outcome, concluded, extended }] of told.entries())
      await sql`
        insert into requests.application (id, number, query_code_hash, unit_id, channel, applicant_kind, applicant_name, subject, description, wished_form, delivery, entered_at, state, steps,
          arrived_on, received_on, due_on, calendar_version, provisional, extended, outcome, concluded_on, changed_at)
        values (${randomUUID()}, ${`SQ2026-${at}`}, '\\x00', ${places[place]}, ${channel}, ${kind}, '某某', '某事项', '某事项', 'paper', 'post', now(), ${concluded ? 'closed' : 'in-progress'}, 1,
          ${received ?? '2026-03-02'}, ${received}, ${due}, 'shipped', false, ${extended ?? false}, ${outcome ?? null}, ${concluded ?? null}, now())`.execute(
        tx,
      )
  })
})
afterAll(() => database.close())

const counted = async (by: 'unit' | 'month' | 'kind' | 'channel' | 'outcome', reach = everywhere): Promise<Record<string, readonly number[]>> =>
  Object.fromEntries(
    (await requestFigureRows(database.db, reach, { ...quarter, by })).map((row) => [
      row.key,
      [...requestFigureNames.map((name) => row[name]), row.days, row.mostLate],
    ]),
  )

describe('the figures of a quarter', () => {
  it('stand by unit: received, concluded, in time, late, extended, days, most days late', async () => {
    expect(await counted('unit')).toEqual({ [places.bureau]: [5, 4, 2, 1, 1, 10 + 31 + 50 + 1, 3], [places.other]: [0, 1, 1, 0, 0, 30, 0] })
  })

  it('stand by month, each figure in the month of its own day', async () => {
    expect(await counted('month')).toEqual({
      '2026-01': [2, 2, 2, 0, 0, 40, 0],
      '2026-02': [2, 2, 0, 1, 0, 32, 3],
      '2026-03': [1, 1, 1, 0, 1, 50, 0],
    })
  })

  it('stand by kind, channel and outcome', async () => {
    expect(await counted('kind')).toEqual({ person: [4, 3, 1, 1, 0, 42, 3], legal: [1, 1, 1, 0, 1, 50, 0], business: [0, 1, 1, 0, 0, 30, 0] })
    expect(await counted('channel')).toEqual({ counter: [3, 3, 2, 0, 0, 41, 0], online: [2, 2, 1, 1, 1, 81, 3] })
    expect(await counted('outcome')).toEqual({ granted: [1, 2, 2, 0, 0, 40, 0], 'not-held': [1, 1, 0, 1, 0, 31, 3], partial: [1, 1, 1, 0, 1, 50, 0], withdrawn: [1, 1, 0, 0, 0, 1, 0], '': [1, 0, 0, 0, 0, 0, 0] }) // prettier-ignore
  })

  it('count nothing of a unit out of reach', async () => {
    expect(Object.keys(await counted('unit', { everywhere: false, unitIds: [places.other], sectionIds: [], askedUnitIds: [] }))).toEqual([places.other])
  })

  it('open to just what they count', async () => {
    const sum = sumOf(await requestFigureRows(database.db, everywhere, { ...quarter, by: 'unit' }))
    const asker = { actor: county.keeper.actor, reach: everywhere, today: day('2026-04-01') }
    for (const name of requestFigureNames) {
      const ask = { tab: 'all', words: '', sort: 'oldest', figure: { name, ...quarter } } as const
      expect((await applications(database.db, ask, asker, { limit: 50, offset: 0 })).total, name).toBe(sum[name])
    }
  })

  it('name their units', async () => {
    expect((await unitNames(database.db, [places.bureau])).map(({ name }) => name)).toEqual(['青岚县教育局'])
  })
})

describe('of what was counted', () => {
  const of = (inTime: number, late: number) => ({ 'in-time': inTime, late })
  it.each([
    [of(0, 0), null],
    [of(3, 0), 100],
    [of(2, 1), 66.7],
    [of(0, 4), 0],
  ])('%o is answered in time by %s percent', (row, share) => expect(shareInTime(row)).toBe(share))

  it.each([
    [{ days: 0, concluded: 0 }, null],
    [{ days: 92, concluded: 3 }, 30.7],
  ])('%o takes %s days on the mean', (row, mean) => expect(meanDays(row)).toBe(mean))
})
