// What a row of the starting text is: a sentence that the records of the year bear out, with the way to them; nothing where there is no record.
import type { Article } from '../../../../../kernel/article.ts'
import type { Day } from '../../../../../kernel/day.ts'
import type { YearMetric } from '../../../law/year-metrics.ts'
import { figureOf, type ReportSheet } from '../../sheet.ts'

/** Where the records of a sentence are, in the office. */
export interface Source {
  readonly title: string
  readonly path: string
}

export interface StartingFacts {
  readonly sheet: ReportSheet
  /** Whether there is a report of last year with figures to compare. */
  readonly hasLast: boolean
  readonly metric: (name: YearMetric) => number
  /** Of the unit that reports. */
  readonly leadingGroup: string | null
  /** The day on which its guide was last made in the year. */
  readonly guideMadeOn: Day | null
}

interface Said {
  /** Figures are references. */
  readonly said: string
  readonly sources: readonly Source[]
}

export interface StartingRow {
  readonly part: number
  readonly article: Article
  readonly says: (facts: StartingFacts) => Said | null
}

export interface Sentence extends Said {
  readonly part: number
  readonly article: Article
}

export const amount = ({ sheet }: StartingFacts, ...keys: readonly string[]): number =>
  keys.reduce((sum, key) => sum + figureOf(sheet.cells.get(key)?.value), 0)

const own = ({ scope, unitId }: ReportSheet): string => (scope === 'own' ? `&unitId=${unitId}` : '')

/** Lists of the office that show the rows behind a sentence. */
export const records = {
  published: ({ sheet }) => ({ title: '公开数量', path: `/channel-figures?from=${sheet.year}-01-01&until=${sheet.year}-12-31${own(sheet)}` }),
  requestTable: ({ sheet }) => ({ title: '申请情况统计表', path: `/request-table?year=${sheet.year}${own(sheet)}` }),
  requestFigures: ({ sheet }) => ({ title: '办理数量和时效', path: `/request-figures?from=${sheet.year}-01-01&until=${sheet.year}-12-31${own(sheet)}` }),
  remedies: () => ({ title: '投诉复议和诉讼', path: '/request-remedies' }),
  lateDuties: ({ sheet }) => ({ title: '逾期的公开任务', path: `/duties?view=late${own(sheet)}` }),
  duties: ({ sheet }) => ({ title: '公开任务', path: `/duties?view=settled${own(sheet)}` }),
  heartbeat: ({ sheet }) => ({ title: '目录运行', path: sheet.scope === 'own' ? `/heartbeat/${sheet.unitId}` : '/heartbeat' }),
  interpretations: () => ({ title: '政策解读', path: '/interpretations' }),
  bulletins: () => ({ title: '政务公开简报', path: '/bulletins' }),
  deliveries: () => ({ title: '查阅点和移送', path: '/deliveries' }),
  surveys: () => ({ title: '实施效果调查', path: '/surveys' }),
  unit: ({ sheet }) => ({ title: '机构', path: `/units/${sheet.unitId}` }),
  guide: ({ sheet }) => ({ title: '公开指南', path: `/guides/${sheet.unitId}` }),
  cells: () => ({ title: '本报告的表格', path: '' }),
} as const satisfies Record<string, (facts: StartingFacts) => Source>
