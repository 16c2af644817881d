// What the office may ask of editions: sheets, steps, files, tasks. Read by the server, the OpenAPI page and the browser.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import {
  comparison,
  content,
  doneFilters,
  doneRow,
  edition,
  editionFilters,
  editionRow,
  firstContent,
  id,
  instant,
  listOf,
  nothing,
  paging,
  person,
  reason,
  state,
  stepName,
  stepView,
  taskFilters,
  taskRow,
  viewer,
  workbench,
} from './shapes.ts'
import { stepDetail } from './step-shapes.ts'
import { attachment, attachmentRole } from './attachment-shapes.ts'

export type EditionContent = z.infer<typeof content>
export type EditionAnswer = z.infer<typeof edition>
export type EditionRow = z.infer<typeof editionRow>
export type StepView = z.infer<typeof stepView>
export type StepDetail = z.infer<typeof stepDetail>
export type AttachmentAnswer = z.infer<typeof attachment>
export type TaskRow = z.infer<typeof taskRow>
export type Reason = z.infer<typeof reason>

const editionParams = z.object({ editionId: id })
const attachmentParams = z.object({ editionId: id, attachmentId: id })

export const listEditions = contract({
  method: 'GET',
  path: '/editions',
  title: '信息列表',
  may: 'signed-in',
  query: z.object({ ...editionFilters, ...paging }),
  answer: listOf(editionRow).extend({ totalIsExact: z.boolean() }),
})
export const exportEditions = contract({
  method: 'GET',
  path: '/editions.csv',
  title: '导出信息列表',
  may: 'signed-in',
  query: z.object(editionFilters),
  answer: 'file',
})
export const postEdition = contract({
  method: 'POST',
  path: '/editions',
  title: '新建信息（草稿）',
  may: 'edition.draft',
  body: z.object({ unitId: id, sectionId: id.nullable().default(null), content: firstContent.default({}) }),
  answer: z.object({ editionId: id, documentId: id, version: z.number().int() }),
})
export const getEdition = contract({
  method: 'GET',
  path: '/editions/:editionId',
  title: '一条信息：内容、附件、可办步骤及不能办理的原因、办理过程',
  may: 'signed-in',
  params: editionParams,
  answer: edition,
})

/**
 * Saves what the author typed (autosave too). Where somebody else has saved since `version`: 409 `stale-version`, one reason for every field that differs,
 * its `facts` being `{ by, at, version, theirs }`, `theirs` the stored value as JSON; a reason without a field tells who saved. The client merges and sends the new version.
 */
export const putEdition = contract({
  method: 'PUT',
  path: '/editions/:editionId',
  title: '保存草稿',
  may: 'edition.draft',
  params: editionParams,
  body: z.object({ version: z.number().int(), content }),
  answer: z.object({
    version: z.number().int(),
    savedAt: instant,
    /** What stands now: the body cleaned, the document number in its official form. */
    bodyHtml: z.string(),
    documentNumber: z.string().nullable(),
    findings: z.array(reason),
  }),
})

/** 版面一键规范: the text laid out officially; nothing is saved. */
export const postLayout = contract({
  method: 'POST',
  path: '/layouts',
  title: '一键排版（不保存）',
  may: 'edition.draft',
  readOnly: true,
  body: z.object({ bodyHtml: z.string().max(3_000_000) }),
  answer: z.object({ bodyHtml: z.string() }),
})

export const postStep = contract({
  method: 'POST',
  path: '/editions/:editionId/steps',
  title: '办理：提交、审核、会签、签发、发布、退回、修订、撤下等',
  may: 'signed-in',
  params: editionParams,
  body: z.object({ step: stepName, opinion: z.string().trim().max(1000).default(''), detail: stepDetail.default({}) }),
  /** `editionId` is the new edition after 修订, else the same. */
  answer: z.object({ editionId: id, documentId: id, state, stateTitle: z.string(), indexNumber: z.string().nullable() }),
})

/** The same step over many editions: each is told apart, and a refused one does not hold up the others. */
export const postStepBatch = contract({
  method: 'POST',
  path: '/step-batches',
  title: '批量审核、签发、发布、催办',
  may: 'signed-in',
  body: z.object({ step: stepName, editionIds: z.array(id).min(1).max(100), opinion: z.string().trim().max(1000).default(''), detail: stepDetail.default({}) }),
  answer: z.object({
    done: z.number().int(),
    refused: z.number().int(),
    rows: z.array(z.object({ editionId: id, title: z.string(), done: z.boolean(), along: z.boolean(), stateTitle: z.string(), refusals: z.array(reason) })),
  }),
})

/** Accounts whose signature on paper can be recorded here. */
export const listSigners = contract({
  method: 'GET',
  path: '/editions/:editionId/signers',
  title: '可登记纸质签发的领导',
  may: 'signed-in',
  params: editionParams,
  answer: z.object({ rows: z.array(person) }),
})

export const postAttachments = contract({
  method: 'POST',
  path: '/editions/:editionId/attachments',
  title: '上传附件、正文图片或签批扫描件',
  may: 'signed-in',
  takes: 'multipart',
  params: editionParams,
  body: z.object({ role: attachmentRole.exclude(['original']).default('attachment') }),
  answer: z.object({ rows: z.array(attachment), refused: z.array(z.object({ name: z.string(), sentence: z.string() })) }),
})
export const deleteAttachment = contract({
  method: 'DELETE',
  path: '/editions/:editionId/attachments/:attachmentId',
  title: '删除附件',
  may: 'edition.draft',
  params: attachmentParams,
  answer: nothing,
})
export const putAttachmentOrder = contract({
  method: 'PUT',
  path: '/editions/:editionId/attachment-order',
  title: '调整附件顺序',
  may: 'edition.draft',
  params: editionParams,
  body: z.object({ attachmentIds: z.array(id).max(200) }),
  answer: nothing,
})
export const getAttachment = contract({
  method: 'GET',
  path: '/editions/:editionId/attachments/:attachmentId',
  title: '下载附件',
  may: 'signed-in',
  params: attachmentParams,
  answer: 'file',
})

export const getComparison = contract({
  method: 'GET',
  path: '/editions/:editionId/comparison',
  title: '与上一版本（或指定版本）比较',
  may: 'signed-in',
  params: editionParams,
  query: z.object({ with: id.optional() }),
  answer: comparison,
})

/** Sent every 15 seconds while the page is open; `version` tells whether somebody has saved meanwhile. */
export const putPresence = contract({
  method: 'PUT',
  path: '/editions/:editionId/presence',
  title: '报告正在查看或编辑',
  may: 'signed-in',
  readOnly: true,
  params: editionParams,
  answer: z.object({ viewers: z.array(viewer), version: z.number().int(), updatedAt: instant, updatedByName: z.string() }),
})
export const deletePresence = contract({
  method: 'DELETE',
  path: '/editions/:editionId/presence',
  title: '离开编辑页',
  may: 'signed-in',
  readOnly: true,
  params: editionParams,
  answer: nothing,
})

export const postCopy = contract({
  method: 'POST',
  path: '/editions/:editionId/copies',
  title: '复制为新信息',
  may: 'edition.draft',
  params: editionParams,
  body: z.object({ unitId: id.optional() }).default({}),
  answer: z.object({ editionId: id, documentId: id, version: z.number().int() }),
})

/** The page as the public would see it, for a frame of phone or desktop width. */
export const getPreview = contract({
  method: 'GET',
  path: '/editions/:editionId/preview',
  title: '预览',
  may: 'signed-in',
  params: editionParams,
  answer: 'file',
})
export const getReviewSheet = contract({
  method: 'GET',
  path: '/editions/:editionId/review-sheet',
  title: '打印政府信息公开保密审查表',
  may: 'signed-in',
  params: editionParams,
  answer: 'file',
})

/** Documents to choose from, for 被替代 links: those I can read and all that are public. */
export const listDocumentChoices = contract({
  method: 'GET',
  path: '/document-choices',
  title: '按标题、索引号或文号查找已发布的信息（选择用）',
  may: 'signed-in',
  query: z.object({ q: z.string().trim().max(100).default(''), except: id.optional() }),
  answer: z.object({ rows: z.array(z.object({ documentId: id, title: z.string(), indexNumber: z.string(), unitName: z.string() })) }),
})

export const getPhrases = contract({
  method: 'GET',
  path: '/phrases',
  title: '常用意见：系统的和本人的',
  may: 'signed-in',
  answer: z.object({ common: z.array(z.string()), own: z.array(z.string()) }),
})
export const putPhrases = contract({
  method: 'PUT',
  path: '/phrases',
  title: '保存本人的常用意见',
  may: 'signed-in',
  body: z.object({ own: z.array(z.string().trim().min(1).max(200)).max(50) }),
  answer: z.object({ common: z.array(z.string()), own: z.array(z.string()) }),
})

/** 工作台. */
export const getWorkbench = contract({
  method: 'GET',
  path: '/workbench',
  title: '工作台：等我办理的、退给我的、我的草稿',
  may: 'signed-in',
  answer: workbench,
})
export const listTasks = contract({
  method: 'GET',
  path: '/tasks',
  title: '待办事项',
  may: 'signed-in',
  query: z.object({ ...taskFilters, ...paging }),
  answer: listOf(taskRow),
})
export const exportTasks = contract({
  method: 'GET',
  path: '/tasks.csv',
  title: '导出待办事项',
  may: 'signed-in',
  query: z.object(taskFilters),
  answer: 'file',
})
export const listDone = contract({
  method: 'GET',
  path: '/done',
  title: '已办事项',
  may: 'signed-in',
  query: z.object({ ...doneFilters, ...paging }),
  answer: listOf(doneRow),
})
export const exportDone = contract({ method: 'GET', path: '/done.csv', title: '导出已办事项', may: 'signed-in', query: z.object(doneFilters), answer: 'file' })
