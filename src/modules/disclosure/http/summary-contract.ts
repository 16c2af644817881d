// What the office may ask of the monthly summary of secrecy reviews (保密审查月度汇总表).
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { routes, summaryColumns } from '../law/secrecy-summary.ts'
import { aDay, id, keysOf, paging, text } from './shapes.ts'

const column = z.enum(keysOf(summaryColumns))
const route = z.enum(keysOf(routes))
const month = z.string().regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, '请选择月份')

const filters = { month, unitId: id.optional(), q: text(100).default(''), column: column.optional(), route: route.optional() }

const totals = { total: z.number().int(), urgent: z.number().int(), columns: z.record(column, z.number().int()) }

export type SecrecySummary = z.infer<typeof getSummary.answer>

export const getSummary = contract({
  method: 'GET',
  path: '/secrecy-summary',
  title: '保密审查月度汇总表',
  may: 'edition.read',
  query: z.object({ ...filters, ...paging }),
  answer: z.object({
    rows: z.array(
      z.object({
        editionId: id,
        title: z.string(),
        unitName: z.string(),
        sectionName: z.string().nullable(),
        column,
        columnTitle: z.string(),
        article: z.string(),
        reviewerName: z.string(),
        reviewedOn: aDay,
        route,
        routeTitle: z.string(),
      }),
    ),
    total: z.number().int(),
    /** Of the month and unit asked for, whatever column or route is chosen. */
    totals: z.object(totals),
    units: z.array(z.object({ unitId: id, unitName: z.string(), ...totals })),
  }),
})

export const exportSummary = contract({
  method: 'GET',
  path: '/secrecy-summary.csv',
  title: '导出保密审查月度汇总表',
  may: 'edition.read',
  query: z.object(filters),
  answer: 'file',
})

export const printSummary = contract({
  method: 'GET',
  path: '/secrecy-summary/sheet',
  title: '打印保密审查月度汇总表',
  may: 'edition.read',
  query: z.object(filters),
  answer: 'file',
})
