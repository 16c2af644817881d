// What the row of an application keeps of its facts and its clock, so that lists can ask.
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import type { OutcomeName } from '../law/outcomes.ts'
import type { State } from '../law/states.ts'
import { awaitedOf, replyDue } from './clock.ts'
import type { CaseFacts } from './facts.ts'

export interface Cached {
  readonly state: State
  readonly receivedOn: Day | null
  /** What the office owes by when; kept after the answer, so that its punctuality can be asked. */
  readonly dueOn: Day | null
  readonly awaitedUntil: Day | null
  readonly calendarVersion: string
  readonly provisional: boolean
  readonly extended: boolean
  readonly outcome: OutcomeName | null
  readonly concludedOn: Day | null
}

export function cachedOf(facts: CaseFacts, calendar: Calendar): Cached {
  const reply = replyDue(facts, calendar)
  const awaited = awaitedOf(facts, calendar)
  return {
    state: facts.state,
    receivedOn: facts.receivedOn,
    dueOn: reply?.due ?? null,
    awaitedUntil: awaited?.until ?? null,
    calendarVersion: calendar.version,
    provisional: (reply?.provisional ?? false) || (awaited?.provisional ?? false),
    extended: facts.extension !== null,
    outcome: facts.outcome?.name ?? null,
    concludedOn: facts.concludedOn,
  }
}
