// Puts the cells of a table on a grid, so that no row reaches beyond another and no cell is covered twice.
import type { Cell } from './sheet.ts'

export type GridCell<C extends Cell = Cell> = (C | Cell) & { readonly row: number; readonly column: number }

export interface Grid<C extends Cell = Cell> {
  readonly columns: number
  readonly rows: number
  readonly cells: readonly GridCell<C>[]
}

const widest = 60

/** Places cells as a browser does; spans are cut where the table ends, and holes are filled with empty cells. */
export function gridOf<C extends Cell>(rows: readonly (readonly C[])[]): Grid<C> {
  const taken = rows.map(() => new Set<number>())
  const placed: GridCell<C>[] = []
  rows.forEach((row, at) => {
    let column = 0
    for (const cell of row) {
      while (taken[at]?.has(column)) column += 1
      if (column >= widest) break
      const height = Math.min(cell.rows, rows.length - at)
      let width = 1
      while (width < Math.min(cell.columns, widest - column) && !taken[at]?.has(column + width)) width += 1
      for (let below = at; below < at + height; below += 1) for (let right = column; right < column + width; right += 1) taken[below]?.add(right)
      placed.push({ ...cell, row: at, column, columns: width, rows: height })
      column += width
    }
  })
  const columns = Math.max(1, ...placed.map((cell) => cell.column + cell.columns))
  const holes = taken.flatMap((row, at) =>
    Array.from({ length: columns }, (_, column) => column)
      .filter((column) => !row.has(column))
      .map((column): GridCell<C> => ({ runs: [], head: false, columns: 1, rows: 1, row: at, column })),
  )
  return { columns, rows: rows.length, cells: [...placed, ...holes].toSorted((a, b) => a.row - b.row || a.column - b.column) }
}
