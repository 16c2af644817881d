// Counted figures of every cell of a form out of what the system knows; null where a person types it.
import { cellsOf } from '../law/forms/cells.ts'
import type { Form } from '../law/forms/shape.ts'
import { sourceOf, type CellSource } from '../law/forms/sources.ts'
import type { YearFacts } from './year-facts.ts'

/** What the system says of a cell: a figure, that it does not concern the unit, or nothing. */
export type Counted = number | 'not-applicable' | null

const sum = (figures: readonly (number | undefined)[]): number => figures.reduce<number>((all, one) => all + (one ?? 0), 0)

function countedBy(source: CellSource, { requests, documents, sheet }: YearFacts): Counted {
  switch (source.by) {
    case 'requests':
      return sum(source.lines.map((line) => requests.table[line][source.kind]))
    case 'remedies':
      return sum(source.rows.flatMap((row) => source.columns.map((column) => requests.remedies[row][column])))
    case 'documents':
      return documents[source.figure]
    case 'published':
      return sheet && (source.on === 'anywhere' ? sheet.channels.distinct : (sheet.channels.on[source.on] ?? 0))
    case 'received':
      return sheet && sum(source.ways.map((way) => sheet.requests.received[way]))
    case 'concluded': {
      if (!sheet) return null
      const all = sum(Object.values(sheet.requests.concluded))
      return source.in === 'all' ? all : source.in === 'time' ? sheet.requests.inTime : all - sheet.requests.inTime
    }
    case 'answers':
      return sheet && sum(source.outcomes.map((name) => sheet.requests.concluded[name]))
    case 'complaints':
      return sheet && sheet.requests.complaints
    case 'reading-points':
      return sheet && sheet.channels.readingPoints
    case 'interpretations':
      return sheet && sheet.interpretations
    case 'nobody':
      return 'not-applicable'
    case 'hand':
      return null
  }
}

export const countedCells = (form: Form, year: number, facts: YearFacts): ReadonlyMap<string, Counted> =>
  new Map(cellsOf(form, year).map(({ key }) => [key, countedBy(sourceOf(form, key), facts)]))
