// The shape of a figure: named once, counted over what really happened, and opened down to the rows behind it.
import type { Reach } from './actor.ts'
import type { Article } from './article.ts'
import type { Day } from './day.ts'

/** By what a figure can be split. */
export const metricSplits = {
  unit: '单位',
  month: '月份',
  kind: '申请人类别',
  channel: '渠道',
  outcome: '处理结果',
  genre: '体裁',
  remedy: '救济途径',
} as const

export type MetricSplit = keyof typeof metricSplits

export const metricSplitNames = Object.keys(metricSplits) as [MetricSplit, ...MetricSplit[]]

/** A figure that is no count of its own: some counts of its module divided by others. */
export interface Ratio {
  readonly of: readonly string[]
  readonly in: readonly string[]
  /** 100 where it is said in percent. */
  readonly times: 1 | 100
  /** The count whose records say why it is as it is. */
  readonly opens: string
}

export interface Metric {
  readonly title: string
  /** 条, 件, %, 天 … */
  readonly measure: string
  /** What is counted, in one sentence that an official can check by hand. */
  readonly counts: string
  readonly article: Article
  /** The right by which somebody sees it, as far as that right reaches: a row of access/law/permissions.ts. */
  readonly action: string
  readonly splits: readonly MetricSplit[]
  /** Over the days of a period, or as it stood at the end of its last day. */
  readonly over: 'period' | 'day'
  readonly ratio?: Ratio
}

/** Days of a figure, both included. */
export interface Span {
  readonly from: Day
  readonly until: Day
}

/** What stands at the end of a day is not known of days to come: it is told as of today. */
export function knownSpan({ over }: Pick<Metric, 'over'>, span: Span, today: Day): Span {
  if (over === 'period' || span.until <= today) return span
  return { from: span.from < today ? span.from : today, until: today }
}

/** Rows as they are now, counted one by one; or sums that each change carries on in its own transaction. Both give the same. */
export type CountedFrom = 'rows' | 'sums'

/** What a module is asked to count of its metrics: within the reach, and of some units where they are named. */
export interface MetricQuestion {
  readonly reach: Pick<Reach, 'everywhere' | 'unitIds' | 'sectionIds'>
  readonly unitIds?: readonly string[] | undefined
  readonly span: Span
  readonly by: readonly MetricSplit[]
  readonly from: CountedFrom
  /** These metrics are wanted: others may be left out. All where it is not given. */
  readonly names?: readonly string[] | undefined
}

export const isWanted = ({ names }: Pick<MetricQuestion, 'names'>, name: string): boolean => names?.includes(name) ?? true

/** One for each combination of keys that counts anything; `keys` stand in the order of `by`. */
export interface MetricRow {
  readonly keys: readonly string[]
  /** By the names of the module's metrics. */
  readonly counts: Readonly<Record<string, number>>
}

/** Keeps the literal names of a module's metrics. */
export const metrics = <const Table extends Readonly<Record<string, Metric>>>(table: Table): Table => table

/** One figure of a metric, whose records are looked for: of a unit and all below it, or of the keys of a row. */
export interface MetricPlace {
  readonly span: Span
  readonly unitId?: string | undefined
  readonly part: Readonly<Partial<Record<MetricSplit, string>>>
}

/** The days that a figure counts: of a row by month, those of the month that lie in the period. */
export function daysOf({ span, part: { month } }: MetricPlace): Span {
  if (month === undefined) return span
  const [first, last] = [`${month}-01` as Day, `${month}-${new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()}` as Day]
  return { from: first > span.from ? first : span.from, until: last < span.until ? last : span.until }
}
