// 依申请公开年度数据: the figures of a year that everybody reads, out of the lines of the statutory yearly table (yearly-report-2021/3).

/** The results of the yearly table, its groups as one figure each. */
export const resultFigures = {
  granted: { title: '予以公开' },
  partial: { title: '部分公开' },
  denied: { title: '不予公开' },
  unable: { title: '无法提供' },
  'not-processed': { title: '不予处理' },
  other: { title: '其他处理' },
} as const satisfies Record<string, { title: string }>

export type ResultFigure = keyof typeof resultFigures

export const yearFigures = {
  received: { title: '本年新收' },
  'carried-over': { title: '上年结转' },
  ...resultFigures,
  total: { title: '办结总计' },
  'carried-forward': { title: '结转下年' },
  'in-time': { title: '按期答复' },
  late: { title: '逾期答复' },
} as const satisfies Record<string, { title: string }>

export type YearFigure = keyof typeof yearFigures

export const yearFigureNames = Object.keys(yearFigures) as [YearFigure, ...YearFigure[]]

/** Null: guarded, because it would point to a person or let such a figure be worked out. */
export type GuardedFigures = Readonly<Record<YearFigure, number | null>>

/** One year of one unit, or of all together. */
export interface YearOfApplications {
  readonly year: number
  readonly unitId: string | null
  readonly figures: GuardedFigures
  /** Whole calendar days from receipt to conclusion, on average; null where nothing was concluded or the total is guarded. */
  readonly meanDays: number | null
}

/** No law names a number: the office's own rule, so that one or two applications never stand alone. */
export const guardLaw = { least: 3 } as const
