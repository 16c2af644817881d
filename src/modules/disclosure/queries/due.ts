// What is scheduled and due, and who scheduled it.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** One edition that is due and that no other worker holds, held until the transaction ends. */
export async function lockDue(tx: Tx, now: Date): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select edition.id from disclosure.edition join disclosure.document on document.id = edition.document_id
    where edition.state = 'signed' and edition.scheduled_for <= ${now}
    order by edition.scheduled_for limit 1 for update of document skip locked`.execute(tx)
  return rows[0]?.id
}

export async function schedulerOf(tx: Tx, editionId: string): Promise<{ accountId: string; name: string; role: string } | undefined> {
  const { rows } = await sql<{ accountId: string; name: string; role: string }>`
    select by_account_id as "accountId", by_name as name, role from disclosure.step_taken
    where edition_id = ${editionId} and step = 'schedule' order by id desc limit 1`.execute(tx)
  return rows[0]
}
