// Writes a sheet as a Word file in the layout of official documents (GB/T 9704: title 二号, text 三号 仿宋, lines of 28 points).
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IRunOptions,
} from 'docx'
import { gridOf, type Grid } from './table-grid.ts'
import type { Align, Block, Run, Sheet } from './sheet.ts'

const fangsong = { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' }
const hei = { ascii: 'Arial', eastAsia: '黑体', hAnsi: 'Arial' }
const kai = { ascii: 'Times New Roman', eastAsia: '楷体', hAnsi: 'Times New Roman' }
const song = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' }

/** Half points: 二号 is 22 points, 三号 16, 小四 12. */
const size = { title: 44, text: 32, small: 21 }
/** Twentieths of a point. */
const exactLine = { line: 560, lineRule: LineRuleType.EXACT }
const twoCharacters = 640

const alignment = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const satisfies Record<Align, string>

const runOf = (run: Run, options: IRunOptions): TextRun =>
  new TextRun({
    ...options,
    text: run.text,
    bold: run.bold === true || options.bold === true,
    italics: run.italic === true,
    ...(run.underline && { underline: {} }),
    ...(run.newLine && { break: 1 }),
  })

const runsOf = (runs: readonly Run[], options: IRunOptions): TextRun[] => runs.map((run) => runOf(run, options))

export async function wordFileOf(sheet: Sheet): Promise<Buffer> {
  const file = new Document({
    title: sheet.title,
    creator: sheet.facts.find(([label]) => label === '发布机构')?.[1] ?? '',
    styles: { default: { document: { run: { font: fangsong, size: size.text } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } } },
        footers: { default: pageNumber },
        children: [
          ...(sheet.redHead ? [redHeadOf(sheet.redHead)] : []),
          ...(sheet.facts.length > 0 ? [factTable(sheet.facts), new Paragraph({})] : []),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 400, after: 300, line: 640, lineRule: LineRuleType.EXACT },
            children: [new TextRun({ text: sheet.title, font: song, size: size.title, bold: true })],
          }),
          ...(sheet.number
            ? [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  spacing: { ...exactLine, after: 300 },
                  children: [new TextRun({ text: sheet.number, font: fangsong, size: size.text })],
                }),
              ]
            : []),
          ...sheet.blocks.flatMap(blockOf),
          ...attachmentsOf(sheet.attachments),
          ...sheet.foot.map(
            (text, at) =>
              new Paragraph({ spacing: { before: at === 0 ? 600 : 0 }, children: [new TextRun({ text, font: song, size: size.small, color: '566472' })] }),
          ),
        ],
      },
    ],
  })
  return Packer.toBuffer(file)
}

const pageNumber = new Footer({
  children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ font: song, size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })] })],
})

const redHeadOf = (name: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 400 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'D3261E', space: 6 } },
    children: [new TextRun({ text: name, font: song, size: 60, bold: true, color: 'D3261E' })],
  })

function blockOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          spacing: exactLine,
          keepNext: true,
          indent: { firstLine: twoCharacters },
          children: runsOf(block.runs, { font: block.level <= 2 ? hei : kai, size: size.text }),
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          alignment: block.align === 'left' ? AlignmentType.BOTH : alignment[block.align],
          spacing: exactLine,
          ...(block.indent && { indent: { firstLine: twoCharacters } }),
          children: runsOf(block.runs, { font: block.style === 'hei' ? hei : block.style === 'kai' ? kai : fangsong, size: size.text }),
        }),
      ]
    case 'item':
      return [
        new Paragraph({
          spacing: exactLine,
          indent: { left: twoCharacters * (block.depth + 1) + 320, hanging: 320 },
          children: [new TextRun({ text: `${block.mark} `, font: fangsong, size: size.text }), ...runsOf(block.runs, { font: fangsong, size: size.text })],
        }),
      ]
    case 'table':
      return [tableOf(gridOf(block.rows), block), new Paragraph({})]
    case 'chart':
      return []
  }
}

/** Twentieths of a point between the margins of the page. */
const textWidth = 8844

function tableOf({ cells, columns }: Grid, { widths, headRows }: Extract<Block, { kind: 'table' }>): Table {
  const rows = Map.groupBy(cells, (cell) => cell.row)
  const all = widths?.reduce((sum, one) => sum + one, 0) ?? 0
  const many = columns > 6
  const letters = columns > 11 ? 15 : many ? 18 : 24
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(widths && { columnWidths: widths.map((share) => Math.round((share * textWidth) / all)), layout: TableLayoutType.FIXED }),
    rows: [...rows].map(
      ([at, row]) =>
        new TableRow({
          tableHeader: headRows === undefined ? row.every((cell) => cell.head) : at < headRows,
          cantSplit: true,
          children: row.map(
            (cell) =>
              new TableCell({
                columnSpan: cell.columns,
                rowSpan: cell.rows,
                verticalAlign: VerticalAlign.CENTER,
                margins: many ? { top: 40, bottom: 40, left: 40, right: 40 } : { top: 60, bottom: 60, left: 100, right: 100 },
                children: [
                  new Paragraph({
                    ...(cell.align && { alignment: alignment[cell.align] }),
                    children: runsOf(cell.runs, { font: song, size: letters, bold: cell.head }),
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}

function factTable(facts: Sheet['facts']): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const line = { style: BorderStyle.SINGLE, size: 4, color: '8595A5' }
  const cell = (text: string, width: number, color: string): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      children: [new Paragraph({ children: [new TextRun({ text, font: song, size: size.small, color })] })],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: facts.map(([label, value]) => new TableRow({ children: [cell(label, 18, '566472'), cell(value, 82, '1B2733')] })),
  })
}

const attachmentsOf = (names: readonly string[]): Paragraph[] =>
  names.map(
    (name, at) =>
      new Paragraph({
        spacing: { ...exactLine, before: at === 0 ? 400 : 0 },
        indent: { firstLine: twoCharacters },
        children: [new TextRun({ text: `${at === 0 ? '附件：' : '　　　'}${names.length > 1 ? `${at + 1}. ` : ''}${name}`, font: fangsong, size: size.text })],
      }),
  )
