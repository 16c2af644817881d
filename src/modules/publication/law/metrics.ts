// The figures of what stands on the website: one definition each; `queries/metric-counts.ts` counts them and `queries/metric-documents.ts` opens them.
import { metrics, type Metric } from '../../../kernel/metric.ts'

const ofDocuments = { measure: '件', action: 'channel.read', article: 'ogi-2019/20' } as const satisfies Partial<Metric>

export const publicationMetrics = metrics({
  documents: {
    title: '网站公开信息数',
    measure: '条',
    counts: '首次在政府网站公开的日期（历史信息为原公开日期）在期间内、现在仍然公开的信息，不含党务公开信息。',
    article: 'ogi-2019/23',
    action: 'channel.read',
    splits: ['unit', 'month', 'genre'],
    over: 'period',
  },
  'normative-made': {
    title: '制发行政规范性文件',
    counts: '成文日期（没有的，为首次公开日期）在期间内、在“履职依据”栏目公开并有发文字号的文件。',
    ...ofDocuments,
    splits: ['unit', 'month', 'genre'],
    over: 'period',
  },
  'normative-repealed': {
    title: '废止行政规范性文件',
    counts: '在“履职依据”栏目公开并有发文字号的文件中，期间内被废止的：以废止它的文件的公开日期为准；没有的，以首次标注“废止”的日期为准。有效期届满的不计。',
    ...ofDocuments,
    splits: ['unit', 'month', 'genre'],
    over: 'period',
  },
  'normative-in-force': {
    title: '现行有效行政规范性文件',
    counts: '截至该日已经制发、没有废止、有效期没有届满，在“履职依据”栏目公开并有发文字号的文件。',
    ...ofDocuments,
    splits: ['unit', 'genre'],
    over: 'day',
  },
  'normative-interpreted': {
    title: '已解读的行政规范性文件',
    counts: '期间内制发的行政规范性文件中，现在有政策解读与之相互关联公开的。',
    ...ofDocuments,
    article: 'interpretation-2016/1',
    splits: ['unit', 'month', 'genre'],
    over: 'period',
  },
  'normative-uninterpreted': {
    title: '尚未解读的行政规范性文件',
    counts: '期间内制发的行政规范性文件中，现在没有政策解读与之相互关联公开的；不论是否应当解读。',
    ...ofDocuments,
    article: 'interpretation-2016/1',
    splits: ['unit', 'month', 'genre'],
    over: 'period',
  },
  'interpreted-share': {
    title: '行政规范性文件解读率',
    counts: '已解读的行政规范性文件，占期间内制发的行政规范性文件的百分比；不论是否应当解读。',
    ...ofDocuments,
    measure: '%',
    article: 'interpretation-2016/1',
    splits: ['unit', 'month', 'genre'],
    over: 'period',
    ratio: { of: ['normative-interpreted'], in: ['normative-interpreted', 'normative-uninterpreted'], times: 100, opens: 'normative-uninterpreted' },
  },
  interpretations: {
    title: '政策解读',
    measure: '篇',
    counts: '首次公开日期在期间内、与所解读文件相互关联的政策解读，一篇计1篇。',
    article: 'interpretation-2016/3',
    action: 'channel.read',
    splits: ['unit', 'month', 'genre'],
    over: 'period',
  },
})

export type PublicationMetric = keyof typeof publicationMetrics

/** The metrics that are no share of others: each counts documents, which a list shows. */
export type DocumentMetric = Exclude<PublicationMetric, 'interpreted-share'>

export const documentMetricNames = Object.entries<Metric>(publicationMetrics).flatMap(([name, { ratio }]) => (ratio ? [] : [name])) as [
  DocumentMetric,
  ...DocumentMetric[],
]

export const isDocumentMetric = (name: string): name is DocumentMetric => (documentMetricNames as readonly string[]).includes(name)
