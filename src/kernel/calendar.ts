// Which days are worked: the State Council's notices by year, and what a day is by them.
import { addDays, day, daysBetween, yearOf, type Day } from './day.ts'

/** A year as the State Council's notice arranged it, in the form of tables and forms. */
export interface YearRow {
  readonly year: number
  /** Title or number of the notice that says so. */
  readonly notice: string
  /** Name of the holiday, first and (where it is another) last day off as MM-DD; weekends within it included, days of this calendar year only. */
  readonly daysOff: readonly (readonly [name: string, from: string, to?: string])[]
  /** Saturdays and Sundays worked instead (调休上班), as MM-DD. */
  readonly worked: readonly string[]
}

export interface CalendarYear {
  readonly year: number
  readonly notice: string
  /** Days off by name of the holiday. */
  readonly daysOff: ReadonlyMap<Day, string>
  readonly workedDays: ReadonlySet<Day>
}

/** A year that is missing is unknown: its notice has not been entered, and a term that runs into it is provisional. */
export interface Calendar {
  readonly version: string
  readonly years: ReadonlyMap<number, CalendarYear>
}

/** Every day from `from` to `to`, both included. */
function daysFrom(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(daysBetween(from, to) + 1, 0) }, (_, index) => addDays(from, index))
}

function yearOfRow({ year, notice, daysOff, worked }: YearRow): CalendarYear {
  const on = (text: string): Day => day(`${year}-${text}`)
  const off = daysOff.flatMap(([name, from, to = from]) => daysFrom(on(from), on(to)).map((one) => [one, name] as const))
  return { year, notice, daysOff: new Map(off), workedDays: new Set(worked.map(on)) }
}

/** The calendar of these years; of several rows of one year the last holds. Throws a RangeError on a day that does not exist. */
export function calendarOf(rows: readonly YearRow[], version: string): Calendar {
  return { version, years: new Map(rows.map((row) => [row.year, yearOfRow(row)])) }
}

export interface DayKind {
  readonly rest: boolean
  readonly reason: 'working-day' | 'worked-weekend' | 'weekend' | 'holiday'
  readonly holiday?: string
  readonly assumed?: true
}

/** What sort of day it is; a year that is not entered is taken for plain weeks, and says so. */
export function kindOfDay(of: Day, calendar: Calendar): DayKind {
  const year = calendar.years.get(yearOf(of))
  const holiday = year?.daysOff.get(of)
  if (holiday !== undefined) return { rest: true, reason: 'holiday', holiday }
  const weekend = [0, 6].includes(new Date(`${of}T00:00:00Z`).getUTCDay())
  if (weekend && year?.workedDays.has(of)) return { rest: false, reason: 'worked-weekend' }
  const assumed = year ? {} : { assumed: true as const }
  return weekend ? { rest: true, reason: 'weekend', ...assumed } : { rest: false, reason: 'working-day', ...assumed }
}
