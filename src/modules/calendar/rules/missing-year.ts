// Which year's notice should have been entered by today, and is not?
import type { Calendar } from '../../../kernel/calendar.ts'
import { yearOf, type Day } from '../../../kernel/day.ts'

/** The notice comes late in October or in November; from this day on it is asked for. */
const askedFrom = '11-15'

export function missingYear(today: Day, calendar: Calendar): number | undefined {
  const year = yearOf(today)
  if (!calendar.years.has(year)) return year
  return today.slice(5) >= askedFrom && !calendar.years.has(year + 1) ? year + 1 : undefined
}
