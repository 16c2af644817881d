// What the office may ask of the inbox. Read by the server, the OpenAPI page and the browser.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'

const id = z.uuid()
const instant = z.iso.datetime({ offset: true })

const notice = z.object({
  noticeId: id,
  kind: z.string(),
  title: z.string(),
  /** Page of the office: `/editions/…`. */
  link: z.string(),
  createdAt: instant,
  readAt: instant.nullable(),
})

const noticeFilters = {
  unread: z.stringbool().default(false),
  q: z.string().trim().max(100).optional(),
  sort: z.enum(['createdAt', '-createdAt']).default('-createdAt'),
}

export const listNotices = contract({
  method: 'GET',
  path: '/notices',
  title: '消息列表',
  may: 'signed-in',
  query: z.object({
    page: z.coerce.number().int().min(1).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
    ...noticeFilters,
  }),
  answer: z.object({ rows: z.array(notice), total: z.number().int() }),
})
export const exportNotices = contract({
  method: 'GET',
  path: '/notices.csv',
  title: '导出消息',
  may: 'signed-in',
  query: z.object(noticeFilters),
  answer: 'file',
})
export const getUnreadNotices = contract({
  method: 'GET',
  path: '/notices/unread',
  title: '未读消息数',
  may: 'signed-in',
  answer: z.object({ unread: z.number().int() }),
})
/** All of mine where no ids are given. */
export const putNoticesRead = contract({
  method: 'PUT',
  path: '/notices/read',
  title: '标为已读',
  may: 'signed-in',
  body: z.object({ noticeIds: z.array(id).max(1000).optional() }),
  answer: z.object({ unread: z.number().int() }),
})
