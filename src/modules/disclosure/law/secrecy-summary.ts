// The monthly summary for the secrecy office: which steps conclude a secrecy review, and the columns in which each is counted, once.
import type { Article } from '../../../kernel/article.ts'
import { secrecyConclusions } from './secrecy.ts'
import type { StepName } from './steps.ts'

export interface SummaryColumn {
  readonly title: string
  readonly steps: readonly StepName[]
  /** The conclusion written with the step; null where the step says it by itself. */
  readonly conclusion: keyof typeof secrecyConclusions | null
  readonly article: Article
}

const passing = ['pass-secrecy', 'ask-confirmation'] as const satisfies readonly StepName[]

export const summaryColumns = {
  'may-disclose': { title: '可以公开', steps: passing, conclusion: 'may-disclose', article: secrecyConclusions['may-disclose'].article },
  'not-to-disclose': { title: '免于公开', steps: passing, conclusion: 'not-to-disclose', article: secrecyConclusions['not-to-disclose'].article },
  'ask-above': { title: '报请确定', steps: ['refer'], conclusion: null, article: secrecyConclusions['ask-above'].article },
  returned: { title: '退回修改', steps: ['return-from-secrecy', 'return-from-referred'], conclusion: null, article: 'ogi-2019/17' },
} as const satisfies Record<string, SummaryColumn>

export type SummaryColumnName = keyof typeof summaryColumns
export const summaryColumnNames = Object.keys(summaryColumns) as SummaryColumnName[]

/** The rows under their common shape. */
export const summaryColumnRows: Readonly<Record<SummaryColumnName, SummaryColumn>> = { ...summaryColumns }

export const routes = { ordinary: '一般程序', urgent: '紧急程序' } as const satisfies Record<string, string>

export type RouteName = keyof typeof routes
