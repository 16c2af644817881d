// Adds up the monthly summary: every review is in exactly one column, and the total is the sum of the columns.
import { summaryColumnNames, type RouteName, type SummaryColumnName } from '../law/secrecy-summary.ts'

export interface Counted {
  readonly unitId: string
  readonly unitName: string
  readonly column: SummaryColumnName
  readonly route: RouteName
  readonly count: number
}

export interface Totals {
  readonly total: number
  readonly urgent: number
  readonly columns: Readonly<Record<SummaryColumnName, number>>
}

const sum = (rows: readonly Counted[]): number => rows.reduce((all, { count }) => all + count, 0)

export function totalsOf(rows: readonly Counted[]): Totals {
  const columns = Object.fromEntries(summaryColumnNames.map((name) => [name, sum(rows.filter(({ column }) => column === name))]))
  return { total: sum(rows), urgent: sum(rows.filter(({ route }) => route === 'urgent')), columns: columns as Totals['columns'] }
}

export function totalsByUnit(rows: readonly Counted[]): (Totals & { readonly unitId: string; readonly unitName: string })[] {
  const units = new Map(rows.map(({ unitId, unitName }) => [unitId, unitName]))
  return [...units].map(([unitId, unitName]) => ({ unitId, unitName, ...totalsOf(rows.filter((row) => row.unitId === unitId)) }))
}
