// Lists a document as a yearly report: one with figures, or any that stands in the column 政府信息公开年报 or below it.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { PublicForm } from '../rules/public-form.ts'
import { reportYear } from '../rules/report-year.ts'

async function standsAmongReports(tx: Tx, columnIds: readonly string[]): Promise<boolean> {
  if (columnIds.length === 0) return false
  const { rows } = await sql<{ found: boolean }>`
    with recursive above as (
      select id, parent_id, kind from publication.site_column where id = any(${[...columnIds]}::uuid[])
      union
      select site_column.id, site_column.parent_id, site_column.kind from publication.site_column join above on above.parent_id = site_column.id
    )
    select exists (select from above where kind = 'annual-report') as found`.execute(tx)
  return rows[0]?.found ?? false
}

export async function saveYearlyReport(tx: Tx, form: PublicForm, listedOn: Day): Promise<void> {
  const { documentId, unitId, unitName, title, columnIds, report } = form
  await sql`delete from publication.yearly_report where document_id = ${documentId}`.execute(tx)
  if (!report && !(await standsAmongReports(tx, columnIds))) return
  await sql`
    insert into publication.yearly_report (document_id, unit_id, unit_name, year, scope, generation, cells)
    values (${documentId}, ${unitId}, ${unitName}, ${report?.year ?? reportYear(title, listedOn)}, ${report?.scope ?? null}, ${report?.generation ?? null},
      ${report ? JSON.stringify(report.cells) : null}::jsonb)`.execute(tx)
}
