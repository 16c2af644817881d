// Writes tables as XLSX: merged heads, borders, printed on landscape A3 with the head on every page.
import type ExcelJS from 'exceljs'

export interface GridColumn {
  /** Words of the upper head; neighbours with the same words become one cell. */
  readonly over: string
  /** Words of the lower head; left out, the upper cell reaches down. */
  readonly title?: string
  readonly width: number
  readonly centred?: boolean
}

export interface GridTable {
  readonly name: string
  readonly title: string
  readonly columns: readonly GridColumn[]
  readonly rows: readonly (readonly (string | number)[])[]
  /** Column whose cells become one where neighbours below say the same. */
  readonly mergeDown?: number
}

/** Excel allows 31 characters, none of these. */
export const sheetName = (name: string, taken: Set<string>): string => {
  const clean = name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 28) || '目录'
  let unique = clean
  for (let nth = 2; taken.has(unique); nth += 1) unique = `${clean}${nth}`
  taken.add(unique)
  return unique
}

const thin = { style: 'thin' } as const
export const gridBorder = { top: thin, left: thin, bottom: thin, right: thin }
const headRow = 2

function spans<Row>(rows: readonly Row[], wordsOf: (row: Row) => string): [from: number, to: number][] {
  const found: [number, number][] = []
  for (const [at, row] of rows.entries()) {
    const last = found.at(-1)
    const before = rows[at - 1]
    if (last && before !== undefined && wordsOf(before) === wordsOf(row) && wordsOf(row) !== '') last[1] = at
    else found.push([at, at])
  }
  return found
}

function addTable(book: ExcelJS.Workbook, table: GridTable, taken: Set<string>): void {
  const { columns, rows } = table
  const sheet = book.addWorksheet(sheetName(table.name, taken), {
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${headRow}:${headRow + 1}`, margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 } },
    views: [{ state: 'frozen', ySplit: headRow + 1 }],
  }) // prettier-ignore
  // A3, which the library's own list of papers leaves out
  Object.assign(sheet.pageSetup, { paperSize: 8 })
  sheet.headerFooter.oddFooter = '第 &P 页，共 &N 页'
  for (const [at, { width }] of columns.entries()) sheet.getColumn(at + 1).width = width
  sheet.mergeCells(1, 1, 1, columns.length)
  const title = sheet.getCell(1, 1)
  title.value = table.title
  title.font = { size: 18, bold: true }
  title.alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.getRow(1).height = 34
  const head = (row: number, column: number, words: string): void => {
    const cell = sheet.getCell(row, column)
    cell.value = words
    cell.font = { bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  }
  for (const [from, to] of spans(columns, (column) => (column.title === undefined ? '' : column.over))) {
    const alone = columns[from]?.title === undefined
    head(headRow, from + 1, columns[from]?.over ?? '')
    if (alone) sheet.mergeCells(headRow, from + 1, headRow + 1, from + 1)
    else if (to > from) sheet.mergeCells(headRow, from + 1, headRow, to + 1)
  }
  for (const [at, column] of columns.entries()) if (column.title !== undefined) head(headRow + 1, at + 1, column.title)
  for (const [at, row] of rows.entries()) {
    for (const [column, value] of row.entries()) {
      const cell = sheet.getCell(headRow + 2 + at, column + 1)
      cell.value = value
      cell.alignment = { vertical: 'middle', wrapText: true, horizontal: columns[column]?.centred ? 'center' : 'left' }
    }
  }
  for (let row = headRow; row < headRow + 2 + rows.length; row += 1)
    for (let column = 1; column <= columns.length; column += 1) sheet.getCell(row, column).border = gridBorder
  const { mergeDown } = table
  if (mergeDown !== undefined) {
    for (const [from, to] of spans(rows, (row) => String(row[mergeDown] ?? ''))) {
      if (to > from) sheet.mergeCells(headRow + 2 + from, mergeDown + 1, headRow + 2 + to, mergeDown + 1)
    }
  }
}

/** The library is read when the first workbook is made: most processes never make one. */
export async function newBook(): Promise<ExcelJS.Workbook> {
  const { default: excel } = await import('exceljs')
  return new excel.Workbook()
}

export async function gridFile(tables: readonly GridTable[]): Promise<Buffer> {
  const book = await newBook()
  const taken = new Set<string>()
  for (const table of tables) addTable(book, table, taken)
  return Buffer.from(await book.xlsx.writeBuffer())
}
