// Answers for the registry of figures. Of a metric that somebody may not see, the dictionary still tells what it counts.
import type { Day } from '../../../kernel/day.ts'
import { knownSpan, metricSplits } from '../../../kernel/metric.ts'
import type { Reach } from '../../../kernel/actor.ts'
import { granted } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { gridFile } from '../../../platform/documents/write/grid.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { documentsCounted } from '../../publication/index.ts'
import { publicationMetrics } from '../../publication/law/metrics.ts'
import { countMetric, seesMetric, type AskedMetric, type MetricAnswer } from '../actions/count-metric.ts'
import { metricNames, registry } from '../law/metrics.ts'
import { metricDocuments } from '../queries/metric-documents.ts'
import { unitsUnder } from '../queries/metric-units.ts'
import {
  exportMetric,
  exportMetricDocuments,
  exportMetricGrid,
  getMetric,
  listMetricDocuments,
  listMetrics,
  type DocumentFilters,
  type MetricQuery,
} from './metric-contract.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const mostExported = 50_000

async function documentsOf(tx: Tx, reach: Reach, { metric, from, until, unitId, own, genre }: DocumentFilters) {
  const unitIds = unitId === undefined ? undefined : own ? [unitId] : await unitsUnder(tx, unitId)
  return documentsCounted(metric, { reach, unitIds, span: { from, until }, genre })
}

const askedOf = ({ name, from, until, by, unitId }: MetricQuery, today: Day) => ({ name, span: knownSpan(registry[name], { from, until }, today), by, unitId })

function sheetOf({ name, span: { from, until }, by }: AskedMetric, { rows, total }: MetricAnswer) {
  const { title, measure, counts, over } = registry[name]
  const days = over === 'day' ? `截至${until}` : `${from}至${until}`
  return {
    title: `${title}（${measure}）${days}`,
    headings: [...by.map((split) => metricSplits[split]), `${title}（${measure}）`],
    rows: [
      ...rows.map(({ titles, value }) => [...titles, value ?? '']),
      ['合计', ...by.slice(1).map(() => ''), total ?? ''],
      [`口径：${counts}`, ...by.map(() => '')],
    ],
  }
}

export const metricRoutes: readonly OfficeRoute[] = [
  answer(listMetrics, async ({ actor }) => granted({ rows: metricNames.map((name) => ({ name, visible: seesMetric(actor, name) })) })),

  answer(getMetric, async ({ tx, actor, query, clock }) => {
    const asked = askedOf(query, clock.today())
    const counted = await countMetric(tx, actor, asked)
    if (!counted.ok) return counted
    const { total, rows, from } = counted.value
    return granted({ total, countedFrom: from, rows: rows.map(({ keys, titles, value }) => ({ keys: [...keys], titles: [...titles], value })) })
  }),

  answer(exportMetric, async ({ tx, actor, query, clock }) => {
    const asked = askedOf(query, clock.today())
    const counted = await countMetric(tx, actor, asked)
    if (!counted.ok) return counted
    const { title, headings, rows } = sheetOf(asked, counted.value)
    return granted(csvFile(title, headings, rows))
  }),

  answer(exportMetricGrid, async ({ tx, actor, query, clock }) => {
    const asked = askedOf(query, clock.today())
    const counted = await countMetric(tx, actor, asked)
    if (!counted.ok) return counted
    const { title, headings, rows } = sheetOf(asked, counted.value)
    const columns = headings.map((over, at) => ({ over, width: at === 0 ? 44 : 24, centred: at > 0 }))
    return granted({ mediaType: spreadsheet, name: `${title}.xlsx`, body: await gridFile([{ name: '数据统计', title, columns, rows }]) })
  }),

  answer(listMetricDocuments, async ({ tx, reach, query }) => {
    const { page, size } = query
    return granted(await metricDocuments(tx, await documentsOf(tx, reach, query), { limit: size, offset: (page - 1) * size }))
  }),

  answer(exportMetricDocuments, async ({ tx, reach, query }) => {
    const { rows } = await metricDocuments(tx, await documentsOf(tx, reach, query), { limit: mostExported, offset: 0 })
    const headings = ['文件名称', '索引号', '发文字号', '体裁', '单位', '日期']
    const cells = rows.map((row) => [row.title, row.indexNumber, row.documentNumber, row.kind, row.unitName, row.day])
    return granted(csvFile(`${publicationMetrics[query.metric].title}明细`, headings, cells))
  }),
]
