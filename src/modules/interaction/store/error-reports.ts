// Writes error reports and their answers.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { ErrorReport } from '../rules/error-report.ts'

/** A report that was taken in before is left as it is. */
export async function saveErrorReport(tx: Tx, report: Omit<ErrorReport, 'number'>): Promise<boolean> {
  const saved = await sql`
    insert into interaction.error_report (id, page, kind, description, contact, received_at)
    values (${report.id}, ${report.page}, ${report.kind}, ${report.description}, ${report.contact}, ${report.receivedAt}) on conflict (id) do nothing`.execute(
    tx,
  )
  return (saved.numAffectedRows ?? 0n) > 0n
}

export async function saveAnswer(tx: Tx, answer: { id: string; text: string; by: string; at: Date }): Promise<boolean> {
  const saved = await sql`
    update interaction.error_report set answer = ${answer.text}, answered_by = ${answer.by}, answered_at = ${answer.at} where id = ${answer.id}::uuid`.execute(
    tx,
  )
  return (saved.numAffectedRows ?? 0n) > 0n
}
