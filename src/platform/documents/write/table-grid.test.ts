// Cells of a table on their grid, however its HTML is broken.
import { describe, expect, it } from 'vitest'
import type { Cell } from './sheet.ts'
import { gridOf } from './table-grid.ts'

const cell = (text: string, columns = 1, rows = 1): Cell => ({ runs: [{ text }], head: false, columns, rows })
const drawn = (rows: readonly (readonly Cell[])[]): string[] => {
  const grid = gridOf(rows)
  const lines = Array.from({ length: grid.rows }, () => Array.from({ length: grid.columns }, () => '?'))
  for (const one of grid.cells) {
    for (let row = one.row; row < one.row + one.rows; row += 1)
      for (let column = one.column; column < one.column + one.columns; column += 1) lines[row]![column] = one.runs[0]?.text ?? '.'
  }
  return lines.map((line) => line.join(''))
}

describe('a grid', () => {
  it.each([
    {
      because: 'plain',
      rows: [
        [cell('a'), cell('b')],
        [cell('c'), cell('d')],
      ],
      drawing: ['ab', 'cd'],
    },
    {
      because: 'spans over columns and rows',
      rows: [
        [cell('a', 2), cell('b', 1, 2)],
        [cell('c'), cell('d')],
      ],
      drawing: ['aab', 'cdb'],
    },
    { because: 'a short row is filled with empty cells', rows: [[cell('a'), cell('b'), cell('c')], [cell('d')]], drawing: ['abc', 'd..'] },
    { because: 'a span beyond the last row is cut', rows: [[cell('a', 1, 9), cell('b')]], drawing: ['ab'] },
    { because: 'a wide cell stops before a taller neighbour', rows: [[cell('a'), cell('b', 1, 2)], [cell('c', 3)]], drawing: ['ab', 'cb'] },
  ])('$because', ({ rows, drawing }) => {
    expect(drawn(rows)).toEqual(drawing)
  })
})
