// Office routes over the figures of a period: how many applications, in what time, how many too late.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { figureSplitNames } from '../law/figures.ts'
import { aDay } from './shapes.ts'

const figureQuery = z
  .object({ from: aDay, until: aDay, by: z.enum(figureSplitNames).default('unit'), unitId: z.uuid().optional() })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: '结束日期不能早于开始日期' })

const count = z.int().nonnegative()
const counted = z.object({
  received: count,
  concluded: count,
  'in-time': count,
  late: count,
  extended: count,
  meanDays: z.number().nullable(),
  shareInTime: z.number().nullable(),
  mostLate: count,
})

export const getRequestFigures = contract({
  method: 'GET',
  path: '/request-figures',
  title: '公开申请办理数量和时效',
  may: 'request.read',
  query: figureQuery,
  answer: z.object({ asOf: aDay, total: counted, rows: z.array(counted.extend({ key: z.string(), title: z.string() })) }),
})
export type RequestFigures = AnswerOf<typeof getRequestFigures>
export type RequestFigureCounts = RequestFigures['total']

export const exportRequestFigures = contract({
  method: 'GET',
  path: '/request-figures.csv',
  title: '导出公开申请办理数量和时效',
  may: 'request.read',
  query: figureQuery,
  answer: 'file',
})
