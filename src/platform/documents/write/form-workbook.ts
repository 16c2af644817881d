// Writes the filled tables of a form as XLSX: a sheet a table, merged as it is printed, figures as numbers.
import type ExcelJS from 'exceljs'
import { gridBorder, newBook, sheetName } from './grid.ts'
import { gridOf } from './table-grid.ts'
import { textOf, type Cell } from './sheet.ts'

export interface WorkbookCell extends Cell {
  /** Written as a number; else the words are. */
  readonly figure: number | null
}

export interface WorkbookTable {
  readonly name: string
  readonly title: string
  readonly widths: readonly number[]
  readonly headRows: number
  readonly rows: readonly (readonly WorkbookCell[])[]
}

/** Characters across a sheet of A4 held upright. */
const acrossPage = 96
const titleRow = 1

function addTable(book: ExcelJS.Workbook, { name, title, widths, headRows, rows }: WorkbookTable, taken: Set<string>): void {
  const sheet = book.addWorksheet(sheetName(name, taken), {
    pageSetup: { orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, ...(headRows > 0 && { printTitlesRow: `${titleRow + 1}:${titleRow + headRows}` }) },
  }) // prettier-ignore
  // A4
  Object.assign(sheet.pageSetup, { paperSize: 9 })
  sheet.headerFooter.oddFooter = '第 &P 页，共 &N 页'
  const all = widths.reduce((sum, one) => sum + one, 0)
  for (const [at, share] of widths.entries()) sheet.getColumn(at + 1).width = Math.max(6, (share * acrossPage) / all)
  sheet.mergeCells(titleRow, 1, titleRow, widths.length)
  const head = sheet.getCell(titleRow, 1)
  head.value = title
  head.font = { size: 14, bold: true }
  head.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  sheet.getRow(titleRow).height = 30
  const grid = gridOf(rows)
  for (const placed of grid.cells) {
    const [top, left] = [titleRow + 1 + placed.row, placed.column + 1]
    const cell = sheet.getCell(top, left)
    cell.value = 'figure' in placed && placed.figure !== null ? placed.figure : textOf(placed.runs)
    cell.font = { size: 10, bold: placed.head }
    cell.alignment = { horizontal: placed.align ?? 'left', vertical: 'middle', wrapText: true }
    if (placed.columns > 1 || placed.rows > 1) sheet.mergeCells(top, left, top + placed.rows - 1, left + placed.columns - 1)
  }
  for (let row = titleRow + 1; row <= titleRow + grid.rows; row += 1)
    for (let column = 1; column <= widths.length; column += 1) sheet.getCell(row, column).border = gridBorder
}

export async function formWorkbook(tables: readonly WorkbookTable[]): Promise<Buffer> {
  const book = await newBook()
  const taken = new Set<string>()
  for (const table of tables) addTable(book, table, taken)
  return Buffer.from(await book.xlsx.writeBuffer())
}
