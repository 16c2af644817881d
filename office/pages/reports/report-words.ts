// How reports are told of in the office: tones of their states, and the way from a figure to what it counts.
import { reportStates, type ReportOrigin, type ReportState } from '../../../src/modules/reports/law/states.ts'
import type { PublicationMetric } from '../../../src/modules/publication/law/metrics.ts'
import type { CellSource, DocumentFigure } from '../../../src/modules/reports/law/forms/sources.ts'
import { formLines } from '../../../src/modules/requests/law/yearly-form.ts'
import { paths } from '../../paths.ts'
import type { Tone } from '../../theme.ts'

const tones = { muted: 'neutral', amber: 'soon', green: 'good', red: 'bad' } as const satisfies Record<string, Tone>

export const stateOf = (state: ReportState): { readonly title: string; readonly tone: Tone } => ({
  title: reportStates[state].title,
  tone: tones[reportStates[state].tone],
})

/** Where a report comes from. */
export const originTitles: Readonly<Record<ReportOrigin, string>> = { system: '系统填报', paper: '纸质', 'taken-over': '转入' }

export interface Way {
  readonly title: string
  readonly path: string
}

type Query = Readonly<Record<string, string | number>>
const path = (of: string, query: Query): string =>
  `${of}?${new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]))}`

const documentMetrics: Partial<Record<DocumentFigure, PublicationMetric>> = {
  made: 'normative-made',
  repealed: 'normative-repealed',
  inForce: 'normative-in-force',
}

/** The lists that open what a cell of one unit counts; none where it is typed, or where no list shows just that. */
export function waysOf(source: CellSource, year: number, unitId: string): Way[] {
  const span = { from: `${year}-01-01`, until: `${year}-12-31`, line: 'government' }
  switch (source.by) {
    case 'requests':
      return source.lines.map((line) => ({ title: formLines[line].title, path: path(paths.requests, { year, line, unitId, ...(source.kind === 'all' ? {} : { kind: source.kind }) }) }))
    case 'remedies':
      return source.rows.flatMap((row) => source.columns.map((column) => ({ title: '复议、诉讼案件', path: path(paths.requestRemedies, { year, row, column, unitId }) })))
    case 'published':
      return source.on === 'anywhere' ? [{ title: '公开的信息', path: path(paths.figureRows, { ...span, metric: 'published-distinct', unitId }) }] : [{ title: '公开数量', path: path(paths.figures, { ...span, unitId }) }]
    case 'documents': {
      const metric = documentMetrics[source.figure]
      return metric ? [{ title: '规范性文件', path: path(paths.metricDocuments, { metric, from: span.from, until: span.until, own: 'true', unitId }) }] : []
    }
    case 'received':
    case 'concluded':
    case 'answers':
      return [{ title: '办理情况统计表', path: path(paths.requestTable, { year, unitId }) }]
    default:
      return []
  }
} // prettier-ignore
