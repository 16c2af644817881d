// Fills cells with what the system counted. What a person typed stands; what the system counts beside it is renewed.
import type { FormCell } from '../law/forms/cells.ts'
import type { Counted } from './count-cells.ts'
import type { CellValue, SheetCell } from './sheet.ts'

export interface FilledCell {
  readonly key: string
  readonly value: CellValue
  readonly counted: number | null
}

const same = (one: CellValue, other: CellValue): boolean =>
  one.stands === other.stands && (one.stands !== 'figure' || other.stands !== 'figure' || one.figure === other.figure)

/** The cells that are other than they stand; what stands as counted, or is unknown to the system, is not among them. */
export function fill(cells: readonly Pick<FormCell, 'key'>[], counted: ReadonlyMap<string, Counted>, now: ReadonlyMap<string, SheetCell>): FilledCell[] {
  return cells.flatMap(({ key }): FilledCell[] => {
    const found = counted.get(key) ?? null
    const cell = now.get(key)
    if (found === null) return []
    const figure = found === 'not-applicable' ? null : found
    const value: CellValue = figure === null ? { stands: 'not-applicable' } : { stands: 'figure', figure }
    if (cell && cell.byName !== null) return cell.counted === figure ? [] : [{ key, value: cell.value, counted: figure }]
    return cell && cell.counted === figure && same(cell.value, value) ? [] : [{ key, value, counted: figure }]
  })
}

export interface Moved {
  readonly key: string
  /** When it was filled, and what the system counts now. */
  readonly from: number | null
  readonly to: number | null
}

/** What the system counts otherwise than when the cells were filled: late entries, corrected days. */
export function movedSince(counted: ReadonlyMap<string, Counted>, now: ReadonlyMap<string, SheetCell>): Moved[] {
  return [...counted].flatMap(([key, found]): Moved[] => {
    const to = typeof found === 'number' ? found : null
    const from = now.get(key)?.counted ?? null
    return from === to ? [] : [{ key, from, to }]
  })
}
