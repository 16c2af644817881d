// A report as rows of cells, whatever became of its tables: a grid, a line with bars or tabs, or one cell a line.
import { textOf, type TextBlock } from '../../../../kernel/text-block.ts'
import { dense } from './canonical.ts'
import { isCellContent } from './cell.ts'

export interface SheetRow {
  readonly cells: readonly string[]
  /** `grid`: places tell the columns; `line`: one cell, or a line of text. */
  readonly kind: 'grid' | 'line'
  readonly block: number
}

const barred = /[|｜]/
const rule = /^[\s|｜:：+\-—=]*$/

const longestLabel = 60

/** The label and the figures at the end of a line that spaces part. */
function figuresApart(text: string): readonly string[] {
  const words = text.trim().split(/[\s\u00a0]+/)
  const last = words.findLastIndex((word) => !isCellContent(dense(word)))
  const label = words.slice(0, last + 1).join(' ')
  if (last === words.length - 1 || label.length > longestLabel || /[。；]/.test(label)) return [text]
  return [...(label === '' ? [] : [label]), ...words.slice(last + 1)]
}

function cellsOfLine(line: string): readonly string[] | undefined {
  if (barred.test(line)) {
    const cells = line
      .trim()
      .replace(/^[|｜]|[|｜]$/g, '')
      .split(/[|｜]/)
    return cells.length >= 2 ? cells.map(dense) : undefined
  }
  const cells = line.trim().split(/\t+/)
  // a page of narrow columns leaves one space between figures
  const apart = cells.flatMap(figuresApart)
  return apart.length >= 2 ? apart.map(dense) : undefined
}

/** Every row in its order; a rule of a drawn table is none. */
export function rowsOf(blocks: readonly TextBlock[]): SheetRow[] {
  return blocks.flatMap((block, at): SheetRow[] => {
    if (block.kind === 'table') return block.rows.map((cells) => ({ cells: cells.map(dense), kind: 'grid', block: at }))
    return textOf(block)
      .split('\n')
      .filter((line) => !(barred.test(line) && rule.test(line)))
      .map((line): SheetRow => {
        const cells = cellsOfLine(line)
        // a copied page may put each cell on a line of its own and keep the bar
        return cells ? { cells, kind: 'grid', block: at } : { cells: [dense(line.replace(/^[\s|｜]+|[\s|｜]+$/g, ''))], kind: 'line', block: at }
      })
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  })
}
