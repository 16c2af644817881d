// The shape of a figure: named once, counted over what really happened, and opened down to the rows behind it.
import type { Article } from './article.ts'
import type { Day } from './day.ts'

export interface Metric {
  readonly title: string
  /** 条, 件, 次 … */
  readonly measure: string
  /** What is counted, in one sentence that an official can check by hand. */
  readonly counts: string
  readonly article: Article
}

/** Days of a figure, both included. */
export interface Span {
  readonly from: Day
  readonly until: Day
}

/** Keeps the literal names of a module's metrics. */
export const metrics = <const Table extends Readonly<Record<string, Metric>>>(table: Table): Table => table
