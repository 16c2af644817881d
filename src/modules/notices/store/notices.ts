// Writes what officials are told, and that they have read it.
import { sql, type Generated } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

type NoticeTables = {
  'notices.notice': { id: Generated<string>; account_id: string; kind: string; title: string; link: string; created_at: Date; read_at: Generated<Date | null> }
}

export interface NoticeText {
  readonly kind: string
  readonly title: string
  readonly link: string
  readonly at: Date
}

export async function insertNotices(tx: Tx, accountIds: readonly string[], { kind, title, link, at }: NoticeText): Promise<void> {
  await tx
    .withTables<NoticeTables>()
    .insertInto('notices.notice')
    .values(accountIds.map((accountId) => ({ account_id: accountId, kind, title, link, created_at: at })))
    .execute()
}

/** Marks the unread notices of one person as read: those named, or all. */
export async function markRead(tx: Tx, accountId: string, noticeIds: readonly string[] | undefined, at: Date): Promise<void> {
  await tx
    .withTables<NoticeTables>()
    .updateTable('notices.notice')
    .set({ read_at: at })
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .$if(noticeIds !== undefined, (query) => query.where('id', '=', sql<string>`any(${[...(noticeIds ?? [])]}::uuid[])`))
    .execute()
}
