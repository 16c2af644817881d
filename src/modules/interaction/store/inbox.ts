// The inbox of the public side: the portal puts in, the worker takes out.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface InboxRow {
  readonly id: string
  readonly kind: string
  readonly body: unknown
  readonly receivedAt: Date
}

export async function putInInbox(tx: Tx, row: InboxRow): Promise<void> {
  await sql`insert into intake.inbox (id, kind, body, received_at) values (${row.id}, ${row.kind}, ${JSON.stringify(row.body)}::jsonb, ${row.receivedAt})`.execute(tx)
}

/** The oldest rows of a kind, taken out; another worker skips them meanwhile. */
export async function takeFromInbox(tx: Tx, kind: string, limit: number): Promise<readonly InboxRow[]> {
  const taken = await sql<InboxRow>`
    delete from intake.inbox where id in (select id from intake.inbox where kind = ${kind} order by received_at, id limit ${limit} for update skip locked)
    returning id, kind, body, received_at as "receivedAt"`.execute(tx)
  return taken.rows
}
