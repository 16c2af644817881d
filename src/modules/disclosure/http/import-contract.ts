// What the office may ask about imports; historic batches stand in import-batch-contract.ts. Read by the server, the OpenAPI page and the browser.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'

const id = z.uuid()
const day = z.iso.date()
const instant = z.iso.datetime()
const outcome = z.enum(['draft', 'attachment-only', 'refused'])
const flag = z.stringbool()

const paging = { page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) }

/** One thing the import has to say: what it knows, what it doubts, what is gone, what it left out. */
const finding = z.object({
  code: z.string(),
  /** The field it is about (`title`, `draftedOn`, `documentNumber`, …), or null. */
  field: z.string().nullable(),
  /** The words of the file it is about, shortened. */
  quote: z.string(),
  sentence: z.string(),
})

const importReport = z.object({
  outcome,
  refusal: z.object({ code: z.string(), sentence: z.string() }).nullable(),
  file: z.object({
    name: z.string(),
    bytes: z.number(),
    sha256: z.string(),
    format: z.string(),
    encoding: z.string().nullable(),
    pages: z.number().nullable(),
    hasText: z.boolean(),
  }),
  title: z.string(),
  draftedOn: day.nullable(),
  documentNumber: z.string().nullable(),
  signedBy: z.string().nullable(),
  /** Metadata of the former page, each with the label it stood under; blank ones have an empty value. */
  fields: z.array(z.object({ name: z.string(), label: z.string(), value: z.string() })),
  structure: z.object({
    headings: z.number(),
    paragraphs: z.number(),
    tables: z.number(),
    lists: z.number(),
    pictures: z.number(),
    characters: z.number(),
    joinedLines: z.number(),
    outline: z.array(z.object({ level: z.number(), text: z.string() })),
  }),
  recognised: z.array(finding),
  doubtful: z.array(finding),
  lost: z.array(finding),
  dropped: z.array(finding),
})

const importResult = z.object({
  importId: id,
  documentId: id.nullable(),
  editionId: id.nullable(),
  /** Another import took the same bytes before; this one became a draft of its own all the same. */
  sameAs: z.object({ importId: id, editionId: id.nullable(), title: z.string() }).nullable(),
  report: importReport,
})

const importRow = z.object({
  importId: id,
  documentId: id.nullable(),
  editionId: id.nullable(),
  batchId: id.nullable(),
  fileName: z.string(),
  bytes: z.number(),
  outcome,
  title: z.string(),
  unitId: id,
  unitName: z.string(),
  doubtful: z.number(),
  lost: z.number(),
  /** Why it was refused, as a sentence, or null. */
  refusal: z.string().nullable(),
  importedByName: z.string(),
  importedAt: instant,
})

const importFilter = {
  outcome: outcome.optional(),
  unitId: id.optional(),
  batchId: id.optional(),
  /** Words of the file name or the title. */
  q: z.string().trim().max(100).optional(),
  /** Only those with something doubtful or lost. */
  doubtful: flag.default(false),
  sort: z.enum(['importedAt', '-importedAt', 'fileName', '-fileName']).default('-importedAt'),
}

/** Many files at once, or one by one so that a page can show progress. Each file succeeds or fails alone; the answer has one report per file, in order. */
export const postImports = contract({
  method: 'POST',
  path: '/imports',
  title: '批量导入文件，每个文件一份导入报告',
  may: 'import.run',
  takes: 'multipart',
  body: z.object({
    unitId: id,
    sectionId: id.optional(),
    batchId: id.optional(),
    /** Column ids, separated by commas. */
    columnIds: z.string().optional(),
  }),
  answer: z.object({ reports: z.array(importResult) }),
})

export const getImports = contract({
  method: 'GET',
  path: '/imports',
  title: '导入记录',
  may: 'import.run',
  query: z.object({ ...paging, ...importFilter }),
  answer: z.object({ rows: z.array(importRow), total: z.number() }),
})

export const getImportsCsv = contract({
  method: 'GET',
  path: '/imports.csv',
  title: '导出导入记录',
  may: 'import.run',
  query: z.object(importFilter),
  answer: 'file',
})

export const getImport = contract({
  method: 'GET',
  path: '/imports/:importId',
  title: '导入报告',
  may: 'import.run',
  params: z.object({ importId: id }),
  answer: importResult.extend({ unitId: id, unitName: z.string(), batchId: id.nullable(), importedByName: z.string(), importedAt: instant }),
})

/** The file as it came, with its name; its SHA-256 stands in the report. */
export const getImportOriginal = contract({
  method: 'GET',
  path: '/imports/:importId/original',
  title: '下载导入的原文件',
  may: 'import.run',
  params: z.object({ importId: id }),
  answer: 'file',
})
