// The days of one month on which something is due in open applications: the reply, the office's own day, and what others owe.
import { kindOfDay, type Calendar } from '../../../kernel/calendar.ts'
import { addDays, day, dayOf, type Day } from '../../../kernel/day.ts'
import { awaitedIn, type DueKind } from '../law/due-kinds.ts'
import { mostInternalDays } from '../law/internal-stages.ts'
import type { State } from '../law/states.ts'
import { firstDueNotOver, internalDateNow, type InternalDays } from './internal-dates.ts'

export interface Span {
  readonly first: Day
  readonly last: Day
}

/** `2026-03`. */
export function spanOfMonth(month: string): Span {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = [31, 30, 29].map((date) => dayOf(year, number, date)).find((one) => one !== undefined)
  return { first: day(`${month}-01`), last: last ?? day(`${month}-28`) }
}

/** The first day for the reply that leaves no day of the office's own in the span, however many the unit keeps. */
export const firstDueBeyond = ({ last }: Span, calendar: Calendar): Day => firstDueNotOver(addDays(last, 1), calendar)[mostInternalDays] ?? addDays(last, 1)

export interface OpenCase {
  readonly id: string
  readonly state: State
  readonly dueOn: Day | null
  readonly awaitedUntil: Day | null
  readonly provisional: boolean
  /** The days that the unit keeps; null where it keeps none. */
  readonly days: InternalDays | null
}

export interface DueDay {
  readonly on: Day
  readonly kind: DueKind
  /** Of the office's own days, which. */
  readonly stage: string | null
  readonly over: boolean
  readonly provisional: boolean
}

export function dueDaysOf(one: OpenCase, { first, last }: Span, today: Day, calendar: Calendar): DueDay[] {
  const { state, dueOn, awaitedUntil, provisional, days } = one
  const internal = internalDateNow({ state, dueOn, concludedOn: null }, days, today, calendar)
  const awaited = awaitedIn[state]
  const all: DueDay[] = [
    ...(dueOn ? [{ on: dueOn, kind: 'reply', stage: null, over: dueOn < today, provisional } as const] : []),
    ...(internal ? [{ on: internal.on, kind: 'internal', stage: internal.title, over: internal.over, provisional } as const] : []),
    ...(awaited && awaitedUntil ? [{ on: awaitedUntil, kind: awaited, stage: null, over: awaitedUntil < today, provisional }] : []),
  ]
  return all.filter(({ on }) => on >= first && on <= last)
}

export interface RestDay {
  readonly on: Day
  /** Null on plain weekends. */
  readonly holiday: string | null
}

export function restDaysIn({ first, last }: Span, calendar: Calendar): RestDay[] {
  const days: RestDay[] = []
  for (let on = first; on <= last; on = addDays(on, 1)) {
    const { rest, holiday } = kindOfDay(on, calendar)
    if (rest) days.push({ on, holiday: holiday ?? null })
  }
  return days
}
