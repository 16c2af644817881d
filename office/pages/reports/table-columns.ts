// Where the cells of a printed table stand: on a telephone the heads of the rows stay in view, each at its own distance from the edge.
import type { PrintedTable } from '../../../src/modules/reports/law/forms/layout.ts'

/** In which column each cell begins: heads that reach down push the rows below them to the right. */
export function beginsAt(rows: PrintedTable['rows']): number[][] {
  /** Of each column, how many rows its last cell still covers. */
  const covered: number[] = []
  return rows.map((row) => {
    let column = 0
    const begins = row.map((cell) => {
      while ((covered[column] ?? 0) > 0) column += 1
      const first = column
      column += cell.across ?? 1
      for (let at = first; at < column; at += 1) covered[at] = 'key' in cell ? 1 : (cell.down ?? 1)
      return first
    })
    for (const [at, rowsLeft] of covered.entries()) covered[at] = Math.max(0, (rowsLeft ?? 0) - 1)
    return begins
  })
}
