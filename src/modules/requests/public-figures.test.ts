// What everybody reads of the applications of a year, on a real database: the same count as the office's yearly table, guarded, of complete years alone.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import type { Reach } from '../../kernel/actor.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { putApplicationFigures } from '../publication/actions/put-application-figures.ts'
import { applicationFigures } from '../publication/queries/pages/application-figures.ts'
import { showFigures } from './actions/show-figures.ts'
import { countApplicationYears } from './jobs.ts'
import { outcomeNames, outcomeRows, type OutcomeName } from './law/outcomes.ts'
import { figureOfRow, formRows, type FormRow } from './law/yearly-form.ts'
import { alikeInFigures } from './queries/alike-in-figures.ts'
import { yearlyTally, yearOfUnits } from './queries/yearly.ts'
import { counts } from './rules/guarded-figures.ts'
import { yearlyTable } from './rules/yearly-table.ts'

const everywhere: Reach = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
let database: FreshDatabase
let county: SmallCounty

async function lay(times: number, unitId: string, received: string | null, outcome: OutcomeName | null, concluded: string | null, due: string | null = '2027-01-01'): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    const id = randomUUID()
    await sql`
      insert into requests.application (id, number, query_code_hash, unit_id, channel, applicant_kind, applicant_name, subject, description, wished_form, delivery, entered_at, state, steps,
        arrived_on, received_on, due_on, calendar_version, provisional, outcome, concluded_on, changed_at)
      values (${id}, ${id}, '\\x00', ${unitId}, 'counter', 'person', '某某', '某事项', '某事项', 'paper', 'post', now(), 'closed', 1,
        ${received ?? '2025-03-03'}, ${received}, ${due}, 'shipped', false, ${outcome}, ${concluded}, now())`.execute(database.db)
  }
} // prettier-ignore

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  const { bureau, town } = county
  await lay(5, bureau, '2025-03-03', 'granted', '2025-03-10')
  await lay(1, bureau, '2025-03-03', 'already-public', '2025-03-07', '2025-03-06')
  await lay(3, bureau, '2025-04-07', 'process', '2025-04-20')
  await lay(1, bureau, '2025-04-07', 'partial', '2025-04-20')
  await lay(3, bureau, '2025-12-15', 'not-held', '2026-01-12')
  await lay(1, town, '2025-05-06', 'withdrawn', '2025-05-07', null)
  await lay(1, town, null, null, null, null)
  await lay(9, town, '2026-05-06', 'granted', '2026-05-07')
})
afterAll(() => database.close())

describe('the figures that everybody reads', () => {
  it('know one figure for each row of the yearly table', () => {
    const rows = Object.keys(formRows) as FormRow[]
    expect(rows.filter((row) => figureOfRow(row) === 'other')).toEqual(['not-corrected', 'fee-unpaid', 'other'])
    expect(new Set(outcomeNames.map((name) => figureOfRow(outcomeRows[name].row))).size).toBe(6)
  })

  it('are, before they are guarded, the lines of the office’s table', async () => {
    const alike = await alikeInFigures(database.db, 2026)
    for (const year of [2025, 2026]) {
      const table = yearlyTable(await yearlyTally(database.db, everywhere, { year, unitId: undefined }))
      for (const figure of ['received', 'carried-over', 'granted', 'partial', 'total', 'carried-forward'] as const) {
        const counted = alike.filter((one) => counts(figure, year, one)).reduce((all, { count }) => all + count, 0)
        expect([year, figure, counted]).toEqual([year, figure, table[figure].all])
      }
    }
  })

  it('stand by unit as they stand of one unit asked alone', async () => {
    const { bureau, town } = county
    const tables = await yearOfUnits(database.db, [bureau, town], 2025)
    for (const unitId of [bureau, town]) {
      expect(tables.get(unitId)?.table).toEqual(yearlyTable(await yearlyTally(database.db, everywhere, { year: 2025, unitId })))
    }
    expect([bureau, town].map((unitId) => [tables.get(unitId)?.table.received.all, tables.get(unitId)?.table.total.all])).toEqual([
      [13, 10],
      [1, 1],
    ])
  })

  it('are written for complete years, guarded, and replaced when they are counted again', async () => {
    const clock = standingClock(new Date('2026-11-20T02:00:00Z'), 'Asia/Shanghai')
    expect(await countApplicationYears(database, clock)).toBe(1)
    expect(await database.transaction((tx) => showFigures(tx, clock.today(), clock.now()))).toBe(1)
    const rows = await applicationFigures(database.db)
    expect(rows.map(({ year, unitName }) => [year, unitName])).toEqual([[2025, null], [2025, '青岚县教育局'], [2025, '河口镇人民政府']]) // prettier-ignore
    // partial 1 and withdrawn 1 hide with what is nearest; 14 came in, 3 are carried forward, 11 are concluded
    expect(rows[0]?.figures).toMatchObject({ received: 14, 'carried-over': 0, total: 11, 'carried-forward': 3, partial: null, other: null, late: null })
    expect(rows.map(({ figures }) => figures.received)).toEqual([14, null, null])
    await database.transaction((tx) => putApplicationFigures(tx, [], clock.now()))
    expect(await applicationFigures(database.db)).toEqual([])
  })
})
