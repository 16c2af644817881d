// Which reminders and escalations are due by today: each once, and all that were missed while nobody looked.
import type { Calendar } from '../../../../kernel/calendar.ts'
import { kindOfDay } from '../../../../kernel/calendar.ts'
import { addDays, type Day } from '../../../../kernel/day.ts'
import { workingDaysAfter } from '../../../../kernel/term.ts'
import type { ChaseRow } from '../../law/chasing.ts'

/** The day on which a row of the table falls for something due on `dueOn`. */
export function chaseDay({ workingDays }: Pick<ChaseRow, 'workingDays'>, dueOn: Day, calendar: Calendar): Day {
  if (workingDays > 0) return workingDaysAfter(dueOn, workingDays, calendar).day
  let on = dueOn
  for (let left = -workingDays; left > 0;) {
    on = addDays(on, -1)
    if (!kindOfDay(on, calendar).rest) left -= 1
  }
  return on
}

/** Levels of `rows` that fall on or before `today` and have not happened yet. */
export function chasesDue<Level extends string>(
  rows: Readonly<Record<Level, Pick<ChaseRow, 'workingDays'>>>,
  { dueOn, taken, today }: { readonly dueOn: Day; readonly taken: readonly string[]; readonly today: Day },
  calendar: Calendar,
): Level[] {
  return (Object.keys(rows) as Level[]).filter((level) => !taken.includes(level) && chaseDay(rows[level], dueOn, calendar) <= today)
}
