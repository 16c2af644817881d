// The figures of a report as data: one key a cell in JSON, one line a cell in CSV.
import { formOfGeneration } from '../../law/forms/forms.ts'
import { keyOf, type Generation } from '../../law/forms/shape.ts'
import type { CellValue, ReportSheet } from '../sheet.ts'
import { printedValue } from './printed-value.ts'
import { titleOf, type Resolve } from './printed-report.ts'

/** A number; `/` where it does not apply; the words of a change; null where the cell is empty. */
export type FigureData = number | string | null

export const dataOf = (value: CellValue | undefined): FigureData => {
  switch (value?.stands) {
    case 'figure':
      return value.figure
    case 'change':
      return value.words
    case 'not-applicable':
      return '/'
    case 'blank':
    case undefined:
      return null
  }
}

const rowsOfForm = (generation: Generation): { readonly table: string; readonly row: string; readonly column: string; readonly unit: string; readonly key: string; readonly kind: 'count' | 'change' | 'money' }[] =>
  formOfGeneration(generation).tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.columns.map((column) => ({ table: table.title, row: row.title, column: column.title, unit: row.unit ?? (column.kind === 'money' ? '万元' : ''), key: keyOf(row, column), kind: column.kind })),
    ),
  ) // prettier-ignore

/** Every cell of the form by its key, in the printed order. */
export const figuresOfReport = ({ generation, cells }: Pick<ReportSheet, 'generation' | 'cells'>): Record<string, FigureData> =>
  generation === null ? {} : Object.fromEntries(rowsOfForm(generation).map(({ key }) => [key, dataOf(cells.get(key)?.value)]))

/** The shape is written down in docs/manual/50; another shape is another version. */
export function jsonOfReport(sheet: ReportSheet, resolve: Resolve): string {
  const { unitName, year, generation, scope, parts } = sheet
  return `${JSON.stringify(
    {
      format: 'gongkai-yearly-report',
      version: 1,
      title: titleOf(sheet),
      unit: unitName,
      year,
      scope,
      generation,
      form: generation === null ? null : formOfGeneration(generation).title,
      cells: figuresOfReport(sheet),
      parts: parts.map(({ title, body }) => ({ title, text: resolve(body) })),
    },
    null,
    2,
  )}\n`
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** Spreadsheets take UTF-8 for it only by its mark. */
const byteOrderMark = '\uFEFF'

export const csvOf = (rows: readonly (readonly string[])[]): string => byteOrderMark + rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')

export const csvOfReport = ({ generation, cells }: Pick<ReportSheet, 'generation' | 'cells'>): string =>
  csvOf([
    ['表', '行', '列', '单位', '编号', '数值'],
    ...(generation === null
      ? []
      : rowsOfForm(generation).map(({ table, row, column, unit, key, kind }) => [table, row, column, unit, key, printedValue(cells.get(key)?.value, kind)])),
  ])
