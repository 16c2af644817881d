// What the office may ask about historic batches (历史数据). Read by the server, the OpenAPI page and the browser.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'

const id = z.uuid()
const day = z.iso.date()
const instant = z.iso.datetime()
const flag = z.stringbool()
const batchState = z.enum(['collecting', 'submitted', 'returned', 'approved', 'released'])
const paging = { page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) }

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
  /** Documents that still lack something that publication needs; after the release they are counted among those that failed. */
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
