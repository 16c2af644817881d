// The pulse of a column: that of its worst entry; without entries it can only be empty or not.
import type { Day } from '../../../kernel/day.ts'
import type { Pulse } from '../law/pulses.ts'
import { tally, type PulseCount, type PulseFacts } from './pulse.ts'

export interface ColumnFacts {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  /** In the column itself. */
  readonly documents: number
  readonly lastPublishedAt: Date | null
  readonly hidden: boolean
}

export interface ColumnBeat {
  readonly columnId: string
  /** From the root of the site. */
  readonly path: readonly string[]
  readonly documents: number
  readonly lastPublishedAt: Date | null
  readonly dueOn: Day | null
  readonly counts: readonly PulseCount[]
  /** Null where no entry of the catalogue belongs here and something stands there: nothing says how often it must be added to. */
  readonly pulse: Pulse | null
}

interface Cell {
  readonly columnId: string
  readonly dueOn: Day | null
  readonly facts: PulseFacts
  readonly count: number
}

/** Every column that shows something of its own, in the order of the site. A heading, which has columns below it and neither documents nor entries, is no column to keep. */
export function columnBeats(columns: readonly ColumnFacts[], cells: readonly Cell[]): ColumnBeat[] {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const parents = new Set(columns.map((column) => column.parentId))
  const cellsOf = Map.groupBy(cells, (cell) => cell.columnId)
  const pathOf = ({ parentId, name }: ColumnFacts): string[] => {
    const parent = parentId === null ? undefined : byId.get(parentId)
    return parent ? [...pathOf(parent), name] : [name]
  }
  return columns.flatMap((column): ColumnBeat[] => {
    const own = cellsOf.get(column.id) ?? []
    const { id, documents, lastPublishedAt, hidden } = column
    if (hidden || (own.length === 0 && documents === 0 && parents.has(id))) return []
    const counts = tally(own)
    const dueOn = own.flatMap((cell) => (cell.dueOn === null ? [] : [cell.dueOn])).toSorted()[0] ?? null
    return [{ columnId: id, path: pathOf(column), documents, lastPublishedAt, dueOn, counts, pulse: documents === 0 ? 'empty' : (counts[0]?.pulse ?? null) }]
  })
}
