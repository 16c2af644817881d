// A printed report on its way to Word, PDF and the workbook.
import type { Align, Block, Run, Sheet } from '../../../platform/documents/write/sheet.ts'
import type { WorkbookCell, WorkbookTable } from '../../../platform/documents/write/form-workbook.ts'
import type { FilledCell, FilledTable, PrintedBlock, PrintedReport } from '../rules/print/printed-report.ts'

const run = (text: string): readonly Run[] => (text === '' ? [] : [{ text }])
const alignOf = ({ head, across }: FilledCell): Align => (head === 'row' || (head === 'none' && across > 1) ? 'left' : 'center')

/** Heads of narrow columns stand in two lines of two. */
const headOf = (words: string): readonly Run[] => [{ text: words.slice(0, 2) }, { text: words.slice(2), newLine: true }]

const cellOf = (cell: FilledCell, narrow: boolean): WorkbookCell => ({
  runs: narrow && cell.head === 'column' && cell.across === 1 && cell.words.length === 4 ? headOf(cell.words) : run(cell.words),
  head: cell.head === 'column' || cell.head === 'section',
  columns: cell.across,
  rows: cell.down,
  align: alignOf(cell),
  figure: cell.figure,
})

const mostWide = 6

const cellsOf = ({ rows, widths }: FilledTable): readonly (readonly WorkbookCell[])[] =>
  rows.map((row) => row.map((cell) => cellOf(cell, widths.length > mostWide)))

const secondLevel = /^（[一二三四五六七八九十]{1,3}）[^。；！？]*$/

function blockOf(block: PrintedBlock): Block {
  if (block.kind === 'heading') return { kind: 'heading', level: 2, runs: run(block.words) }
  if (block.kind === 'table') return { kind: 'table', rows: cellsOf(block.table), widths: block.table.widths, headRows: block.table.headRows }
  const style = secondLevel.test(block.words) ? 'kai' : 'plain'
  return { kind: 'paragraph', runs: run(block.words), align: block.align, indent: block.align === 'left', style }
}

/** `charts` as SVG, behind the text. */
export const sheetOfReport = (
  { title, unitName, blocks }: PrintedReport,
  { redHead = false, charts = [] }: { redHead?: boolean; charts?: readonly string[] } = {},
): Sheet => ({
  title,
  number: '',
  ...(redHead && { redHead: `${unitName}文件` }),
  facts: [],
  blocks: [...blocks.map(blockOf), ...charts.map((svg): Block => ({ kind: 'chart', svg }))],
  attachments: [],
  foot: [],
})

export const workbookOfReport = ({ title, blocks }: PrintedReport): readonly WorkbookTable[] =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? [
          {
            name: block.table.title,
            title: `${title}　${block.table.title}`,
            widths: block.table.widths,
            headRows: block.table.headRows,
            rows: cellsOf(block.table),
          },
        ]
      : [],
  )
