// The tables of a Word story as they show: rows of cells, a covered one told as unread.
import { unreadCell } from '../../../kernel/file-inspection.ts'
import { mostColumns, mostRows } from './findings.ts'
import type { Tag } from './xml.ts'

interface Cell {
  words: string
  span: number
  covered: boolean
}

interface Open {
  readonly rows: string[][]
  cell: Cell | undefined
}

export interface WordTables {
  open(tag: Tag): void
  close(tag: Tag): void
  /** Words that show, wherever they stand. */
  take(words: string): void
  /** In the order in which they end. */
  readonly tables: readonly (readonly (readonly string[])[])[]
}

export function wordTables(): WordTables {
  const tables: string[][][] = []
  const stack: Open[] = []
  return {
    tables,
    open(tag) {
      if (tag.name === 'tbl' && !tag.empty) stack.push({ rows: [], cell: undefined })
      const table = stack.at(-1)
      if (!table) return
      if (tag.name === 'tr' && table.rows.length <= mostRows) table.rows.push([])
      else if (tag.name === 'tc') table.cell = { words: '', span: 1, covered: false }
      else if (tag.name === 'gridSpan' && table.cell) table.cell.span = Math.min(mostColumns, Math.max(1, Number(tag.get('val')) || 1))
      else if (tag.name === 'vMerge' && table.cell) table.cell.covered = tag.get('val') !== 'restart'
    },
    close(tag) {
      const table = stack.at(-1)
      if (tag.name === 'tc' && table?.cell) {
        const { words, span, covered } = table.cell
        const row = table.rows.at(-1)
        if (row && row.length < mostColumns) row.push(covered ? unreadCell : words.trim(), ...Array.from({ length: span - 1 }, () => unreadCell))
        table.cell = undefined
      } else if (tag.name === 'tbl' && !tag.empty && table) {
        tables.push(table.rows)
        stack.pop()
      }
    },
    take(words) {
      const cell = stack.at(-1)?.cell
      if (cell) cell.words += words
    },
  }
}
