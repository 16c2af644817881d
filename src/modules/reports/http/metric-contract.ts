// Office routes over the registry of figures: what there is, one metric counted and split, and the same as a file. Each metric opens by its own right.
import { z } from 'zod'
import { contract, type AnswerOf, type QueryOf } from '../../../kernel/contract.ts'
import { daysBetween, isDay, type Day } from '../../../kernel/day.ts'
import { metricSplitNames, type MetricSplit } from '../../../kernel/metric.ts'
import { documentMetricNames } from '../../publication/law/metrics.ts'
import { metricNames } from '../law/metrics.ts'

const aDay = z.iso.date().refine((one): one is Day => isDay(one))
const splits = `(${metricSplitNames.join('|')})`
const mostDays = 366 * 20

const question = z
  .object({
    name: z.enum(metricNames),
    from: aDay,
    until: aDay,
    /** One key or two, separated by a comma; none: the whole alone. */
    by: z
      .string()
      .regex(new RegExp(`^(${splits}(,${splits})?)?$`))
      .default('')
      .transform((text) => text.split(',').filter((split): split is MetricSplit => split !== '')),
    /** This unit and all below it. */
    unitId: z.uuid().optional(),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: '结束日期不能早于开始日期' })
  .refine(({ from, until }) => daysBetween(from, until) <= mostDays, { path: ['from'], message: '期间不能超过20年' })

const value = z.number().nullable()

export const listMetrics = contract({
  method: 'GET',
  path: '/metrics',
  title: '指标口径：全部指标，哪些可以查看',
  may: 'signed-in',
  answer: z.object({ rows: z.array(z.object({ name: z.enum(metricNames), visible: z.boolean() })) }),
})

export const getMetric = contract({
  method: 'GET',
  path: '/metric-counts',
  title: '一个指标的数值',
  may: 'signed-in',
  query: question,
  answer: z.object({
    total: value,
    rows: z.array(z.object({ keys: z.array(z.string()), titles: z.array(z.string()), value })),
    countedFrom: z.enum(['rows', 'sums']),
  }),
})
export type MetricCounts = AnswerOf<typeof getMetric>
export type MetricQuery = QueryOf<typeof getMetric>

export const exportMetric = contract({
  method: 'GET',
  path: '/metric-counts.csv',
  title: '导出指标数值（CSV）',
  may: 'signed-in',
  query: question,
  answer: 'file',
})

export const exportMetricGrid = contract({
  method: 'GET',
  path: '/metric-counts.xlsx',
  title: '导出指标数值（Excel）',
  may: 'signed-in',
  query: question,
  answer: 'file',
})

const documentFilters = z.object({
  metric: z.enum(documentMetricNames),
  from: aDay,
  until: aDay,
  unitId: z.uuid().optional(),
  /** The unit alone, without those below it. */
  own: z.stringbool().default(false),
  genre: z.string().max(20).optional(),
})
export type DocumentFilters = z.infer<typeof documentFilters>

export const listMetricDocuments = contract({
  method: 'GET',
  path: '/metric-documents',
  title: '网站公开数字后面的每一份文件',
  may: 'channel.read',
  query: documentFilters.extend({ page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        editionId: z.uuid().nullable(),
        title: z.string(),
        indexNumber: z.string(),
        documentNumber: z.string().nullable(),
        unitName: z.string(),
        kind: z.string(),
        day: aDay,
      }),
    ),
    total: z.int(),
  }),
})

export const exportMetricDocuments = contract({
  method: 'GET',
  path: '/metric-documents.csv',
  title: '导出网站公开数字后面的每一份文件',
  may: 'channel.read',
  query: documentFilters,
  answer: 'file',
})
