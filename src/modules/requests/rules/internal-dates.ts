// The office's own days, counted back in working days from the day for the reply; and the other way round, so that a list can ask for what is over.
import { kindOfDay, type Calendar } from '../../../kernel/calendar.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import { internalStageNames, internalStageRows, mostInternalDays, type InternalStage } from '../law/internal-stages.ts'
import type { State } from '../law/states.ts'

export type InternalDays = Readonly<Record<InternalStage, number>>

/** The working day on or next to `from`, walking by `by`. */
function workingDay(from: Day, by: 1 | -1, calendar: Calendar): Day {
  let on = from
  while (kindOfDay(on, calendar).rest) on = addDays(on, by)
  return on
}

/** A day that is set without regard to rest days counts as the working day before it. */
export function internalDate(dueOn: Day, days: number, calendar: Calendar): Day {
  let on = workingDay(dueOn, -1, calendar)
  for (let left = days; left > 0; left -= 1) on = workingDay(addDays(on, -1), -1, calendar)
  return on
}

/** For each number of days, the first day for the reply whose internal date is not over on `today`. */
export function firstDueNotOver(today: Day, calendar: Calendar): Day[] {
  const firsts: Day[] = []
  for (let from = today; firsts.length <= mostInternalDays;) {
    const on = workingDay(from, 1, calendar)
    firsts.push(on)
    from = addDays(on, 1)
  }
  return firsts
}

export const internalStageOf = (state: State): InternalStage | undefined => internalStageNames.find((name) => internalStageRows[name].states.includes(state))

export interface InternalDate {
  readonly title: string
  readonly on: Day
  readonly over: boolean
}

interface Standing {
  readonly state: State
  readonly dueOn: Day | null
  readonly concludedOn: Day | null
}

/** The one that the state calls for now; null where nothing is owed or the unit keeps no such days. */
export function internalDateNow({ state, dueOn, concludedOn }: Standing, days: InternalDays | null, today: Day, calendar: Calendar): InternalDate | null {
  const stage = internalStageOf(state)
  if (!stage || !days || dueOn === null || concludedOn !== null) return null
  const on = internalDate(dueOn, days[stage], calendar)
  return { title: internalStageRows[stage].title, on, over: on < today }
}

/** Drafting ends before the review, the review before the sending. */
export const checkInternalDays = ({ draft, review, send }: InternalDays): Refusal[] => [
  ...(review < send ? [{ code: 'internal-order', field: 'review', facts: { earlier: '审核签发', later: '送达' } }] : []),
  ...(draft < review ? [{ code: 'internal-order', field: 'draft', facts: { earlier: '拟稿', later: '审核签发' } }] : []),
]
