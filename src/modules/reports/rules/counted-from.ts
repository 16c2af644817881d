// Whether a question is answered from rows or from the sums that changes carry on: the same figure, one is quicker for a county.
import { addDays } from '../../../kernel/day.ts'
import type { CountedFrom, Span } from '../../../kernel/metric.ts'

/** Few units are found by an index on the rows; of more, the sums are fewer than the rows. */
const fewUnits = 20

interface Asked {
  readonly span: Span
  /** How many units are asked for; null where all of them. */
  readonly units: number | null
  /** Sections are not told apart in the sums. */
  readonly sections: boolean
}

export function countedFrom({ span: { from, until }, units, sections }: Asked): CountedFrom {
  const wholeMonths = from.endsWith('-01') && addDays(until, 1).endsWith('-01')
  return wholeMonths && !sections && (units === null || units > fewUnits) ? 'sums' : 'rows'
}
