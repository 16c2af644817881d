// A report as it stands: its row, its cells and its text. Output, checks and references in the text read it through here.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { CellValue, ReportSheet, SheetCell, SheetPart } from '../rules/sheet.ts'

type Row = Omit<ReportSheet, 'cells' | 'parts'>

const columns = sql`
  report.id, round_id as "roundId", report.kind, report.year, report.unit_id as "unitId", unit_name as "unitName", scope, generation, origin, state,
  report.hand_in_by as "handInBy", publish_by as "publishBy", signed_by_name as "signedByName", signed_on as "signedOn", sealed_on as "sealedOn",
  document_id as "documentId", version`

interface CellRow {
  readonly reportId: string
  readonly key: string
  readonly stands: CellValue['stands']
  readonly figure: number | null
  readonly words: string
  readonly counted: number | null
  readonly reason: string
  readonly byName: string | null
  readonly changedAt: Date
}

function valueOf({ stands, figure, words }: Pick<CellRow, 'stands' | 'figure' | 'words'>): CellValue {
  if (stands === 'figure') return { stands, figure: figure ?? 0 }
  return stands === 'change' ? { stands, words } : { stands }
}

async function sheetsWhere(tx: Tx, where: RawBuilder<boolean>, lock = sql``): Promise<ReportSheet[]> {
  const { rows } = await sql<Row>`select ${columns} from reports.report where ${where} ${lock}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  const cells = await sql<CellRow>`
    select report_id as "reportId", key, stands, figure::float8 as figure, words, counted::float8 as counted, reason, by_name as "byName", changed_at as "changedAt"
    from reports.cell where report_id = any(${ids}::uuid[])`.execute(tx)
  const parts = await sql<SheetPart & { reportId: string }>`
    select report_id as "reportId", ordinal, title, body from reports.part where report_id = any(${ids}::uuid[]) order by report_id, ordinal`.execute(tx)
  const cellsOf = Map.groupBy(cells.rows, ({ reportId }) => reportId)
  const partsOf = Map.groupBy(parts.rows, ({ reportId }) => reportId)
  return rows.map((row) => ({
    ...row,
    cells: new Map(
      (cellsOf.get(row.id) ?? []).map(({ key, counted, reason, byName, changedAt, ...one }): [string, SheetCell] => [
        key,
        { value: valueOf(one), counted, reason, byName, changedAt },
      ]),
    ),
    parts: (partsOf.get(row.id) ?? []).map(({ ordinal, title, body }) => ({ ordinal, title, body })),
  }))
}

export async function sheetOf(tx: Tx, reportId: string): Promise<ReportSheet | undefined> {
  return (await sheetsWhere(tx, sql<boolean>`report.id = ${reportId}::uuid`))[0]
}

/** Held until the transaction ends, so that two hands do not write over each other. */
export async function lockSheet(tx: Tx, reportId: string): Promise<ReportSheet | undefined> {
  return (await sheetsWhere(tx, sql<boolean>`report.id = ${reportId}::uuid`, sql`for update`))[0]
}

/** In no order; whoever asks for many asks in pieces. */
export const sheetsOf = (tx: Tx, reportIds: readonly string[]): Promise<ReportSheet[]> =>
  sheetsWhere(tx, sql<boolean>`report.id = any(${[...reportIds]}::uuid[])`)
