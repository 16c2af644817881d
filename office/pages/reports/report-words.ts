// How reports are told of in the office: tones of their states, and the way from a figure to what it counts.
import { channelGroups, channelNames, channels as ledgerChannels } from '../../../src/modules/channels/law/channels.ts'
import { reportStates, type ReportOrigin, type ReportState } from '../../../src/modules/reports/law/states.ts'
import type { PublicationMetric } from '../../../src/modules/publication/law/metrics.ts'
import type { CellSource, DocumentFigure } from '../../../src/modules/reports/law/forms/sources.ts'
import { channels } from '../../../src/modules/requests/law/channels.ts'
import { requestFigures, type ListedFigure } from '../../../src/modules/requests/law/figures.ts'
import { outcomes } from '../../../src/modules/requests/law/outcomes.ts'
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

const concludedFigures = { all: 'concluded', time: 'prompt', extension: 'belated' } as const satisfies Record<string, ListedFigure>

/** The lists that open what a cell of one unit counts; none where it is typed, or where no list shows just that. */
export function waysOf(source: CellSource, year: number, unitId: string): Way[] {
  const span = { from: `${year}-01-01`, until: `${year}-12-31`, line: 'government' }
  const ofRequests = (of: Query): string => path(paths.requests, { from: span.from, until: span.until, unitId, ...of })
  switch (source.by) {
    case 'requests':
      return source.lines.map((line) => ({ title: formLines[line].title, path: path(paths.requests, { year, line, unitId, ...(source.kind === 'all' ? {} : { kind: source.kind }) }) }))
    case 'remedies':
      return source.rows.flatMap((row) => source.columns.map((column) => ({ title: '复议、诉讼案件', path: path(paths.requestRemedies, { year, row, column, unitId }) })))
    case 'published': {
      const own = { ...span, unitId, own: 'true' }
      if (source.on === 'anywhere') return [{ title: '公开的信息', path: path(paths.figureRows, { ...own, metric: 'published-distinct' }) }]
      const ofGroup = channelNames.filter((name) => ledgerChannels[name].group === source.on).join(',')
      return [{ title: `在${channelGroups[source.on]}公开的信息`, path: path(paths.figureRows, { ...own, metric: 'published-by-channel', channels: ofGroup, once: 'true' }) }]
    }
    case 'documents': {
      const metric = documentMetrics[source.figure]
      return metric ? [{ title: '规范性文件', path: path(paths.metricDocuments, { metric, from: span.from, until: span.until, own: 'true', unitId }) }] : []
    }
    case 'received':
      return source.ways.map((way) => ({ title: `收到的申请：${channels[way].title}`, path: ofRequests({ figure: 'received', channel: way }) }))
    case 'concluded':
      return [{ title: requestFigures[concludedFigures[source.in]].title, path: ofRequests({ figure: concludedFigures[source.in] }) }]
    case 'answers':
      return source.outcomes.map((outcome) => ({ title: outcomes[outcome].title, path: ofRequests({ figure: 'concluded', outcome }) }))
    default:
      return []
  }
} // prettier-ignore
