// Periods of a regular rhythm: which one a day stands in, when it is due, and the one after it.
import { addDays, dayOf, daysBetween, yearOf, type Day } from '../../../kernel/day.ts'
import { kindOfDay, type Calendar } from '../../../kernel/calendar.ts'
import { spans, type Regular, type Shift } from '../law/rhythms.ts'

export interface Period {
  readonly from: Day
  readonly to: Day
  /** Before any shift. */
  readonly named: Day
}

const monthOf = (of: Day): number => yearOf(of) * 12 + Number(of.slice(5, 7)) - 1
const firstOf = (month: number): Day => dayOf(Math.floor(month / 12), (month % 12) + 1, 1) as Day

/** The day of a month, or its last where it has no such day. */
function dayIn(month: number, date: number): Day {
  for (let last = date; ; last -= 1) {
    const found = dayOf(Math.floor(month / 12), (month % 12) + 1, last)
    if (found) return found
  }
}

/** A Monday long ago: weeks are counted from it, months from January of the year 0. */
const firstMonday = '2000-01-03' as Day

export function periodOf({ every, span, month, day }: Regular, on: Day): Period {
  if (span === 'week') {
    const days = 7 * every
    const from = addDays(firstMonday, Math.floor(daysBetween(firstMonday, on) / days) * days)
    // the weekday of the last week of the period
    return { from, to: addDays(from, days - 1), named: addDays(from, days - 7 + Math.min(day, 7) - 1) }
  }
  const months = spans[span].months * every
  const first = Math.floor(monthOf(on) / months) * months
  return { from: firstOf(first), to: addDays(firstOf(first + months), -1), named: dayIn(first + month - 1, day) }
}

/** A named day that is no working day moves as the rhythm says. */
export function shifted(named: Day, shift: Shift, calendar: Calendar): { readonly due: Day; readonly provisional: boolean } {
  const step = shift === 'forward' ? 1 : -1
  if (shift === 'none') return { due: named, provisional: false }
  let due = named
  let provisional = kindOfDay(due, calendar).assumed === true
  while (kindOfDay(due, calendar).rest) {
    due = addDays(due, step)
    provisional ||= kindOfDay(due, calendar).assumed === true
  }
  return { due, provisional }
}
