// Until when what was sealed about an applicant is kept: to the end of the last remedy that can still be sought (pipl-2021/19, pipl-2021/47).
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import { dueDay } from '../../../kernel/term.ts'
import { terms } from '../../../law/terms.ts'
import type { State } from '../law/states.ts'

export interface Kept {
  readonly state: State
  /** The day of the answer, or of the end without one. */
  readonly concludedOn: Day | null
  /** When each complaint, reconsideration and lawsuit ended; null for one that goes on. */
  readonly remediesEndedOn: readonly (Day | null)[]
}

/** The last day on which it is kept; null while the application is not filed away or a remedy goes on. */
export function identityKeptUntil({ state, concludedOn, remediesEndedOn }: Kept, calendar: Calendar): Day | null {
  if (state !== 'archived' || concludedOn === null) return null
  let last = concludedOn
  for (const ended of remediesEndedOn) {
    if (ended === null) return null
    if (ended > last) last = ended
  }
  return keptAfter(last, calendar)
}

/** The longest term for a lawsuit, from the last thing that happened. */
export const keptAfter = (last: Day, calendar: Calendar): Day => dueDay(terms.lawsuit, { from: last }, calendar).due
