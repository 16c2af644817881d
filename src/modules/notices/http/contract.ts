// What the office may ask of the inbox. Read by the server, the OpenAPI page and the browser.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { outgoingChannels, outgoingKinds, type OutgoingChannel, type OutgoingKind } from '../law/outgoing.ts'

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

const nothing = z.object({})

/** What the sender is called is null where no mail server is set. */
const ownAddress = z.object({ sender: z.string().nullable(), address: z.string().nullable(), pendingAddress: z.string().nullable() })
export const getMailAddress = contract({ method: 'GET', path: '/mail-address', title: '本人的提醒邮箱', may: 'signed-in', answer: ownAddress })
export const putMailAddress = contract({
  method: 'PUT',
  path: '/mail-address',
  title: '填写本人的提醒邮箱；确认码发到该邮箱',
  may: 'signed-in',
  body: z.object({ address: z.email('请填写完整的邮箱，例如 lin@example.gov.cn').trim().max(200) }),
  answer: ownAddress,
})
export const putMailAddressProof = contract({
  method: 'PUT',
  path: '/mail-address/proof',
  title: '用确认码确认提醒邮箱',
  may: 'signed-in',
  body: z.object({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, '确认码是 6 位数字'),
  }),
  answer: ownAddress,
})
export const deleteMailAddress = contract({ method: 'DELETE', path: '/mail-address', title: '关闭本人的邮件提醒', may: 'signed-in', answer: ownAddress })

const kindNames = Object.keys(outgoingKinds) as [OutgoingKind, ...OutgoingKind[]]
const channelNames = Object.keys(outgoingChannels) as [OutgoingChannel, ...OutgoingChannel[]]
const outgoingFilters = {
  state: z.enum(['waiting', 'sent', 'given-up', 'all']).default('waiting'),
  channel: z.enum(channelNames).optional(),
  kind: z.enum(kindNames).optional(),
  q: z.string().trim().max(100).default(''),
}
export const listOutgoing = contract({
  method: 'GET',
  path: '/outgoing',
  title: '发件箱',
  may: 'outgoing.manage',
  query: z.object({ page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20), ...outgoingFilters }),
  answer: z.object({
    /** Null where no mail server is set. */
    sender: z.string().nullable(),
    /** Null where no gateway for text messages is set. */
    textGateway: z.string().nullable(),
    rows: z.array(
      z.object({
        outgoingId: id,
        channel: z.enum(channelNames),
        kind: z.enum(kindNames),
        accountName: z.string().nullable(),
        subject: z.string(),
        createdAt: instant,
        nextTryAt: instant,
        tries: z.number().int(),
        lastFault: z.string().nullable(),
        sentAt: instant.nullable(),
        givenUpAt: instant.nullable(),
      }),
    ),
    total: z.number().int(),
  }),
})
export const exportOutgoing = contract({
  method: 'GET',
  path: '/outgoing.csv',
  title: '导出发件箱',
  may: 'outgoing.manage',
  query: z.object(outgoingFilters),
  answer: 'file',
})
export const postOutgoingTry = contract({
  method: 'POST',
  path: '/outgoing/:outgoingId/tries',
  title: '现在再发一次',
  may: 'outgoing.manage',
  params: z.object({ outgoingId: id }),
  answer: nothing,
})
export const postTrialLetter = contract({ method: 'POST', path: '/outgoing', title: '给自己发一封测试邮件', may: 'outgoing.manage', answer: nothing })
