// Writes what leaves by mail or text message: put in, sent, failed, given up, forgotten.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { OutgoingChannel, OutgoingKind } from '../law/outgoing.ts'

export interface NewOutgoing {
  readonly id: string
  readonly channel: OutgoingChannel
  readonly kind: OutgoingKind
  readonly accountId: string | null
  readonly subject: string
  readonly sealed: Buffer
}

export async function insertOutgoing(tx: Tx, rows: readonly NewOutgoing[], at: Date): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into notices.outgoing (id, channel, kind, account_id, subject, sealed, created_at, next_try_at)
    values ${sql.join(rows.map((row) => sql`(${row.id}, ${row.channel}, ${row.kind}, ${row.accountId}, ${row.subject}, ${row.sealed}, ${at}, ${at})`))}`.execute(
    tx,
  )
}

export interface Waiting {
  readonly id: string
  readonly subject: string
  readonly sealed: Buffer
  readonly tries: number
}

/** The message of this channel that has waited longest, locked for this transaction; one that another worker holds is passed over. */
export async function takeWaiting(tx: Tx, channel: OutgoingChannel, at: Date): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    select id, subject, sealed, tries from notices.outgoing
    where channel = ${channel} and sent_at is null and given_up_at is null and next_try_at <= ${at}
    order by next_try_at limit 1 for update skip locked`.execute(tx)
  return rows[0]
}

export async function markSent(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update notices.outgoing set sent_at = ${at}, sealed = null, tries = tries + 1, last_fault = null where id = ${id}`.execute(tx)
}

/** `next` undefined: given up, and the text is gone. */
export async function markFailed(tx: Tx, failure: { id: string; fault: string; next: Date | undefined; at: Date }): Promise<void> {
  const { id, fault, next, at } = failure
  await (
    next
      ? sql`update notices.outgoing set tries = tries + 1, last_fault = ${fault}, next_try_at = ${next} where id = ${id}`
      : sql`update notices.outgoing set tries = tries + 1, last_fault = ${fault}, given_up_at = ${at}, sealed = null where id = ${id}`
  ).execute(tx)
}

/** Brings the next try of a waiting message forward; false where it waits no longer. */
export async function hasten(tx: Tx, id: string, at: Date): Promise<boolean> {
  const done = await sql`update notices.outgoing set next_try_at = ${at} where id = ${id} and sent_at is null and given_up_at is null`.execute(tx)
  return (done.numAffectedRows ?? 0n) > 0n
}

export async function dropTraces(tx: Tx, before: Date): Promise<void> {
  await sql`delete from notices.outgoing where (sent_at is not null or given_up_at is not null) and created_at < ${before}`.execute(tx)
}

/** What each way out is called; undefined where it is not set up. */
export interface WaysOut {
  readonly mail: string | undefined
  readonly text: string | undefined
}

export async function saveWaysOut(tx: Tx, { mail, text }: WaysOut, at: Date): Promise<void> {
  await sql`
    insert into notices.way_out (mail_sender, text_gateway, told_at) values (${mail ?? null}, ${text ?? null}, ${at})
    on conflict (only_row) do update set mail_sender = excluded.mail_sender, text_gateway = excluded.text_gateway, told_at = excluded.told_at`.execute(tx)
}
