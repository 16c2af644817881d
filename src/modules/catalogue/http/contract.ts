// Office routes over the catalogue: its entries and their versions, who answers for them, import and export in the official layout.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { dayShape, differenceShape, entryBody, entryQuery, entryRow, kindShape, refusedShape } from './shapes.ts'

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

export const postCatalogueImport = contract({
  method: 'POST',
  path: '/catalogue-imports',
  title: '读取标准目录文件',
  may: 'catalogue.manage',
  takes: 'multipart',
  body: z.object({}),
  answer: idAnswer,
})

export const getCatalogueImport = contract({
  method: 'GET',
  path: '/catalogue-imports/:importId',
  title: '目录导入的差异',
  may: 'catalogue.manage',
  params: z.object({ importId: z.uuid() }),
  answer: z.object({
    fileName: z.string(),
    madeByName: z.string(),
    madeAt: z.iso.datetime(),
    appliedAt: z.iso.datetime().nullable(),
    appliedByName: z.string().nullable(),
    rows: z.int(),
    fields: z.array(z.string()),
    differences: z.array(differenceShape),
    refused: z.array(refusedShape),
    unknownBodies: z.array(z.string()),
  }),
})

export const putImportApplication = contract({
  method: 'PUT',
  path: '/catalogue-imports/:importId/application',
  title: '应用目录导入',
  may: 'catalogue.manage',
  params: z.object({ importId: z.uuid() }),
  body: z.object({ begins: dayShape, keys: z.array(z.string().max(1000)).min(1).max(6000) }),
  answer: z.object({ added: z.int(), changed: z.int(), ended: z.int() }),
})
