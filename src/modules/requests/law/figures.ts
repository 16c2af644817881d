// The figures of a period and of a day that lists of applications open to, and by what a period is looked at. What each counts stands in `metrics.ts`.
import { metricSplits } from '../../../kernel/metric.ts'
import { requestMetrics } from './metrics.ts'

/** Of a period. */
export const requestFigureNames = ['received', 'concluded', 'in-time', 'late', 'extended'] as const

export type RequestFigure = (typeof requestFigureNames)[number]

/** With those that stand at the end of a day. */
export const listedFigureNames = [...requestFigureNames, 'prompt', 'extended-in-time', 'belated', 'open', 'overdue'] as const

export type ListedFigure = (typeof listedFigureNames)[number]

export const requestFigures = requestMetrics satisfies Readonly<Record<ListedFigure, unknown>>

const { unit, month, kind, channel, outcome } = metricSplits

export const figureSplits = { unit, month, kind, channel, outcome } as const

export type FigureSplit = keyof typeof figureSplits

export const figureSplitNames = Object.keys(figureSplits) as [FigureSplit, ...FigureSplit[]]

/** Of 行政复议 and 行政诉讼. */
export const remedyFigureNames = ['remedies-received', 'remedies-upheld', 'remedies-corrected', 'remedies-other', 'remedies-open'] as const

export type RemedyFigure = (typeof remedyFigureNames)[number]

export const isRemedyFigure = (name: string): name is RemedyFigure => (remedyFigureNames as readonly string[]).includes(name)
