// What is made of a published text for other channels (一稿多发). Read by the server, the OpenAPI page and the browser.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { id } from './shapes.ts'

const params = z.object({ documentId: id })

export const getForms = contract({
  method: 'GET',
  path: '/documents/:documentId/forms',
  title: '一稿多发：微信文章、微博、电子屏、宣读稿',
  may: 'channel.read',
  params,
  query: z.object({
    blogLimit: z.coerce.number().int().min(60).max(5000).default(140),
    columns: z.coerce.number().int().min(6).max(60).default(16),
    most: z.coerce.number().int().min(20).max(1000).default(120),
  }),
  answer: z.object({
    title: z.string(),
    indexNumber: z.string(),
    editionId: id.nullable(),
    address: z.string(),
    /** The code to scan, as an image address. */
    qr: z.string(),
    wechat: z.object({ title: z.string(), digest: z.string(), html: z.string() }),
    microBlog: z.object({ text: z.string(), length: z.number().int(), tooLong: z.boolean() }),
    led: z.object({ lines: z.array(z.string()) }),
    script: z.object({ text: z.string() }),
  }),
})

export const getWallSheet = contract({
  method: 'GET',
  path: '/documents/:documentId/wall-sheet',
  title: '张贴页（PDF）',
  may: 'channel.read',
  params,
  query: z.object({ paper: z.enum(['a3', 'a2']).default('a3') }),
  answer: 'file',
})
