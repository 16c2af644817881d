// What the office may ask of archives of disclosure (政务公开档案). Read by the server, the OpenAPI page and the browser.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { aDay, id, instant, listOf, paging } from './shapes.ts'

export const getDocumentArchive = contract({
  method: 'GET',
  path: '/documents/:documentId/archive',
  title: '一条信息的公开档案（ZIP）',
  may: 'archive.export',
  params: z.object({ documentId: id }),
  answer: 'file',
})
export const listArchives = contract({
  method: 'GET',
  path: '/archives',
  title: '我导出的公开档案',
  may: 'archive.export',
  query: z.object(paging),
  answer: listOf(
    z.object({
      archiveId: id,
      title: z.string(),
      askedAt: instant,
      total: z.number().int(),
      done: z.number().int(),
      state: z.enum(['waiting', 'finished', 'failed']),
      bytes: z.number().nullable(),
      sha256: z.string().nullable(),
      finishedAt: instant.nullable(),
    }),
  ),
})
export const postArchive = contract({
  method: 'POST',
  path: '/archives',
  title: '导出一批信息的公开档案',
  may: 'archive.export',
  body: z.object({ unitId: id.optional(), from: aDay, until: aDay, title: z.string().trim().min(1).max(100) }),
  answer: z.object({ archiveId: id, documents: z.number().int() }),
})
export const getArchive = contract({
  method: 'GET',
  path: '/archives/:archiveId/file',
  title: '下载公开档案',
  may: 'archive.export',
  params: z.object({ archiveId: id }),
  answer: 'file',
})
