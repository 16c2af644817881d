// Answers the office's questions about errors that citizens found.
import { dayAt } from '../../../platform/clock/clock.ts'
import { granted } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { answerErrorReport } from '../actions/answer-error-report.ts'
import { errorKinds } from '../law/error-kinds.ts'
import { errorReports, type ErrorReportListed } from '../queries/error-reports.ts'
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

export const interactionRoutes: readonly OfficeRoute[] = [
  answer(listErrorReports, async ({ tx, query }) => {
    const { rows, total } = await errorReports(tx, { ...query, words: query.q, limit: query.size, offset: (query.page - 1) * query.size })
    return granted({ rows: rows.map(rowOf), total })
  }),

  answer(exportErrorReports, async ({ tx, query }) => {
    const { rows } = await errorReports(tx, { ...query, words: query.q, limit: mostExported, offset: 0 })
    const lines = rows
      .map(rowOf)
      .map((row) => [
        row.number,
        row.receivedAt,
        errorKinds[row.kind],
        row.page,
        row.description,
        row.contact,
        row.answeredAt ?? '',
        row.answeredByName ?? '',
        row.answer,
      ])
    return granted({
      mediaType: 'text/csv; charset=utf-8',
      name: '网站找错.csv',
      body: csv([['编号', '收到时间', '类型', '页面', '描述', '联系方式', '答复时间', '答复人', '答复'], ...lines]),
    })
  }),

  answer(putErrorReportAnswer, async ({ tx, params, body, actor, clock, audit }) => {
    audit({ objectKind: 'error-report', objectId: params.id })
    const answered = await answerErrorReport(tx, { id: params.id, text: body.answer, by: actor, at: clock.now() })
    return answered.ok ? granted(rowOf(answered.value)) : answered
  }),
]

/** With a byte order mark, and no cell that a spreadsheet would take for a formula. */
function csv(lines: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
