// The fourth part of the yearly report out of the remedies: in which cell each stands, and the sums.
import { yearOf, type Day } from '../../../kernel/day.ts'
import { remedyResultRows, type RemedyKind, type RemedyResult } from '../law/remedy-cases.ts'
import { remedyColumnNames, remedyRowNames, type RemedyColumn, type RemedyRow } from '../law/yearly-form.ts'

export interface CountedRemedy {
  readonly kind: RemedyKind
  readonly afterReconsideration: boolean
  readonly receivedOn: Day
  readonly result: RemedyResult | null
  /** The day of the last result; null while it is open. */
  readonly concludedOn: Day | null
}

export interface RemedyCell {
  readonly row: RemedyRow
  readonly column: Exclude<RemedyColumn, 'total'>
}

/** Complaints stand in no row. */
export function remedyRowOf({ kind, afterReconsideration }: Pick<CountedRemedy, 'kind' | 'afterReconsideration'>): RemedyRow | null {
  if (kind === 'complaint') return null
  return kind === 'reconsideration' ? 'reconsideration' : afterReconsideration ? 'lawsuit-after' : 'lawsuit-direct'
}

/** The one cell of the year; null before it began, after it ended, and for a complaint. What is open at the end of a year stands there, and in the next year again. */
export function remedyCellOf(one: CountedRemedy, year: number): RemedyCell | null {
  const row = remedyRowOf(one)
  const concluded = one.concludedOn === null ? null : yearOf(one.concludedOn)
  if (row === null || yearOf(one.receivedOn) > year || (concluded !== null && concluded < year)) return null
  const column = concluded === year && one.result !== null ? remedyResultRows[one.result].column : 'open'
  return column && { row, column }
}

export type RemedyTable = Readonly<Record<RemedyRow, Readonly<Record<RemedyColumn, number>>>>

/** Fills the form from a flat tally; sums are made here and nowhere else. */
export function remedyTable(tally: readonly (RemedyCell & { readonly count: number })[]): RemedyTable {
  const cell = (row: RemedyRow, column: RemedyColumn): number =>
    tally.filter((one) => one.row === row && (column === 'total' || one.column === column)).reduce((sum, { count }) => sum + count, 0)
  return Object.fromEntries(
    remedyRowNames.map((row) => [row, Object.fromEntries(remedyColumnNames.map((column) => [column, cell(row, column)]))]),
  ) as RemedyTable
}
