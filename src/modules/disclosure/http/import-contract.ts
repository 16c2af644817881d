// What the office may ask about imports and historic batches. Read by the server, the OpenAPI page and the browser.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'

const id = z.uuid()
const day = z.iso.date()
const instant = z.iso.datetime()
const outcome = z.enum(['draft', 'attachment-only', 'refused'])
const batchState = z.enum(['collecting', 'submitted', 'returned', 'approved', 'released'])
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

const batchStep = z.object({
  name: z.enum(['submit', 'pass-secrecy', 'approve', 'return', 'release']),
  title: z.string(),
  open: z.boolean(),
  refusals: z.array(z.object({ code: z.string(), sentence: z.string(), article: z.string().optional() })),
})

const batchRow = z.object({
  batchId: id,
  name: z.string(),
  unitId: id,
  unitName: z.string(),
  state: batchState,
  documents: z.number(),
  /** Documents that still lack an original publication date or a title. */
  incomplete: z.number(),
  published: z.number(),
  failed: z.number(),
  createdByName: z.string(),
  createdAt: instant,
})

export const getHistoricBatches = contract({
  method: 'GET',
  path: '/historic-batches',
  title: '历史数据批次',
  may: 'signed-in',
  query: z.object({ ...paging, state: batchState.optional(), unitId: id.optional() }),
  answer: z.object({ rows: z.array(batchRow), total: z.number() }),
})

export const postHistoricBatch = contract({
  method: 'POST',
  path: '/historic-batches',
  title: '新建历史数据批次',
  may: 'import.run',
  body: z.object({ unitId: id, name: z.string().trim().min(1).max(100), columnIds: z.array(id).max(10).default([]) }),
  answer: z.object({ batchId: id }),
})

const batchParams = z.object({ batchId: id })

export const getHistoricBatch = contract({
  method: 'GET',
  path: '/historic-batches/:batchId',
  title: '历史数据批次详情',
  may: 'signed-in',
  params: batchParams,
  answer: batchRow.extend({
    columnIds: z.array(id),
    /** Rows of the manifest that no file has been imported for. */
    manifestRows: z.number(),
    manifestUnmatched: z.number(),
    secrecy: z.object({ byName: z.string(), at: instant, basis: z.string(), conclusion: z.string() }).nullable(),
    approval: z.object({ byName: z.string(), at: instant, opinion: z.string() }).nullable(),
    steps: z.array(batchStep),
    history: z.array(z.object({ step: z.string(), title: z.string(), byName: z.string(), at: instant, opinion: z.string() })),
  }),
})

export const getBatchDocuments = contract({
  method: 'GET',
  path: '/historic-batches/:batchId/documents',
  title: '批次内的信息',
  may: 'signed-in',
  params: batchParams,
  query: z.object({ ...paging, incomplete: flag.default(false), failed: flag.default(false) }),
  answer: z.object({
    rows: z.array(
      z.object({
        documentId: id,
        editionId: id,
        fileName: z.string(),
        title: z.string(),
        state: z.string(),
        originalPublishedOn: day.nullable(),
        originalIndexNumber: z.string().nullable(),
        originalAddress: z.string().nullable(),
        /** What is missing before the batch can be submitted, as sentences. */
        missing: z.array(z.string()),
        /** Why its publication failed, as a sentence, or null. */
        failure: z.string().nullable(),
      }),
    ),
    total: z.number(),
  }),
})

/** Corrects what the page metadata or the manifest did not tell. */
export const putBatchDocument = contract({
  method: 'PUT',
  path: '/historic-batches/:batchId/documents/:documentId',
  title: '补正历史数据的原发布日期、原索引号、原地址',
  may: 'import.run',
  params: z.object({ batchId: id, documentId: id }),
  body: z.object({
    originalPublishedOn: day.nullable(),
    originalIndexNumber: z.string().trim().max(80).nullable(),
    originalAddress: z.string().trim().max(500).nullable(),
  }),
  answer: z.object({ missing: z.array(z.string()) }),
})

/** CSV with the columns 文件名,标题,原发布日期,原索引号,原地址,文号,成文日期,栏目; applied to files already imported and to those that follow. */
export const putBatchManifest = contract({
  method: 'PUT',
  path: '/historic-batches/:batchId/manifest',
  title: '上传批次清单（CSV）',
  may: 'import.run',
  takes: 'multipart',
  params: batchParams,
  answer: z.object({ rows: z.number(), matched: z.number(), problems: z.array(z.object({ line: z.number(), sentence: z.string() })) }),
})

export const getBatchManifestTemplate = contract({
  method: 'GET',
  path: '/historic-batch-manifest.csv',
  title: '批次清单模板',
  may: 'import.run',
  answer: 'file',
})

const moved = z.object({ state: batchState })

export const putBatchSubmission = contract({
  method: 'PUT',
  path: '/historic-batches/:batchId/submission',
  title: '提交批次审批',
  may: 'import.run',
  params: batchParams,
  answer: moved,
})

export const putBatchSecrecyReview = contract({
  method: 'PUT',
  path: '/historic-batches/:batchId/secrecy-review',
  title: '批次保密审查通过',
  may: 'edition.secrecy-review',
  params: batchParams,
  body: z.object({ basis: z.string().trim().min(1).max(500), conclusion: z.string().trim().min(1).max(500) }),
  answer: moved,
})

export const putBatchApproval = contract({
  method: 'PUT',
  path: '/historic-batches/:batchId/approval',
  title: '批准批次发布',
  may: 'batch.approve',
  params: batchParams,
  body: z.object({ opinion: z.string().trim().max(500).default('') }),
  answer: moved,
})

export const putBatchReturn = contract({
  method: 'PUT',
  path: '/historic-batches/:batchId/return',
  title: '退回批次',
  may: 'signed-in',
  params: batchParams,
  body: z.object({ opinion: z.string().trim().max(500) }),
  answer: moved,
})

/** Queues the publication of the whole batch; `published` and `failed` of the batch tell how far it is. */
export const putBatchRelease = contract({
  method: 'PUT',
  path: '/historic-batches/:batchId/release',
  title: '发布批次（后台分批进行）',
  may: 'batch.approve',
  params: batchParams,
  answer: moved,
})
