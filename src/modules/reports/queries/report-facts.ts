// What a report is held against besides itself: last year's, its round, who wrote it, what is outstanding below it.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { countedCells, type Counted } from '../rules/count-cells.ts'
import { movedSince } from '../rules/fill.ts'
import { formOf, checkSheet, type CheckedAgainst, type SheetFinding } from '../rules/sheet-checks.ts'
import type { ReportSheet } from '../rules/sheet.ts'
import { regionCells } from './region.ts'
import { sheetOf } from './sheet.ts'
import { factsOfReports } from './year-facts.ts'

export interface ReportMeta {
  readonly countsUnits: readonly string[]
  readonly writers: readonly string[]
  /** Units among those that it counts that have ended. */
  readonly tookOver: readonly string[]
}

export async function metaOf(tx: Tx, reportId: string): Promise<ReportMeta> {
  const { rows } = await sql<ReportMeta>`
    select counts_units as "countsUnits", written_by as writers,
      array(select unit.name from organization.unit where unit.id = any(report.counts_units) and unit.valid_until is not null and unit.id <> report.unit_id order by unit.name) as "tookOver"
    from reports.report where id = ${reportId}::uuid`.execute(tx)
  return rows[0] ?? { countsUnits: [], writers: [], tookOver: [] }
}

/** The report of the same unit and scope the year before, however it came in. */
export async function lastYearOf(tx: Tx, { unitId, year, scope, kind }: ReportSheet): Promise<ReportSheet | undefined> {
  if (kind !== 'yearly') return undefined
  const { rows } = await sql<{ id: string }>`
    select id from reports.report where unit_id = ${unitId}::uuid and kind = 'yearly' and year = ${year - 1} and scope = ${scope} and state <> 'replaced'
    order by state = 'accepted' desc, round_id is not null desc, id limit 1`.execute(tx)
  return rows[0] && sheetOf(tx, rows[0].id)
}

/** Own reports of the round that are not accepted. */
export async function outstandingIn(tx: Tx, roundId: string | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from reports.report where round_id = ${roundId}::uuid and scope = 'own' and state <> 'accepted'`.execute(tx)
  return rows[0]?.count ?? 0
}

/** What the system counts now, of an own report; nothing of a region, which is the sum of its units. */
export async function countedNow(tx: Tx, sheet: ReportSheet, { countsUnits }: ReportMeta): Promise<ReadonlyMap<string, Counted>> {
  const form = formOf(sheet)
  if (!form || sheet.scope === 'region' || countsUnits.length === 0) return new Map()
  const facts = (await factsOfReports(tx, [{ id: sheet.id, countsUnits }], { form, year: sheet.year })).get(sheet.id)
  return facts ? countedCells(form, sheet.year, facts) : new Map()
}

export interface CheckedSheet {
  readonly meta: ReportMeta
  readonly lastYear: ReportSheet | undefined
  readonly findings: readonly SheetFinding[]
}

export async function checkedSheet(tx: Tx, sheet: ReportSheet, today: Day): Promise<CheckedSheet> {
  const meta = await metaOf(tx, sheet.id)
  const lastYear = await lastYearOf(tx, sheet)
  const against: CheckedAgainst = {
    today,
    lastYear: lastYear ?? null,
    tookOver: meta.tookOver.length > 0,
    region: sheet.scope === 'region' && sheet.roundId !== null ? await regionCells(tx, sheet.roundId) : null,
    moved: movedSince(await countedNow(tx, sheet, meta), sheet.cells),
  }
  return { meta, lastYear, findings: checkSheet(sheet, against) }
}
