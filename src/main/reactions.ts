// What follows from what a citizen sent: one list, kind by kind.
import type { Clock } from '../kernel/clock.ts'
import type { Reaction } from './inbox.ts'

export interface ReactionParts {
  readonly clock: Clock
}

export function reactions(_parts: ReactionParts): Readonly<Record<string, Reaction>> {
  return {}
}
