// Whether a unit may end: who takes over, and that nobody and nothing is left behind.
import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import { successionKinds, type SuccessionKind } from '../law/succession-kinds.ts'
import { isInForce, type Unit } from './unit.ts'

export type EndRefusal =
  | 'unit-ended'
  | 'dates-order'
  | 'successor-missing'
  | 'successor-needless'
  | 'one-successor'
  | 'successor-unknown'
  | 'successor-itself'
  | 'successor-not-in-force'
  | 'still-people'
  | 'still-units'

export interface Ending {
  readonly unit: Unit
  readonly kind: SuccessionKind
  readonly lastDay: Day
  readonly successorIds: readonly string[]
  /** Posts and sub-units go over to the one successor. */
  readonly handOver: boolean
  readonly nextDay: Day
}

/** What still stands in the unit after its last day. */
export interface LeftBehind {
  readonly posts: number
  readonly subUnits: number
}

export function checkEnd({ unit, kind, lastDay, successorIds, handOver, nextDay }: Ending, left: LeftBehind, units: readonly Unit[]): Refusal<EndRefusal>[] {
  const reasons: Refusal<EndRefusal>[] = []
  if (unit.validUntil !== null) reasons.push({ code: 'unit-ended', facts: { day: unit.validUntil } })
  if (lastDay < unit.validFrom) reasons.push({ code: 'dates-order', field: 'lastDay' })
  const wanted = successionKinds[kind].successors
  if (wanted === 'none' && successorIds.length > 0) reasons.push({ code: 'successor-needless', field: 'successorIds' })
  if (wanted !== 'none' && successorIds.length === 0) reasons.push({ code: 'successor-missing', field: 'successorIds' })
  if (wanted === 'one' && successorIds.length > 1) reasons.push({ code: 'one-successor', field: 'successorIds' })
  for (const successorId of successorIds) {
    const successor = units.find((one) => one.id === successorId)
    if (!successor) reasons.push({ code: 'successor-unknown', field: 'successorIds' })
    else if (successor.id === unit.id) reasons.push({ code: 'successor-itself', field: 'successorIds' })
    else if (!isInForce(successor, nextDay)) reasons.push({ code: 'successor-not-in-force', field: 'successorIds', facts: { name: successor.name } })
  }
  const takenOver = handOver && wanted === 'one' && successorIds.length === 1
  if (!takenOver && left.posts > 0) reasons.push({ code: 'still-people', facts: { count: left.posts } })
  if (!takenOver && left.subUnits > 0) reasons.push({ code: 'still-units', facts: { count: left.subUnits } })
  return reasons
}
