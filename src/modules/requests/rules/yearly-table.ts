// The table of the year out of the applications: which lines each stands in, and whether every column balances.
import { yearOf, type Day } from '../../../kernel/day.ts'
import { applicantKindNames, type ApplicantKind } from '../law/applicants.ts'
import { outcomeRows, type OutcomeName } from '../law/outcomes.ts'
import { formLineNames, formRows, mustBalance, type FormLine } from '../law/yearly-form.ts'

export interface CountedCase {
  readonly kind: ApplicantKind
  readonly receivedOn: Day
  readonly outcome: OutcomeName | null
  /** The day of the answer, of the lapse or of the withdrawal; null while it is open. */
  readonly concludedOn: Day | null
}

/** The lines of the year's table in which one application stands, sums left aside. */
export function linesOf({ receivedOn, outcome, concludedOn }: Omit<CountedCase, 'kind'>, year: number): FormLine[] {
  const received = yearOf(receivedOn)
  const concluded = concludedOn === null || outcome === null ? null : yearOf(concludedOn)
  if (received > year || (concluded !== null && concluded < year)) return []
  return [received === year ? 'received' : 'carried-over', concluded === year && outcome !== null ? outcomeRows[outcome].row : 'carried-forward']
}

export type Column = ApplicantKind | 'all'

export const columnNames: readonly Column[] = [...applicantKindNames, 'all']

export type YearlyTable = Readonly<Record<FormLine, Readonly<Record<Column, number>>>>

export interface Tally {
  readonly line: FormLine
  readonly kind: ApplicantKind
  readonly count: number
}

/** Fills the form from a flat tally; sums are made here and nowhere else. */
export function yearlyTable(tally: readonly Tally[]): YearlyTable {
  const empty = (): Record<Column, number> => ({ person: 0, business: 0, research: 0, welfare: 0, legal: 0, other: 0, all: 0 })
  const table = Object.fromEntries(formLineNames.map((line) => [line, empty()])) as Record<FormLine, Record<Column, number>>
  for (const { line, kind, count } of tally) {
    for (const into of line in formRows ? ([line, 'total'] as const) : ([line] as const)) {
      table[into][kind] += count
      table[into].all += count
    }
  }
  return table
}

/** Columns in which 新收 + 上年结转 is not 总计 + 结转下年度. */
export function unbalancedColumns(table: YearlyTable): Column[] {
  const sum = (lines: readonly FormLine[], column: Column): number => lines.reduce((all, line) => all + table[line][column], 0)
  return columnNames.filter((column) => sum(mustBalance.left, column) !== sum(mustBalance.right, column))
}
