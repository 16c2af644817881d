// What the office may ask of the documents that reports cite.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'

const cited = z.object({
  number: z.string(),
  title: z.string(),
  words: z.array(z.string()),
  ended: z.boolean(),
  /** Stands as the program brings it. */
  starting: z.boolean(),
  changedByName: z.string().nullable(),
  changedAt: z.iso.datetime({ offset: true }).nullable(),
})
export type CitedRow = z.infer<typeof cited>

const filters = {
  q: z.string().trim().max(100).optional(),
  view: z.enum(['own', 'ended']).optional(),
  sort: z.enum(['number', '-number', 'changedAt', '-changedAt']).default('number'),
}

export const listCitedDocuments = contract({
  method: 'GET',
  path: '/cited-documents',
  title: '引用文件表',
  may: 'report.citations',
  query: z.object({ ...filters, page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) }),
  answer: z.object({ rows: z.array(cited), total: z.int() }),
})

/** In the layout that `gongkai report check --citations` reads. */
export const exportCitedDocuments = contract({
  method: 'GET',
  path: '/cited-documents.csv',
  title: '导出引用文件表（CSV）',
  may: 'report.citations',
  query: z.object(filters),
  answer: 'file',
})

export const putCitedDocument = contract({
  method: 'PUT',
  path: '/cited-documents',
  title: '新增或者更正一个引用文件',
  may: 'report.citations',
  body: z.object({
    number: z.string().trim().max(60),
    title: z.string().trim().max(200),
    words: z.array(z.string().trim().max(100)).max(20),
  }),
  answer: z.object({ number: z.string() }),
})

export const putCitedDocumentEnd = contract({
  method: 'PUT',
  path: '/cited-document-endings',
  title: '停用或者恢复一个引用文件',
  may: 'report.citations',
  body: z.object({ number: z.string().max(60), ended: z.boolean() }),
  answer: z.object({}),
})
