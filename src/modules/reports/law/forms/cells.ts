// The cells that a report of a year has: those of its form, and of a list that was asked for in that year alone.
import { keyOf, type Form, type FormColumn, type FormRow, type FormTable } from './shape.ts'

/** In printed order. */
export const tablesOf = (form: Form, year: number): readonly FormTable[] => [...form.tables, ...(form.yearLists ?? []).filter((list) => list.year === year)]

export interface FormCell {
  readonly key: string
  readonly table: FormTable
  readonly row: FormRow
  readonly column: FormColumn
  /** A unit may leave it empty. */
  readonly optional: boolean
}

export const cellsOf = (form: Form, year: number): readonly FormCell[] =>
  tablesOf(form, year).flatMap((table) =>
    table.rows.flatMap((row) =>
      row.columns.map((column) => ({
        key: keyOf(row, column),
        table,
        row,
        column,
        optional: !form.tables.includes(table) || column.kind === 'change',
      })),
    ),
  )

/** `本年新收政府信息公开申请数量 · 自然人` */
export const placeOf = ({ row, column }: Pick<FormCell, 'row' | 'column'>): string =>
  column.title === '统计数' || row.columns.length === 1 ? row.title : `${row.title} · ${column.title}`
