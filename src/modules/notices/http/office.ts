// Answers the inbox: everybody sees and marks their own notices only.
import { csvOf } from '../../../kernel/csv.ts'
import { granted } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { noticeKinds } from '../law/kinds.ts'
import { inbox, unreadCount, type NoticeRow } from '../queries/inbox.ts'
import { markRead } from '../store/notices.ts'
import * as contract from './contract.ts'

const longestExport = 50_000

const shown = ({ createdAt, readAt, ...row }: NoticeRow) => ({ ...row, createdAt: createdAt.toISOString(), readAt: readAt?.toISOString() ?? null })

const titleOf = (kind: string): string => (kind in noticeKinds ? noticeKinds[kind as keyof typeof noticeKinds] : kind)

export const noticesRoutes: readonly OfficeRoute[] = [
  answer(contract.listNotices, async ({ tx, actor, query: { page, size, sort, unread, q } }) => {
    const { rows, total } = await inbox(tx, actor.accountId, { unread, q, oldestFirst: sort === 'createdAt', limit: size, offset: (page - 1) * size })
    return granted({ rows: rows.map(shown), total })
  }),
  answer(contract.exportNotices, async ({ tx, actor, query: { sort, unread, q } }) => {
    const { rows } = await inbox(tx, actor.accountId, { unread, q, oldestFirst: sort === 'createdAt', limit: longestExport, offset: 0 })
    const body = csvOf(
      ['时间', '类别', '内容', '阅读时间'],
      rows.map((row) => [row.createdAt.toISOString(), titleOf(row.kind), row.title, row.readAt?.toISOString() ?? '']),
    )
    return granted({ mediaType: 'text/csv; charset=utf-8', name: '消息.csv', body })
  }),
  answer(contract.getUnreadNotices, async ({ tx, actor }) => granted({ unread: await unreadCount(tx, actor.accountId) })),
  answer(contract.putNoticesRead, async ({ tx, actor, clock, body }) => {
    await markRead(tx, actor.accountId, body.noticeIds, clock.now())
    return granted({ unread: await unreadCount(tx, actor.accountId) })
  }),
]
