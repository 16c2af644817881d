// The words of a spreadsheet, as its cells show them.
import ExcelJS from 'exceljs'

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
