// What one person was told: a page of the inbox, and how much of it is unread.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface NoticeRow {
  readonly noticeId: string
  readonly kind: string
  readonly title: string
  readonly link: string
  readonly createdAt: Date
  readonly readAt: Date | null
}

export interface InboxQuestion {
  readonly unread: boolean
  readonly q?: string | undefined
  readonly oldestFirst: boolean
  readonly limit: number
  readonly offset: number
}

export async function inbox(
  tx: Tx,
  accountId: string,
  { unread, q, oldestFirst, limit, offset }: InboxQuestion,
): Promise<{ rows: NoticeRow[]; total: number }> {
  const which = sql`account_id = ${accountId} and (${!unread} or read_at is null) and (${q ?? ''} = '' or strpos(title, ${q ?? ''}) > 0)`
  const { rows } = await sql<NoticeRow>`
    select id as "noticeId", kind, title, link, created_at as "createdAt", read_at as "readAt"
    from notices.notice where ${which}
    order by created_at ${oldestFirst ? sql`asc` : sql`desc`}, id limit ${limit} offset ${offset}`.execute(tx)
  const count = await sql<{ total: number }>`select count(*) as total from notices.notice where ${which}`.execute(tx)
  return { rows, total: count.rows[0]?.total ?? 0 }
}

export async function unreadCount(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select count(*) as unread from notices.notice where account_id = ${accountId} and read_at is null`.execute(tx)
  return rows[0]?.unread ?? 0
}
