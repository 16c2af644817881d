// Answers the office's questions about errors that citizens found: they are about the site, and name people, so whoever reaches all of it sees them.
import { dayAt, timeAt } from '../../../platform/clock/clock.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { answerErrorReport } from '../actions/answer-error-report.ts'
import { errorKinds } from '../law/error-kinds.ts'
import { errorReports, type ErrorReportListed } from '../queries/error-reports.ts'
import { reachesWholeSite } from '../../publication/index.ts'
import { errorReportNumber } from '../rules/error-report.ts'
import { exportErrorReports, listErrorReports, putErrorReportAnswer, type ErrorReportRow } from './contract.ts'

const legalTimeZone = 'Asia/Shanghai'
const mostExported = 10_000

const rowOf = (row: ErrorReportListed): ErrorReportRow => ({
  ...row,
  number: errorReportNumber(row.id, dayAt(row.receivedAt, legalTimeZone)),
  receivedAt: row.receivedAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
})

const headings = ['编号', '收到时间', '类型', '页面', '描述', '联系方式', '答复时间', '答复人', '答复']
const timeOf = (at: Date): string => timeAt(at, legalTimeZone)

const cellsOf = (row: ErrorReportListed): (string | null)[] => [
  rowOf(row).number,
  timeOf(row.receivedAt),
  errorKinds[row.kind],
  row.page,
  row.description,
  row.contact,
  row.answeredAt && timeOf(row.answeredAt),
  row.answeredByName,
  row.answer,
]

export const interactionRoutes: readonly OfficeRoute[] = [
  answer(listErrorReports, async ({ tx, query, reach }) => {
    if (!(await reachesWholeSite(tx, reach))) return granted({ rows: [], total: 0 })
    const { rows, total } = await errorReports(tx, { ...query, words: query.q, limit: query.size, offset: (query.page - 1) * query.size })
    return granted({ rows: rows.map(rowOf), total })
  }),

  answer(exportErrorReports, async ({ tx, query, reach }) => {
    const mine = await reachesWholeSite(tx, reach)
    const { rows } = await errorReports(tx, { ...query, words: query.q, limit: mine ? mostExported : 0, offset: 0 })
    return granted(csvFile('网站找错', headings, rows.map(cellsOf)))
  }),

  answer(putErrorReportAnswer, async ({ tx, params, body, actor, reach, clock, audit }) => {
    if (!(await reachesWholeSite(tx, reach))) return refused('not-found')
    audit({ objectKind: 'error-report', objectId: params.id })
    const answered = await answerErrorReport(tx, { id: params.id, text: body.answer, by: actor, at: clock.now() })
    return answered.ok ? granted(rowOf(answered.value)) : answered
  }),
]
