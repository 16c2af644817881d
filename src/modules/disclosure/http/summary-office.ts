// Answers the monthly summary of secrecy reviews: rows, figures, CSV and the sheet to be printed.
import { csvOf } from '../../../kernel/csv.ts'
import { granted } from '../../../kernel/ruling.ts'
import { articleTitle } from '../../../law/laws.ts'
import type { Article } from '../../../kernel/article.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { routes, summaryColumnRows } from '../law/secrecy-summary.ts'
import { summaryCounts, summaryRows, type SummaryRow } from '../queries/summary/secrecy-summary.ts'
import { totalsByUnit, totalsOf } from '../rules/secrecy-summary.ts'
import { sliceOf, wholeList } from './call.ts'
import { summarySheet } from './pages/summary-sheet.ts'
import * as contract from './summary-contract.ts'

/** More rows than anybody prints of one month. */
const mostPrinted = { limit: 3000, offset: 0 }

const rowView = (row: SummaryRow) => ({
  editionId: row.editionId,
  title: row.title,
  unitName: row.unitName,
  sectionName: row.sectionName,
  column: row.column,
  columnTitle: summaryColumnRows[row.column].title,
  article: [...new Set([summaryColumnRows[row.column].article, ...row.articles])].map((article) => articleTitle(article as Article)).join('、'),
  reviewerName: row.onBehalfOfName === null ? row.reviewerName : `${row.reviewerName}（代${row.onBehalfOfName}）`,
  reviewedOn: row.reviewedOn,
  route: row.route,
  routeTitle: routes[row.route],
})

export const summaryRoutes: readonly OfficeRoute[] = [
  answer(contract.getSummary, async ({ tx, actor, query }) => {
    const { rows, total } = await summaryRows(tx, actor, query, sliceOf(query))
    const counts = await summaryCounts(tx, actor, query)
    return granted({ rows: rows.map(rowView), total, totals: totalsOf(counts), units: totalsByUnit(counts) })
  }),
  answer(contract.exportSummary, async ({ tx, actor, query }) => {
    const { rows } = await summaryRows(tx, actor, query, wholeList)
    const body = csvOf(
      ['序号', '信息名称', '单位', '起草科室', '审查结论', '依据条款', '审查人', '审查日期', '程序'],
      rows
        .map(rowView)
        .map((row, at) => [at + 1, row.title, row.unitName, row.sectionName, row.columnTitle, row.article, row.reviewerName, row.reviewedOn, row.routeTitle]),
    )
    return granted({ mediaType: 'text/csv; charset=utf-8', name: `保密审查月度汇总表${query.month}.csv`, body })
  }),
  answer(contract.printSummary, async ({ tx, actor, clock, query }) => {
    const { rows, total } = await summaryRows(tx, actor, query, mostPrinted)
    const counts = (await summaryCounts(tx, actor, query)).filter(
      (one) => (query.column === undefined || one.column === query.column) && (query.route === undefined || one.route === query.route),
    )
    const units = totalsByUnit(counts)
    const body = summarySheet({ month: query.month, rows: rows.map(rowView), total, totals: totalsOf(counts), units, today: clock.today() })
    return granted({ mediaType: 'text/html; charset=utf-8', body })
  }),
]
