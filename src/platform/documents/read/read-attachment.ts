// The words of files that stay attachments: sheets, OFD and old Word files. Empty where there is no text layer that can be read.
import ExcelJS from 'exceljs'
import type { ZipPackage } from './zip.ts'

const mostRows = 20_000

/** Text of cells as they show, a row a line. Hidden sheets, rows and columns are told of, not read. */
export async function textOfSheets(bytes: Buffer): Promise<{ text: string; hidden: boolean }> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const lines: string[] = []
  let hidden = false
  for (const sheet of book.worksheets) {
    if (sheet.state !== 'visible') {
      hidden = true
      continue
    }
    lines.push(sheet.name)
    sheet.eachRow((row, number) => {
      if (number > mostRows) return
      if (row.hidden) {
        hidden = true
        return
      }
      const cells: string[] = []
      row.eachCell((cell) => {
        if (cell.isMerged && cell.master !== cell) return
        const text = cell.text.trim()
        if (text !== '') cells.push(text)
      })
      if (cells.length > 0) lines.push(cells.join('\t'))
    })
  }
  return { text: lines.join('\n'), hidden }
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" }
const plain = (xml: string): string => xml.replace(/&(?:lt|gt|amp|quot|apos);/g, (entity) => entities[entity] ?? entity)

const pageNumber = (name: string): number => Number(/Page_(\d+)/.exec(name)?.[1] ?? 0)

/** OFD is a zip of pages; the letters stand in TextCode elements, in the order of drawing. */
export function textOfOfd(zip: ZipPackage): string {
  return zip.names
    .filter((name) => /\/Pages\/Page_\d+\/Content\.xml$/i.test(name))
    .toSorted((a, b) => pageNumber(a) - pageNumber(b))
    .map((name) => [...(zip.text(name) ?? '').matchAll(/<(?:\w+:)?TextCode\b[^>]*>([^<]*)</g)].map((match) => plain(match[1] ?? '')).join('\n'))
    .join('\n')
    .trim()
}
