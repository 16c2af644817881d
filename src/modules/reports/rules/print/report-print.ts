// All that the files of a report are made from.
import type { ReportSheet } from '../sheet.ts'
import type { YearFigure } from './charts.ts'
import type { Resolve } from './printed-report.ts'

export interface ReportPrint {
  readonly sheet: ReportSheet
  readonly resolve: Resolve
  /** Applications received in years before, for the chart. */
  readonly years: readonly YearFigure[]
  readonly redHead: boolean
}
