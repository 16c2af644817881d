// Whether a sum of a form holds: the one judgement, for a report that somebody else wrote and for one that is filled here.
import type { FormSum } from '../../law/forms/shape.ts'

/** Rid of what binary fractions add. */
export const money = (value: number): string => String(Math.round(value * 1e6) / 1e6)

export interface SumFault {
  readonly says: number
  readonly adds: number
  /** One figure is said to be part of one other. */
  readonly part: boolean
}

const total = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const differ = (one: number, other: number): boolean => Math.abs(one - other) > 5e-7

/** `amount`: null where a cell is not known; `mayBeLeftOut`: rows that are nil need not stand, so that a rest is thinkable. */
export function brokenSum({ relation, left, right }: FormSum, amount: (key: string) => number | null, mayBeLeftOut: boolean): SumFault | null {
  const stated = left.map(amount)
  const parts = right.map(amount)
  if (stated.includes(null)) return null
  const whole = !parts.includes(null)
  if (!whole && !mayBeLeftOut) return null
  const there = parts.filter((one) => one !== null)
  if (there.length === 0) return null
  const [says, adds] = [total(stated.map((one) => one ?? 0)), total(there)]
  const exceeds = (one: number, other: number): boolean => one > other && differ(one, other)
  const wrong = relation === 'equal' ? (whole ? differ(says, adds) : exceeds(adds, says)) : whole && exceeds(says, adds)
  return wrong ? { says, adds, part: relation === 'at-most' && right.length === 1 } : null
}
