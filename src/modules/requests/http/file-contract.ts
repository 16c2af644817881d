// Office routes over the files of an application: upload, redaction, and what goes out with the answer.
import { z } from 'zod'
import { contract, type AnswerOf, type BodyOf } from '../../../kernel/contract.ts'
import { fileBounds, redactionBounds } from '../law/files.ts'
import { withholdingGrounds, type WithholdingGround } from '../law/outcomes.ts'

const ofRequest = z.object({ id: z.uuid() })
const ofFile = z.object({ id: z.uuid(), fileId: z.uuid() })
const ground = z.enum(Object.keys(withholdingGrounds) as [WithholdingGround, ...WithholdingGround[]])
const refusedFile = z.object({ name: z.string(), sentence: z.string() })
const done = z.object({ fileId: z.uuid() })

const file = z.object({
  fileId: z.uuid(),
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  redactable: z.boolean(),
  addedByName: z.string(),
  addedAt: z.string(),
  copies: z.number().int(),
  /** Where it is a redacted copy: of what, where something was removed and by which ground, and how it was checked. */
  copy: z
    .object({
      of: z.string(),
      passages: z.array(z.object({ place: z.string(), ground })),
      boxes: z.number().int(),
      dropped: z.array(z.string()),
      checks: z.array(z.string()),
      toLookAt: z.array(z.string()),
    })
    .nullable(),
  enclosure: z.object({ declaration: z.string(), looked: z.boolean(), byName: z.string(), at: z.string() }).nullable(),
})

export const listFiles = contract({
  method: 'GET',
  path: '/requests/:id/files',
  title: '一件公开申请的文件',
  may: 'request.read',
  params: ofRequest,
  answer: z.object({ files: z.array(file), mayHandle: z.boolean(), mayEnclose: z.boolean(), mayDelete: z.boolean() }),
})
export type RequestFiles = AnswerOf<typeof listFiles>
export type RequestFileRow = RequestFiles['files'][number]

export const postFiles = contract({
  method: 'POST',
  path: '/requests/:id/files',
  title: '上传公开申请的文件',
  may: 'request.handle',
  takes: 'multipart',
  params: ofRequest,
  answer: z.object({ added: z.number().int(), refused: z.array(refusedFile) }),
})

export const getFile = contract({
  method: 'GET',
  path: '/requests/:id/files/:fileId',
  title: '下载公开申请的文件',
  may: 'request.read',
  params: ofFile,
  answer: 'file',
})

export const deleteFile = contract({
  method: 'DELETE',
  path: '/requests/:id/files/:fileId',
  title: '删除公开申请的文件',
  may: 'request.handle',
  params: ofFile,
  answer: done,
})

export const getRedaction = contract({
  method: 'GET',
  path: '/requests/:id/files/:fileId/redaction',
  title: '遮盖用的段落、页面和建议',
  may: 'request.handle',
  params: ofFile,
  answer: z.object({
    name: z.string(),
    number: z.string(),
    paragraphs: z.array(z.object({ place: z.string(), text: z.string() })),
    pages: z.array(z.object({ width: z.number(), height: z.number(), hasText: z.boolean() })),
    pictures: z.number().int(),
    suggestions: z.array(z.object({ text: z.string(), what: z.string(), places: z.array(z.number().int()) })),
  }),
})
export type RedactionSheet = AnswerOf<typeof getRedaction>

export const getPagePicture = contract({
  method: 'GET',
  path: '/requests/:id/files/:fileId/pages/:page',
  title: '遮盖用的页面图片',
  may: 'request.handle',
  params: ofFile.extend({ page: z.coerce.number().int().min(0).max(10_000) }),
  answer: 'file',
})

const at = z.number().int().min(0).max(10_000_000)
const point = z.number().min(-100_000).max(100_000)
const mark = z.discriminatedUnion('in', [
  z.object({ in: z.literal('paragraph'), paragraph: at, from: at, to: at }),
  z.object({ in: z.literal('area'), page: at, x0: point, y0: point, x1: point, y1: point }),
  z.object({ in: z.literal('picture'), picture: at }),
])

export const postRedaction = contract({
  method: 'POST',
  path: '/requests/:id/files/:fileId/redactions',
  title: '生成遮盖副本',
  may: 'request.handle',
  params: ofFile,
  body: z.object({
    marks: z.array(z.object({ mark, ground })).max(redactionBounds.marks),
    texts: z.array(z.object({ text: z.string().trim().min(1).max(redactionBounds.textLength), ground })).max(redactionBounds.texts),
  }),
  answer: done,
})
export type RedactionBody = BodyOf<typeof postRedaction>

export const putEnclosure = contract({
  method: 'PUT',
  path: '/requests/:id/files/:fileId/enclosure',
  title: '随答复送达一个文件',
  may: 'request.handle',
  params: ofFile,
  body: z.object({ declaration: z.string().trim().max(fileBounds.declaration), looked: z.boolean() }),
  answer: done,
})

export const deleteEnclosure = contract({
  method: 'DELETE',
  path: '/requests/:id/files/:fileId/enclosure',
  title: '取消随答复送达',
  may: 'request.handle',
  params: ofFile,
  answer: done,
})
