// Office routes over what citizens write: errors they found on the site (我为政府网站找错).
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { errorKinds, type ErrorKind } from '../law/error-kinds.ts'

const kindNames = Object.keys(errorKinds) as [ErrorKind, ...ErrorKind[]]

const reportQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
  state: z.enum(['open', 'answered', 'all']).default('open'),
  kind: z.enum(kindNames).optional(),
  q: z.string().max(100).default(''),
  sort: z.enum(['newest', 'oldest']).default('newest'),
})

const errorReportRow = z.object({
  id: z.uuid(),
  /** What the citizen was given: JC20261122-1A2B3C4D. */
  number: z.string(),
  page: z.string(),
  kind: z.enum(kindNames),
  description: z.string(),
  /** May be empty: nobody need say who they are. */
  contact: z.string(),
  receivedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  answeredByName: z.string().nullable(),
  answer: z.string(),
})
export type ErrorReportRow = z.infer<typeof errorReportRow>

export const listErrorReports = contract({
  method: 'GET',
  path: '/error-reports',
  title: '网站找错列表',
  may: 'error-report.read',
  query: reportQuery,
  answer: z.object({ rows: z.array(errorReportRow), total: z.int() }),
})

export const exportErrorReports = contract({
  method: 'GET',
  path: '/error-reports.csv',
  title: '导出网站找错',
  may: 'error-report.read',
  query: reportQuery,
  answer: 'file',
})

export const putErrorReportAnswer = contract({
  method: 'PUT',
  path: '/error-reports/:id/answer',
  title: '答复网站找错',
  may: 'error-report.answer',
  params: z.object({ id: z.uuid() }),
  body: z.object({ answer: z.string().trim().min(2).max(2000) }),
  answer: errorReportRow,
})
