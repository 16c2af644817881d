// A report as rows of cells, whatever became of its tables: a grid, a line with bars or tabs, or one cell a line.
import { textOf, type TextBlock } from '../../../../kernel/text-block.ts'
import { dense } from './canonical.ts'

export interface SheetRow {
  readonly cells: readonly string[]
  /** `grid`: places tell the columns; `line`: one cell, or a line of text. */
  readonly kind: 'grid' | 'line'
  readonly block: number
}

const barred = /[|｜]/
const rule = /^[\s|｜:：+\-—=]*$/

function cellsOfLine(line: string): readonly string[] | undefined {
  if (barred.test(line)) {
    const cells = line
      .trim()
      .replace(/^[|｜]|[|｜]$/g, '')
      .split(/[|｜]/)
    return cells.length >= 2 ? cells.map(dense) : undefined
  }
  const cells = line.trim().split(/\t+/)
  return cells.length >= 2 ? cells.map(dense) : undefined
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
