// The only writer of reports, their cells, their text and what was done with them.
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Generation } from '../law/forms/shape.ts'
import type { ReportOrigin, ReportScope, ReportState, RoundKind } from '../law/states.ts'
import type { ReportStepName } from '../law/steps.ts'
import type { CellValue } from '../rules/sheet.ts'

export interface NewReport {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly scope: ReportScope
  readonly origin: ReportOrigin
  readonly publishBy: Day | null
  readonly handInBy: Day | null
  readonly countsUnits: readonly string[]
}

export interface ReportsOf {
  readonly roundId: string | null
  readonly kind: RoundKind
  readonly year: number
  readonly generation: Generation | null
}

/** One statement, however many. */
export async function insertReports(tx: Tx, { roundId, kind, year, generation }: ReportsOf, reports: readonly NewReport[]): Promise<void> {
  await sql`
    insert into reports.report (id, round_id, kind, year, unit_id, unit_name, scope, generation, origin, state, hand_in_by, publish_by, counts_units)
    select (one ->> 'id')::uuid, ${roundId}::uuid, ${kind}, ${year}, (one ->> 'unitId')::uuid, one ->> 'unitName', one ->> 'scope', ${generation}, one ->> 'origin',
      'preparing', (one ->> 'handInBy')::date, (one ->> 'publishBy')::date, array(select jsonb_array_elements_text(one -> 'countsUnits')::uuid)
    from jsonb_array_elements(${JSON.stringify(reports)}::jsonb) one`.execute(tx)
}

export interface CellToSave {
  readonly reportId: string
  readonly key: string
  readonly value: CellValue
  readonly counted: number | null
  readonly reason: string
  /** Null: the system filled it. */
  readonly by: { readonly accountId: string; readonly name: string } | null
}

/** One statement, however many; who typed a cell stays beside it when only the count is renewed. */
export async function saveCells(tx: Tx, cells: readonly CellToSave[], at: Date): Promise<void> {
  if (cells.length === 0) return
  const column = <Value>(of: (cell: CellToSave) => Value): Value[] => cells.map(of)
  await sql`
    insert into reports.cell (report_id, key, stands, figure, words, counted, reason, by_account_id, by_name, changed_at)
    select report_id, key, stands, figure, words, counted, reason, by_account_id, by_name, ${at}
    from unnest(${column(({ reportId }) => reportId)}::uuid[], ${column(({ key }) => key)}::text[], ${column(({ value }) => value.stands)}::text[],
      ${column(({ value }) => (value.stands === 'figure' ? value.figure : null))}::numeric[],
      ${column(({ value }) => (value.stands === 'change' ? value.words : ''))}::text[],
      ${column(({ counted }) => counted)}::numeric[], ${column(({ reason }) => reason)}::text[],
      ${column(({ by }) => by?.accountId ?? null)}::uuid[], ${column(({ by }) => by?.name ?? null)}::text[])
      as cell (report_id, key, stands, figure, words, counted, reason, by_account_id, by_name)
    on conflict (report_id, key) do update set stands = excluded.stands, figure = excluded.figure, words = excluded.words, counted = excluded.counted,
      reason = excluded.reason, by_account_id = excluded.by_account_id, by_name = excluded.by_name, changed_at = excluded.changed_at`.execute(tx)
}

/** What the system counts now of cells that a person typed: everything else of them stands. */
export async function renewCounts(tx: Tx, reportId: string, counts: readonly { readonly key: string; readonly counted: number | null }[]): Promise<void> {
  if (counts.length === 0) return
  await sql`
    update reports.cell set counted = now.counted
    from unnest(${counts.map(({ key }) => key)}::text[], ${counts.map(({ counted }) => counted)}::numeric[]) as now (key, counted)
    where report_id = ${reportId} and cell.key = now.key`.execute(tx)
}

export interface PartToSave {
  readonly reportId: string
  readonly ordinal: number
  readonly title: string
  readonly body: string
  readonly byName: string | null
}

export async function saveParts(tx: Tx, parts: readonly PartToSave[], at: Date): Promise<void> {
  if (parts.length === 0) return
  await sql`
    insert into reports.part (report_id, ordinal, title, body, by_name, changed_at)
    select (one ->> 'reportId')::uuid, (one ->> 'ordinal')::smallint, one ->> 'title', one ->> 'body', one ->> 'byName', ${at}
    from jsonb_array_elements(${JSON.stringify(parts)}::jsonb) one
    on conflict (report_id, ordinal) do update set body = excluded.body, by_name = excluded.by_name, changed_at = excluded.changed_at`.execute(tx)
}

/** A page that is older than this is told so; `writer` is one of those who must not sign. */
export async function raiseVersion(tx: Tx, reportId: string, writer: string | null): Promise<void> {
  await sql`
    update reports.report set version = version + 1,
      written_by = case when ${writer}::uuid is null or ${writer}::uuid = any(written_by) then written_by else written_by || ${writer}::uuid end
    where id = ${reportId}`.execute(tx)
}

export interface StateToSave {
  readonly state: ReportState
  readonly origin?: ReportOrigin
  readonly signed?: { readonly byName: string | null; readonly on: Day | null }
  readonly sealedOn?: Day | null
}

/** `writer`: whoever asks for the signature does not give it. */
export async function saveState(tx: Tx, reportId: string, { state, origin, signed, sealedOn }: StateToSave, writer: string | null): Promise<void> {
  await sql`
    update reports.report set state = ${state}, version = version + 1, reminded = case when ${state} = 'returned' then 0 else reminded end,
      origin = coalesce(${origin ?? null}, origin),
      signed_by_name = case when ${signed !== undefined} then ${signed?.byName ?? null} else signed_by_name end,
      signed_on = case when ${signed !== undefined} then ${signed?.on ?? null}::date else signed_on end,
      sealed_on = case when ${sealedOn !== undefined} then ${sealedOn ?? null}::date else sealed_on end,
      written_by = case when ${writer}::uuid is null or ${writer}::uuid = any(written_by) then written_by else written_by || ${writer}::uuid end
    where id = ${reportId}`.execute(tx)
}

export interface StepToRecord {
  readonly step: ReportStepName | 'open' | 'fill'
  readonly note: string
}

/** With its place in the course of the report. `by` null: nobody, the rule. */
export async function recordStep(
  tx: Tx,
  reportIds: readonly string[],
  by: { readonly actor: Pick<Actor, 'accountId' | 'name'> } | null,
  { step, note }: StepToRecord,
  at: Date,
): Promise<void> {
  await sql`
    with turn as (update reports.report set steps = steps + 1 where id = any(${[...reportIds]}::uuid[]) returning id, steps)
    insert into reports.step_taken (report_id, ordinal, step, note, by_account_id, by_name, at)
    select id, steps, ${step}, ${note}, ${by?.actor.accountId ?? null}::uuid, ${by?.actor.name ?? '系统'}, ${at} from turn`.execute(tx)
}

export async function markReminded(tx: Tx, reportIds: readonly string[], stage: number): Promise<void> {
  await sql`update reports.report set reminded = ${stage} where id = any(${[...reportIds]}::uuid[])`.execute(tx)
}
