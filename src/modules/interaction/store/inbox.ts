// The inbox of the public side: the portal puts in; the worker takes each row over by the reaction of its kind.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface InboxRow {
  readonly id: string
  readonly kind: string
  readonly body: unknown
  readonly receivedAt: Date
}

export async function putInInbox(tx: Tx, row: InboxRow): Promise<void> {
  await sql`insert into intake.inbox (id, kind, body, received_at) values (${row.id}, ${row.kind}, ${JSON.stringify(row.body)}::jsonb, ${row.receivedAt})`.execute(
    tx,
  )
}
