// Office routes over the catalogue: its entries and their versions, who answers for them, import and export in the official layout.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import {
  closingKindShape, closingRow, dayShape, dutyQuery, dutyRow, entryBody, entryQuery, entryRow, kindShape, ledgerShape, lineShape, quotaRow,
} from './shapes.ts' // prettier-ignore

const entryParams = z.object({ entryId: z.uuid() })
const idAnswer = z.object({ id: z.uuid() })

export const listEntries = contract({
  method: 'GET',
  path: '/catalogue-entries',
  title: '公开目录',
  may: 'catalogue.read',
  query: entryQuery,
  answer: z.object({ rows: z.array(entryRow.extend({ units: z.int() })), total: z.int() }),
})

export const exportEntriesCsv = contract({
  method: 'GET',
  path: '/catalogue-entries.csv',
  title: '导出公开目录（CSV）',
  may: 'catalogue.read',
  query: entryQuery,
  answer: 'file',
})

export const exportEntriesXlsx = contract({
  method: 'GET',
  path: '/catalogue-entries.xlsx',
  title: '导出公开目录（标准目录格式）',
  may: 'catalogue.read',
  query: entryQuery,
  answer: 'file',
})

export const listFields = contract({
  method: 'GET',
  path: '/catalogue-fields',
  title: '公开目录的领域',
  may: 'catalogue.read',
  query: z.object({ kind: kindShape.default('government') }),
  answer: z.object({ rows: z.array(z.object({ field: z.string(), entries: z.int() })) }),
})

export const getEntry = contract({
  method: 'GET',
  path: '/catalogue-entries/:entryId',
  title: '目录条目',
  may: 'catalogue.read',
  params: entryParams,
  answer: z.object({
    entry: entryRow,
    versions: z.array(entryRow.extend({ versionEndsOn: z.string().nullable() })),
    units: z.array(
      z.object({
        responsibilityId: z.uuid(),
        unitId: z.uuid(),
        unitName: z.string(),
        sectionId: z.uuid().nullable(),
        sectionName: z.string().nullable(),
        mayAssign: z.boolean(),
      }),
    ),
    mayKeep: z.boolean(),
    /** What stands in public in the columns of a guide, of rules and plans, with the earlier texts; null for other entries. */
    standing: z
      .array(
        z.object({
          id: z.uuid(),
          title: z.string(),
          unitName: z.string(),
          address: z.string(),
          revision: z.int(),
          publishedOn: z.string(),
          texts: z.array(z.object({ revision: z.int(), publishedOn: z.string(), until: z.string(), address: z.string() })),
          before: z.array(z.object({ id: z.uuid(), title: z.string(), publishedOn: z.string(), address: z.string() })),
        }),
      )
      .nullable(),
  }),
})

export const postEntry = contract({
  method: 'POST',
  path: '/catalogue-entries',
  title: '新增目录条目',
  may: 'catalogue.manage',
  body: z.object({ content: entryBody, begins: dayShape, note: z.string().trim().max(500) }),
  answer: idAnswer,
})

/** A new version from a day on. */
export const putEntryVersion = contract({
  method: 'PUT',
  path: '/catalogue-entries/:entryId/version',
  title: '修改目录条目',
  may: 'catalogue.manage',
  params: entryParams,
  body: z.object({ content: entryBody, number: z.int(), begins: dayShape, note: z.string().trim().max(500) }),
  answer: idAnswer,
})

export const putEntryEnd = contract({
  method: 'PUT',
  path: '/catalogue-entries/:entryId/end',
  title: '终止目录条目',
  may: 'catalogue.manage',
  params: entryParams,
  body: z.object({ lastDay: dayShape, note: z.string().trim().min(1).max(500) }),
  answer: idAnswer,
})

export const putResponsibilitySection = contract({
  method: 'PUT',
  path: '/catalogue-responsibilities/:responsibilityId/section',
  title: '指定责任科室',
  may: 'duty.assign',
  params: z.object({ responsibilityId: z.uuid() }),
  body: z.object({ sectionId: z.uuid().nullable() }),
  answer: idAnswer,
})

const dutyParams = z.object({ dutyId: z.uuid() })

export const listDuties = contract({
  method: 'GET',
  path: '/duties',
  title: '公开任务',
  may: 'catalogue.read',
  query: dutyQuery,
  answer: z.object({ rows: z.array(dutyRow), total: z.int(), totalIsExact: z.boolean() }),
})

export const exportDuties = contract({ method: 'GET', path: '/duties.csv', title: '导出公开任务', may: 'catalogue.read', query: dutyQuery, answer: 'file' })

export const getDutyCounts = contract({
  method: 'GET',
  path: '/duty-counts',
  title: '公开任务数',
  may: 'catalogue.read',
  query: z.object({ line: lineShape }),
  answer: z.object({ open: z.int(), soon: z.int(), late: z.int(), newlyLate: z.int(), closing: z.int(), first: z.array(dutyRow) }),
})

export const getDuty = contract({
  method: 'GET',
  path: '/duties/:dutyId',
  title: '一项公开任务',
  may: 'catalogue.read',
  params: dutyParams,
  answer: z.object({
    duty: dutyRow.extend({ mayHandle: z.boolean() }),
    limitText: z.string(),
    elements: z.string(),
    ledger: ledgerShape,
    proposals: z.array(z.object({ documentId: z.uuid(), title: z.string(), publishedOn: z.string(), inColumn: z.boolean() })),
    closings: z.array(closingRow),
    fulfilment: z
      .object({
        documentId: z.uuid().nullable(),
        title: z.string(),
        publishedOn: z.string(),
        confirmedByName: z.string(),
        confirmedAt: z.iso.datetime(),
        note: z.string(),
      })
      .nullable(),
  }),
})

export const putFulfilment = contract({
  method: 'PUT',
  path: '/duties/:dutyId/fulfilment',
  title: '确认履行公开任务',
  may: 'duty.handle',
  params: dutyParams,
  body: z.object({ documentId: z.uuid() }),
  answer: idAnswer,
})

export const postClosing = contract({
  method: 'POST',
  path: '/duties/:dutyId/closings',
  title: '申请办结公开任务（不公开）',
  may: 'duty.handle',
  params: dutyParams,
  body: z.object({ kind: closingKindShape, article: z.string().max(40), reason: z.string().trim().min(1).max(1000) }),
  answer: idAnswer,
})

export const putClosingDecision = contract({
  method: 'PUT',
  path: '/duty-closings/:closingId/decision',
  title: '审批公开任务的办结',
  may: 'duty.close',
  params: z.object({ closingId: z.uuid() }),
  body: z.object({ granted: z.boolean(), opinion: z.string().trim().max(500) }),
  answer: idAnswer,
})

/** 维持不公开, or 转为主动公开 (ogi-2019/18). */
export const putExamination = contract({
  method: 'PUT',
  path: '/duties/:dutyId/examination',
  title: '不公开信息的定期评估审查',
  may: 'duty.handle',
  params: dutyParams,
  body: z.object({ conclusion: z.enum(['keep', 'disclose']), article: z.string().max(40), reason: z.string().trim().min(1).max(1000) }),
  /** The draft that was begun, where the conclusion is to disclose. */
  answer: z.object({ id: z.uuid(), documentId: z.uuid(), editionId: z.uuid().nullable() }),
})

export const postTrigger = contract({
  method: 'POST',
  path: '/catalogue-triggers',
  title: '登记触发公开的事项',
  may: 'duty.handle',
  body: z.object({ entryId: z.uuid(), unitId: z.uuid(), happenedOn: dayShape, what: z.string().trim().min(1).max(200) }),
  answer: idAnswer,
})

export const listQuotas = contract({
  method: 'GET',
  path: '/quotas',
  title: '每月公开数量要求',
  may: 'catalogue.read',
  query: z.object({ line: lineShape, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  answer: z.object({ rows: z.array(quotaRow) }),
})

export const putQuotaOf = contract({
  method: 'PUT',
  path: '/quotas',
  title: '设定每月公开数量',
  may: 'duty.assign',
  body: z.object({ unitId: z.uuid(), sectionId: z.uuid().nullable(), perMonth: z.int().min(0).max(1000) }),
  answer: idAnswer,
})

/** Units × fields with how many entries stand how; the worst units first. */
