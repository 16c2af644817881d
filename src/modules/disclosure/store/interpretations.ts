// Writes until when a document owes its interpretation, and that it needs none.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface InterpretationDuty {
  readonly documentId: string
  readonly publishedOn: Day
  readonly dueOn: Day
  readonly provisional: boolean
  readonly calendarVersion: string
}

export async function insertDuty(tx: Tx, { documentId, publishedOn, dueOn, provisional, calendarVersion }: InterpretationDuty): Promise<void> {
  await sql`
    insert into disclosure.interpretation_duty (document_id, published_on, due_on, provisional, calendar_version)
    values (${documentId}, ${publishedOn}, ${dueOn}, ${provisional}, ${calendarVersion}) on conflict (document_id) do nothing`.execute(tx)
}

/** The clock's answer under another calendar. */
export async function moveDuty(tx: Tx, { documentId, dueOn, provisional, calendarVersion }: Omit<InterpretationDuty, 'publishedOn'>): Promise<void> {
  await sql`
    update disclosure.interpretation_duty set due_on = ${dueOn}, provisional = ${provisional}, calendar_version = ${calendarVersion}
    where document_id = ${documentId}`.execute(tx)
}

export async function markLateTold(tx: Tx, documentId: string, on: Day): Promise<void> {
  await sql`update disclosure.interpretation_duty set late_told_on = ${on}::date where document_id = ${documentId}`.execute(tx)
}

export async function saveWaiver(
  tx: Tx,
  waiver: { readonly documentId: string; readonly reason: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into disclosure.interpretation_waiver (document_id, reason, approved_by, approved_at)
    values (${waiver.documentId}, ${waiver.reason}, ${waiver.by}, ${waiver.at})
    on conflict (document_id) do update set reason = excluded.reason, approved_by = excluded.approved_by, approved_at = excluded.approved_at`.execute(tx)
}
