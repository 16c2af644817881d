// What the staff may ask of what is disclosed inside, and the issuer of who has read it.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { internalReaches, type InternalReach } from '../law/internal-reach.ts'
import { id, instant, listOf, paging } from './shapes.ts'

const filters = { q: z.string().trim().max(100).default(''), unitId: id.optional(), unread: z.stringbool().default(false) }
const documentParams = z.object({ documentId: id })

const row = z.object({
  documentId: id,
  editionId: id,
  title: z.string(),
  kind: z.string(),
  unitName: z.string(),
  reach: z.enum(Object.keys(internalReaches) as [InternalReach, ...InternalReach[]]),
  publishedAt: instant,
  readAt: instant.nullable(),
})

export const listInternal = contract({
  method: 'GET',
  path: '/internal-documents',
  title: '内部公开',
  may: 'internal.read',
  query: z.object({ ...filters, ...paging }),
  answer: listOf(row),
})
export const exportInternal = contract({
  method: 'GET',
  path: '/internal-documents.csv',
  title: '导出内部公开目录',
  may: 'internal.read',
  query: z.object(filters),
  answer: 'file',
})
export const getInternal = contract({
  method: 'GET',
  path: '/internal-documents/:documentId',
  title: '一条内部公开的信息',
  may: 'internal.read',
  params: documentParams,
  answer: row.extend({ attachments: z.array(z.object({ attachmentId: id, name: z.string(), bytes: z.number().int() })) }),
})
/** Opening the text is what counts as reading. */
export const putInternalReading = contract({
  method: 'PUT',
  path: '/internal-documents/:documentId/reading',
  title: '记录已阅',
  may: 'internal.read',
  readOnly: true,
  params: documentParams,
  answer: z.object({ readAt: instant }),
})
export const getInternalPage = contract({
  method: 'GET',
  path: '/internal-documents/:documentId/page',
  title: '内部公开信息的正文',
  may: 'internal.read',
  params: documentParams,
  answer: 'file',
})
export const getInternalAttachment = contract({
  method: 'GET',
  path: '/internal-documents/:documentId/attachments/:attachmentId',
  title: '下载内部公开信息的附件',
  may: 'internal.read',
  params: z.object({ documentId: id, attachmentId: id }),
  answer: 'file',
})
export const listReadings = contract({
  method: 'GET',
  path: '/editions/:editionId/readings',
  title: '阅读情况（内部公开）',
  may: 'signed-in',
  params: z.object({ editionId: id }),
  answer: listOf(z.object({ name: z.string(), firstReadAt: instant, lastReadAt: instant })),
})
