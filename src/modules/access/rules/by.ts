// Who acts, and when: what every action is given.
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'

export interface By {
  readonly actor: Actor
  readonly at: Date
  /** The day of `at` at the office: which grants are in force depends on it. */
  readonly today: Day
}
