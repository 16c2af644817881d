// Writes a form to be filled in by hand as a Word file: a table on one sheet of A4, with notes below.
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'

export interface FormRow {
  readonly label: string
  /** Printed in one cell, an empty line for each place to write; or fields with room beside each, two to a line. */
  readonly lines?: readonly string[]
  readonly fields?: readonly string[]
}

export interface FormSheet {
  readonly title: string
  readonly rows: readonly FormRow[]
  readonly notes: readonly string[]
}

const song = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' }

const text = (words: string, bold = false, center = false): Paragraph =>
  new Paragraph({
    spacing: { before: 40, after: 40 },
    ...(center && { alignment: AlignmentType.CENTER }),
    children: [new TextRun({ text: words, font: song, size: 21, bold })],
  })

const cell = (
  words: readonly string[],
  { width, columns = 1, rows = 1, head = false }: { width: number; columns?: number; rows?: number; head?: boolean },
): TableCell =>
  new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width, type: WidthType.PERCENTAGE },
    children: words.map((line) => text(line, head, head)),
  })

const row = (...children: TableCell[]): TableRow => new TableRow({ cantSplit: true, children })
const [fieldWidth, roomWidth, labelWidth] = [18, 24, 16] as const

function rowsOf({ label, lines = [], fields = [] }: FormRow): TableRow[] {
  const head = (rows: number): TableCell => cell([label], { width: labelWidth, rows, head: true })
  if (fields.length === 0) return [row(head(1), cell(lines, { width: 100 - labelWidth, columns: 4 }))]
  const pairs = Array.from({ length: Math.ceil(fields.length / 2) }, (_, at) => [fields[at * 2] ?? '', fields[at * 2 + 1] ?? ''] as const)
  return pairs.map(([one, other], at) => {
    const cells = [cell([one], { width: fieldWidth }), cell([''], { width: roomWidth }), cell([other], { width: fieldWidth }), cell([''], { width: roomWidth })]
    return row(...(at === 0 ? [head(pairs.length)] : []), ...cells)
  })
}

export function writeFormSheet({ title, rows, notes }: FormSheet): Promise<Buffer> {
  const file = new Document({
    title,
    styles: { default: { document: { run: { font: song, size: 21 } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1020, bottom: 850, left: 1247, right: 1247 } } },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 160 },
            children: [new TextRun({ text: title, font: song, size: 36, bold: true })],
          }),
          new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: rows.flatMap(rowsOf) }),
          ...notes.map((line) => text(line)),
        ],
      },
    ],
  })
  return Packer.toBuffer(file)
}
