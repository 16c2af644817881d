// Office routes over catalogue files: reading one, its differences, applying them.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { dayShape, differenceShape, kindShape, refusedShape } from './shapes.ts'

const idAnswer = z.object({ id: z.uuid() })

export const postCatalogueImport = contract({
  method: 'POST',
  path: '/catalogue-imports',
  title: '读取标准目录文件',
  may: 'catalogue.manage',
  takes: 'multipart',
  body: z.object({ kind: kindShape.default('government') }),
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
    kind: kindShape,
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
