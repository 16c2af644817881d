// The figures of a unit through the years, as one table: a row a cell, whatever form the years were reported in.
import type { ReportFigure } from '../../../law/published-report.ts'
import { formOfGeneration } from '../law/forms/forms.ts'
import { cellsOf, placeOf } from '../law/forms/cells.ts'
import type { Generation } from '../law/forms/shape.ts'

interface Year {
  readonly year: number
  readonly generation: Generation
  readonly cells: Readonly<Record<string, ReportFigure>>
}

export interface YearsRow {
  readonly key: string
  readonly table: string
  readonly label: string
  readonly figures: readonly string[]
}

const noSuchCell = '—'

const rowsOf = ({ generation, year }: Year): readonly Omit<YearsRow, 'figures'>[] =>
  cellsOf(formOfGeneration(generation), year).map((cell) => ({ key: cell.key, table: cell.table.title, label: placeOf(cell) }))

const nameOf = ({ key, label }: Omit<YearsRow, 'figures'>): string => `${key} ${label}`

/** Rows of the newest form first; the same key is the same row only where its words are the same, because forms count differently. */
export function yearsTable(years: readonly Year[]): YearsRow[] {
  const ofYears = years.map((year) => new Map(rowsOf(year).map((row) => [nameOf(row), row] as const)))
  const all = new Map(ofYears.flatMap((rows) => [...rows]))
  return [...all].map(([name, row]) => ({
    ...row,
    figures: years.map(({ cells }, at) => (ofYears[at]?.has(name) ? String(cells[row.key] ?? '') : noSuchCell)),
  }))
}
