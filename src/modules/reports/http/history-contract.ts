// What the office may ask of years before Gongkai: what there is, the figures of a unit through the years, and taking a report over from its file.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { reportStateNames } from '../law/states.ts'

const origin = z.enum(['system', 'paper', 'taken-over'])
const scope = z.enum(['own', 'region'])
const year = z.int()

export const listReportYears = contract({
  method: 'GET',
  path: '/report-history',
  title: '各单位历年年度报告',
  may: 'report.read',
  query: z.object({
    words: z.string().trim().max(60).default(''),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  answer: z.object({
    total: z.int(),
    years: z.array(year),
    rows: z.array(
      z.object({
        unitId: z.uuid(),
        unitName: z.string(),
        /** Whether the actor may take a report of this unit over. */
        mayTakeOver: z.boolean(),
        years: z.array(z.object({ year, scope, origin, state: z.enum(reportStateNames), reportId: z.uuid(), isPublic: z.boolean() })),
      }),
    ),
  }),
})

const ofUnit = z.object({ unitId: z.uuid() })
const inScope = z.object({ scope: scope.default('own') })

export const getReportYears = contract({
  method: 'GET',
  path: '/report-history/:unitId',
  title: '一个单位历年年度报告的数据',
  may: 'report.read',
  params: ofUnit,
  query: inScope,
  answer: z.object({
    unitName: z.string(),
    years: z.array(
      z.object({
        year,
        origin,
        generation: z.enum(['A', 'B', 'C']),
        reportId: z.uuid(),
        file: z.object({ name: z.string(), at: z.iso.datetime({ offset: true }), byName: z.string() }).nullable(),
        corrected: z.array(z.object({ key: z.string(), reason: z.string(), byName: z.string() })),
      }),
    ),
    rows: z.array(
      z.object({
        key: z.string(),
        table: z.string(),
        label: z.string(),
        /** One a year, in the order of `years`; `—` where the form of the year has no such cell. */
        figures: z.array(z.string()),
      }),
    ),
  }),
})

export const exportReportYears = contract({
  method: 'GET',
  path: '/report-history/:unitId/figures.csv',
  title: '导出一个单位历年年度报告的数据',
  may: 'report.read',
  params: ofUnit,
  query: inScope,
  answer: 'file',
})

export const getTakenOverFile = contract({
  method: 'GET',
  path: '/report-history-files/:reportId',
  title: '下载登记历年报告所用的文件',
  may: 'report.read',
  params: z.object({ reportId: z.uuid() }),
  answer: 'file',
})

export const postTakenOver = contract({
  method: 'POST',
  path: '/report-history',
  title: '把一份报告登记为单位的历年数据',
  may: 'report.accept',
  takes: 'multipart',
  body: z.object({
    unitId: z.uuid(),
    year: z.coerce.number().int(),
    scope,
    replaceReason: z.string().trim().max(500).default(''),
    /** JSON: a list of `{key, written, reason}`. */
    corrections: z.string().max(200_000).default('[]'),
  }),
  answer: z.object({ reportId: z.uuid() }),
})
