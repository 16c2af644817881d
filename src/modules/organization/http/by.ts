// What every write of this module needs from a call, and days of a query.
import { day, type Day } from '../../../kernel/day.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { By } from '../../access/index.ts'

export const byOf = (call: { readonly actor: Actor; readonly clock: Clock }): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })

/** The day that was asked for, or the one that is meant when none was. */
export const dayOr = (asked: string | undefined, otherwise: Day): Day => (asked === undefined ? otherwise : day(asked))
