// The figures of a report as data: one key a cell in JSON, one line a cell in CSV.
import { csvOf } from '../../../../kernel/csv.ts'
import type { ReportFigure } from '../../../../law/published-report.ts'
import { formOfGeneration } from '../../law/forms/forms.ts'
import { cellsOf, type FormCell } from '../../law/forms/cells.ts'
import type { CellValue, ReportSheet } from '../sheet.ts'
import { printedValue } from './printed-value.ts'
import { titleOf, type Resolve } from './printed-report.ts'

export const dataOf = (value: CellValue | undefined): ReportFigure => {
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

/** All cells of the form; of a list that was asked for in one year, those that were filled. */
const rowsOf = ({ generation, year, cells }: Pick<ReportSheet, 'generation' | 'year' | 'cells'>): readonly FormCell[] =>
  generation === null
    ? []
    : cellsOf(formOfGeneration(generation), year).filter(({ key, table }) => formOfGeneration(generation).tables.includes(table) || cells.has(key))

/** Every cell of the form by its key, in the printed order. */
export const figuresOfReport = (sheet: Pick<ReportSheet, 'generation' | 'year' | 'cells'>): Record<string, ReportFigure> =>
  Object.fromEntries(rowsOf(sheet).map(({ key }) => [key, dataOf(sheet.cells.get(key)?.value)]))

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

export const csvOfReport = (sheet: Pick<ReportSheet, 'generation' | 'year' | 'cells'>): string =>
  csvOf(
    ['表', '行', '列', '单位', '编号', '数值'],
    rowsOf(sheet).map(({ table, row, column, key }) => [
      table.title,
      row.title,
      column.title,
      row.unit ?? (column.kind === 'money' ? '万元' : ''),
      key,
      printedValue(sheet.cells.get(key)?.value, column.kind),
    ]),
  )
