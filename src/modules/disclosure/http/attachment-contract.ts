// Copies of attachments that tell less, and the files as they came.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { attachment } from './attachment-shapes.ts'

const params = z.object({ editionId: z.uuid(), attachmentId: z.uuid() })

export const postCleanCopy = contract({
  method: 'POST',
  path: '/editions/:editionId/attachments/:attachmentId/clean-copy',
  title: '清除附件的文件属性，或者接受修订并清除批注',
  may: 'edition.draft',
  params,
  body: z.object({ how: z.enum(['properties', 'changes']) }),
  answer: z.object({ rows: z.array(attachment) }),
})
export const getOriginal = contract({
  method: 'GET',
  path: '/editions/:editionId/attachments/:attachmentId/original',
  title: '下载清除属性前的原附件',
  may: 'signed-in',
  params,
  answer: 'file',
})
