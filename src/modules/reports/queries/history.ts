// The yearly reports of a unit through all years: what there is of each, and its figures.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Generation } from '../law/forms/shape.ts'
import type { ReportOrigin, ReportScope, ReportState } from '../law/states.ts'
import type { ReportFigure } from '../../../law/published-report.ts'
import type { YearFigure } from '../rules/print/charts.ts'
import type { ReportSheet } from '../rules/sheet.ts'

const unitWithin = ({ everywhere, unitIds }: Reach): RawBuilder<boolean> =>
  everywhere ? sql<boolean>`true` : sql<boolean>`unit.id = any(${[...unitIds]}::uuid[])`

/** Sections have no report of their own. */
const reports = sql`unit.kind <> 'section'`

export interface YearKept {
  readonly year: number
  readonly scope: ReportScope
  readonly origin: ReportOrigin
  readonly state: ReportState
  readonly reportId: string
  readonly isPublic: boolean
}

export interface UnitYears {
  readonly unitId: string
  readonly unitName: string
  readonly years: readonly YearKept[]
}

export interface YearsQuestion {
  readonly words: string
  readonly page: number
  readonly size: number
}

/** Units by their place in the tree's order, a page at a time, each with its years. */
export async function yearsOfUnits(tx: Tx, reach: Reach, { words, page, size }: YearsQuestion): Promise<{ rows: UnitYears[]; total: number }> {
  const shown = sql<boolean>`${unitWithin(reach)} and ${reports} and ${words === '' ? sql`true` : sql`unit.name ilike ${`%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`}`
  const [{ rows }, counted] = await Promise.all([
    sql<UnitYears>`
      with asked as (
        select unit.id, unit.name, row_number() over (order by unit.position, unit.name, unit.id) as place from organization.unit where ${shown}
        order by place limit ${size} offset ${(page - 1) * size}
      )
      select asked.id as "unitId", asked.name as "unitName", coalesce((
        select jsonb_agg(jsonb_build_object('year', report.year, 'scope', report.scope, 'origin', report.origin, 'state', report.state, 'reportId', report.id,
          'isPublic', listed.document_id is not null) order by report.year desc, report.scope)
        from reports.report left join publication.yearly_report listed on listed.document_id = report.document_id
        where report.unit_id = asked.id and report.kind = 'yearly' and report.state <> 'replaced'), '[]') as years
      from asked order by place`.execute(tx),
    sql<{ total: number }>`select count(*)::int as total from organization.unit where ${shown}`.execute(tx),
  ])
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export interface FiguresOfYear extends Omit<YearKept, 'isPublic'> {
  readonly generation: Generation
  readonly cells: Readonly<Record<string, ReportFigure>>
  /** The file that it was read from, and what was replaced. */
  readonly file: { readonly name: string; readonly at: string; readonly byName: string } | null
  readonly corrected: readonly { readonly key: string; readonly reason: string; readonly byName: string }[]
}

/** What is accepted or signed counts; of what is only being prepared, nothing is told. */
const settled = sql`report.state in ('accepted', 'submitted', 'signed')`

export async function figuresOfYears(tx: Tx, unitId: string, scope: ReportScope): Promise<FiguresOfYear[]> {
  const { rows } = await sql<FiguresOfYear>`
    select report.year, report.scope, report.origin, report.state, report.id as "reportId", report.generation,
      coalesce((select jsonb_object_agg(cell.key, case cell.stands when 'figure' then to_jsonb(cell.figure::float8) when 'change' then to_jsonb(cell.words)
        when 'not-applicable' then to_jsonb('/'::text) else 'null' end) from reports.cell where cell.report_id = report.id), '{}') as cells,
      (select jsonb_build_object('name', taken.file_name, 'at', taken.at, 'byName', step.by_name)
        from reports.taken_over taken join reports.step_taken step on step.report_id = taken.report_id and step.ordinal = 1
        where taken.report_id = report.id) as file,
      coalesce((select jsonb_agg(jsonb_build_object('key', cell.key, 'reason', cell.reason, 'byName', cell.by_name) order by cell.key)
        from reports.cell where cell.report_id = report.id and cell.reason <> ''), '[]') as corrected
    from reports.report where report.unit_id = ${unitId} and report.kind = 'yearly' and report.scope = ${scope} and report.generation is not null and ${settled}
    order by report.year desc, report.id`.execute(tx)
  return rows
}

/** Whether the unit is within reach, and its name. */
export async function unitInReach(tx: Tx, reach: Reach, unitId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    name: string
  }>`select unit.name from organization.unit where unit.id = ${unitId}::uuid and ${unitWithin(reach)} and ${reports}`.execute(tx)
  return rows[0]?.name
}

export interface Held {
  readonly reportId: string
  readonly origin: ReportOrigin
}

/** What is kept of this unit and year, held until the transaction ends. */
export async function lockHeld(tx: Tx, unitId: string, year: number, scope: ReportScope): Promise<Held | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`taken-over ${unitId} ${year} ${scope}`}::text, 0))`.execute(tx)
  const { rows } = await sql<Held>`
    select id as "reportId", origin from reports.report
    where unit_id = ${unitId} and kind = 'yearly' and year = ${year} and scope = ${scope} and state <> 'replaced' order by origin = 'taken-over' limit 1 for update`.execute(
    tx,
  )
  return rows[0]
}

export interface KeptFile {
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
}

export async function fileTakenOver(tx: Tx, reach: Reach, reportId: string): Promise<KeptFile | undefined> {
  const { rows } = await sql<KeptFile>`
    select taken.file_name as name, taken.media_type as "mediaType", taken.sha256
    from reports.taken_over taken join reports.report on report.id = taken.report_id join organization.unit on unit.id = report.unit_id
    where taken.report_id = ${reportId}::uuid and ${unitWithin(reach)}`.execute(tx)
  return rows[0]
}

/** Applications received by the unit, year by year up to this report's: for the chart of its course. */
export async function receivedByYear(tx: Tx, { unitId, scope, year }: Pick<ReportSheet, 'unitId' | 'scope' | 'year'>): Promise<YearFigure[]> {
  const { rows } = await sql<YearFigure>`
    select distinct on (report.year) report.year, cell.figure::float8 as figure
    from reports.report join reports.cell on cell.report_id = report.id and cell.key = case report.generation when 'A' then 'c1' else 'newReceived.total' end
    where report.unit_id = ${unitId}::uuid and report.kind = 'yearly' and report.scope = ${scope} and report.year between ${year - 9} and ${year}
      and report.state <> 'replaced' and cell.stands = 'figure'
    order by report.year, report.state = 'accepted' desc, report.id`.execute(tx)
  return rows
}
