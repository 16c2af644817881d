// Small real attachments of the town's documents: a workbook of a table, a Word file of a form.
import ExcelJS from 'exceljs'
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import type { StoryFile } from './story.ts'

type Cell = string | number

/** The same bytes on every build: no day of making, no name of a machine. */
const made = new Date('2020-01-01T00:00:00Z')

export const workbook = (name: string, sheet: string, rows: readonly (readonly Cell[])[]): StoryFile => ({
  name: `${name}.xlsx`,
  make: async () => {
    const book = new ExcelJS.Workbook()
    book.created = made
    book.modified = made
    const page = book.addWorksheet(sheet)
    rows.forEach((row) => page.addRow([...row]))
    page.getRow(1).font = { bold: true }
    page.columns.forEach((column) => {
      column.width = 22
    })
    return new Uint8Array(await book.xlsx.writeBuffer())
  },
})

/** A title, paragraphs, and a table to fill in. */
export const wordFile = (name: string, title: string, paragraphs: readonly string[], form: readonly (readonly string[])[] = []): StoryFile => ({
  name: `${name}.docx`,
  make: async () => {
    const grid = new Table({
      rows: form.map((row) => new TableRow({ children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) })),
    })
    const file = new Document({
      // What goes out tells of nobody.
      creator: '',
      lastModifiedBy: '',
      sections: [
        {
          children: [
            new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: title, bold: true, size: 36 })] }),
            ...paragraphs.map((text) => new Paragraph({ text, indent: { firstLine: 480 } })),
            ...(form.length > 0 ? [grid] : []),
          ],
        },
      ],
    })
    return new Uint8Array(await Packer.toBuffer(file))
  },
})
