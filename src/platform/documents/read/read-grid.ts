// The cells of a spreadsheet as a grid of words, merged cells filled, within bounds that a hostile file cannot pass.
import type ExcelJS from 'exceljs'
import { openZip } from './zip.ts'

export interface GridSheet {
  readonly name: string
  readonly hidden: boolean
  /** Row by row from the first of the sheet; a merged cell repeats its words in each cell it covers. */
  readonly rows: readonly (readonly string[])[]
}

export type GridRefusal = 'file-broken' | 'file-encrypted' | 'file-too-expanded' | 'file-unsafe-xml' | 'file-not-a-sheet' | 'file-too-many-cells'

export type Grid = { readonly ok: true; readonly sheets: readonly GridSheet[] } | { readonly ok: false; readonly code: GridRefusal }

const bounds = { mostEntries: 2000, mostBytes: 120 * 1024 * 1024, mostRatio: 150 } as const
const mostRows = 20_000
const mostColumns = 60
const mostSheets = 60
const mostMerges = 40_000
const mostCellWords = 20_000

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** What a sheet claims, read from its text before a library makes room for it. */
function claimsTooMuch(xml: string): boolean {
  let merges = 0
  for (const [, from, top, to, bottom] of xml.matchAll(/<mergeCell\s[^>]*ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)) {
    merges += 1
    const cells = (columnOf(to ?? 'A') - columnOf(from ?? 'A') + 1) * (Number(bottom) - Number(top) + 1)
    if (merges > mostMerges || cells > mostRows * 4) return true
  }
  const rows = xml.match(/<row[\s>]/g)?.length ?? 0
  const cells = xml.match(/<c[\s>/]/g)?.length ?? 0
  return rows > mostRows || cells > mostRows * mostColumns
}

const faultOf = { broken: 'file-broken', encrypted: 'file-encrypted', 'too-expanded': 'file-too-expanded', 'unsafe-xml': 'file-unsafe-xml' } as const

/** Reads an XLSX file. Runs on the thread it is called on; `openReader` bounds its time and memory. */
export async function readGrid(bytes: Uint8Array): Promise<Grid> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { ok: false, code: 'file-not-a-sheet' }
  const zip = openZip(bytes, bounds)
  if (typeof zip === 'string') return { ok: false, code: faultOf[zip] }
  const parts = zip.names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))
  if (parts.length === 0) return { ok: false, code: 'file-not-a-sheet' }
  if (parts.length > mostSheets || parts.some((name) => claimsTooMuch(zip.text(name) ?? ''))) return { ok: false, code: 'file-too-many-cells' }
  // the library takes a second that a text need not wait for
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  try {
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
    return { ok: true, sheets: book.worksheets.map(gridOf) }
  } catch {
    return { ok: false, code: 'file-broken' }
  }
}

function gridOf(sheet: ExcelJS.Worksheet): GridSheet {
  const width = Math.min(sheet.columnCount, mostColumns)
  const rows: string[][] = []
  const last = Math.min(sheet.rowCount, mostRows)
  for (let number = 1; number <= last; number += 1) {
    const row = sheet.findRow(number)
    rows.push(row ? Array.from({ length: width }, (_, at) => textOf(row.getCell(at + 1))) : [])
  }
  return { name: sheet.name, hidden: sheet.state !== 'visible', rows }
}

/** ExcelJS.ValueType.Error */
const errorCell = 10

/** A formula counts as what it last showed; an error shows nothing. */
function textOf(cell: ExcelJS.Cell): string {
  const { master } = cell
  if (master.value === null || master.value === undefined || (master.type as number) === errorCell) return ''
  return (master.text ?? '')
    .slice(0, mostCellWords)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .trim()
}
