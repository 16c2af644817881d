// Whether a grant or a stand-in is in force on a day.
import type { Day } from '../../../kernel/day.ts'

export interface Validity {
  readonly validFrom: Day
  readonly validUntil: Day | null
}

export const isInForce = ({ validFrom, validUntil }: Validity, today: Day): boolean => validFrom <= today && (validUntil === null || validUntil >= today)

/** Whether the two have a day in common. */
export const overlap = (a: Validity, b: Validity): boolean =>
  (a.validUntil === null || a.validUntil >= b.validFrom) && (b.validUntil === null || b.validUntil >= a.validFrom)
