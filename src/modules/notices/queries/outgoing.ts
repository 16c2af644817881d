// What left by mail or text message, what waits and what was given up?
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { OutgoingChannel } from '../law/outgoing.ts'

export interface OutgoingRow {
  readonly outgoingId: string
  readonly channel: OutgoingChannel
  readonly kind: string
  readonly accountName: string | null
  readonly subject: string
  readonly createdAt: Date
  readonly nextTryAt: Date
  readonly tries: number
  readonly lastFault: string | null
  readonly sentAt: Date | null
  readonly givenUpAt: Date | null
}

export interface OutgoingQuestion {
  readonly state: 'waiting' | 'sent' | 'given-up' | 'all'
  readonly channel?: OutgoingChannel | undefined
  readonly kind?: string | undefined
  /** Part of the name of the recipient. */
  readonly words: string
  readonly limit: number
  readonly offset: number
}

const states = {
  waiting: sql`outgoing.sent_at is null and outgoing.given_up_at is null`,
  sent: sql`outgoing.sent_at is not null`,
  'given-up': sql`outgoing.given_up_at is not null`,
  all: sql`true`,
} as const

export async function outgoing(
  tx: Tx,
  { state, channel, kind, words, limit, offset }: OutgoingQuestion,
): Promise<{ rows: readonly OutgoingRow[]; total: number }> {
  const from = sql`from notices.outgoing left join access.account on account.id = outgoing.account_id
    where ${states[state]} and (${channel ?? null}::text is null or outgoing.channel = ${channel ?? null})
      and (${kind ?? null}::text is null or outgoing.kind = ${kind ?? null}) and (${words} = '' or strpos(account.name, ${words}) > 0)`
  const { rows } = await sql<OutgoingRow>`
    select outgoing.id as "outgoingId", outgoing.channel, outgoing.kind, account.name as "accountName", outgoing.subject, outgoing.created_at as "createdAt",
      outgoing.next_try_at as "nextTryAt", outgoing.tries, outgoing.last_fault as "lastFault", outgoing.sent_at as "sentAt", outgoing.given_up_at as "givenUpAt"
    ${from} order by outgoing.created_at desc, outgoing.id limit ${limit} offset ${offset}`.execute(tx)
  const count = await sql<{ total: number }>`select count(*) as total ${from}`.execute(tx)
  return { rows, total: count.rows[0]?.total ?? 0 }
}
