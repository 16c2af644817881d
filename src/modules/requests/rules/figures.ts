// Sums the rows of a period, and says their shares.
import { requestFigureNames, type RequestFigure } from '../law/figures.ts'

export interface Counted extends Readonly<Record<RequestFigure, number>> {
  /** Calendar days from receipt to conclusion, of all that were concluded together. */
  readonly days: number
  /** Most calendar days that one of them was late. */
  readonly mostLate: number
}

export function sumOf(rows: readonly Counted[]): Counted {
  const sum = (of: (row: Counted) => number): number => rows.reduce((all, row) => all + of(row), 0)
  const sums = Object.fromEntries(requestFigureNames.map((name) => [name, sum((row) => row[name])])) as Record<RequestFigure, number>
  return { ...sums, days: sum(({ days }) => days), mostLate: Math.max(0, ...rows.map(({ mostLate }) => mostLate)) }
}

const toOneDecimal = (value: number): number => Math.round(value * 10) / 10

/** Calendar days that one took, with one decimal; null where none was concluded. */
export const meanDays = ({ days, concluded }: Pick<Counted, 'days' | 'concluded'>): number | null => (concluded === 0 ? null : toOneDecimal(days / concluded))

/** Percent with one decimal of the answers that had a term; null where none had. */
export function shareInTime(counted: Pick<Counted, 'in-time' | 'late'>): number | null {
  const all = counted['in-time'] + counted.late
  return all === 0 ? null : toOneDecimal((counted['in-time'] / all) * 100)
}
