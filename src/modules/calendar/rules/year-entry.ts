// A year as an administrator enters it: is it complete and without contradiction, and which rows of the calendar does it make?
import { addDays, day, daysBetween, isDay, yearOf, type Day } from '../../../kernel/day.ts'
import type { YearRow } from '../../../kernel/calendar.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { fixedHolidays, holidays } from '../law/holidays-of-a-year.ts'

export interface DaysOff {
  readonly name: string
  readonly from: string
  readonly to: string
}

/** By full dates: the notice of a year may arrange the last days of the year before. */
export interface YearEntry {
  readonly year: number
  readonly notice: string
  readonly off: readonly DaysOff[]
  readonly worked: readonly string[]
}

export type EntryFault =
  | 'year-too-early'
  | 'year-too-late'
  | 'notice-missing'
  | 'name-missing'
  | 'day-unreadable'
  | 'day-outside-year'
  | 'range-turned'
  | 'range-too-long'
  | 'day-twice'
  | 'worked-not-weekend'
  | 'worked-and-off'
  | 'holidays-missing'
  | 'fixed-holiday-missing'

const firstYear = 2008
const longestHoliday = 15
/** No notice ever reached further back into the year before. */
const firstDayBefore = '12-20'
const most = { off: 30, worked: 30, title: 200, name: 20 } as const
export const mostOf = most

const isWeekend = (one: Day): boolean => [0, 6].includes(new Date(`${one}T00:00:00Z`).getUTCDay())
const daysFrom = (from: Day, to: Day): Day[] => Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))

/** Everything that is wrong with it; an incomplete year would make every term that runs through it wrong. */
export function checkEntry(entry: YearEntry, today: Day): Ruling<YearEntry, EntryFault> {
  const faults: Refusal<EntryFault>[] = []
  const say = (code: EntryFault, field: string, facts: Readonly<Record<string, string | number>> = {}): void => void faults.push({ code, field, facts })
  const { year, off, worked } = entry
  if (year < firstYear) say('year-too-early', 'year', { first: firstYear })
  if (year > yearOf(today) + 1) say('year-too-late', 'year', { last: yearOf(today) + 1 })
  if (entry.notice.trim() === '') say('notice-missing', 'notice')
  const inYear = (one: string): boolean => one.slice(0, 4) === String(year) || (one.slice(0, 4) === String(year - 1) && one.slice(5) >= firstDayBefore)

  const seen = new Map<string, string>()
  off.forEach(({ name, from, to }, index) => {
    const field = `off.${index}`
    if (name.trim() === '') say('name-missing', field)
    const unreadable = [from, to].find((one) => !isDay(one))
    const outside = [from, to].find((one) => !inYear(one))
    if (unreadable !== undefined) return say('day-unreadable', field, { text: unreadable })
    if (outside !== undefined) return say('day-outside-year', field, { day: outside, year })
    if (to < from) return say('range-turned', field, { name, from, to })
    const days = daysFrom(day(from), day(to))
    if (days.length > longestHoliday) return say('range-too-long', field, { name, most: longestHoliday })
    const twice = days.find((one) => seen.has(one))
    if (twice !== undefined) say('day-twice', field, { day: twice, name: seen.get(twice) ?? '' })
    for (const one of days) seen.set(one, name)
  })
  worked.forEach((one, index) => {
    const field = `worked.${index}`
    if (!isDay(one)) return say('day-unreadable', field, { text: one })
    if (!inYear(one)) return say('day-outside-year', field, { day: one, year })
    if (!isWeekend(one)) say('worked-not-weekend', field, { day: one })
    if (seen.has(one)) say('worked-and-off', field, { day: one, name: seen.get(one) ?? '' })
    if (worked.indexOf(one) !== index) say('day-twice', field, { day: one, name: '调休上班' })
  })
  const missing = holidays.filter((holiday) => !off.some(({ name }) => name.includes(holiday)))
  if (missing.length > 0) say('holidays-missing', 'off', { names: missing.join('、') })
  const notOff = fixedHolidays.filter((one) => !seen.has(`${year}-${one}`))
  if (notOff.length > 0) say('fixed-holiday-missing', 'off', { days: notOff.join('、') })
  return faults.length > 0 ? refused(...faults) : granted(entry)
}

/** Ranges of one calendar year, as a row keeps them. */
function rangesIn(year: number, off: readonly DaysOff[]): [name: string, from: string, to?: string][] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return off
    .filter(({ from, to }) => from <= last && to >= first)
    .map(({ name, from, to }) => {
      const [begin, end] = [from < first ? first : from, to > last ? last : to].map((one) => one.slice(5)) as [string, string]
      return begin === end ? ([name, begin] as [string, string]) : ([name, begin, end] as [string, string, string])
    })
    .toSorted((a, b) => a[1].localeCompare(b[1]))
}

const daysOfRange = ([, from, to = from]: YearRow['daysOff'][number], year: number): Day[] => daysFrom(day(`${year}-${from}`), day(`${year}-${to}`))

/**
 * The rows that an entry makes: the year's own, and the year before where the notice arranges days of its December that were not arranged yet.
 * `before` is the row of the year before, undefined where that year is unknown.
 */
export function rowsOf(entry: YearEntry, before: YearRow | undefined): Ruling<readonly YearRow[], 'year-before-unknown'> {
  const worked = (year: number): string[] =>
    entry.worked
      .filter((one) => one.startsWith(`${year}-`))
      .map((one) => one.slice(5))
      .toSorted()
  const own: YearRow = { year: entry.year, notice: entry.notice.trim(), daysOff: rangesIn(entry.year, entry.off), worked: worked(entry.year) }
  const [offBefore, workedBefore] = [rangesIn(entry.year - 1, entry.off), worked(entry.year - 1)]
  if (offBefore.length + workedBefore.length === 0) return granted([own])
  if (!before) return refused({ code: 'year-before-unknown', facts: { year: entry.year - 1 } })

  const known = new Set(before.daysOff.flatMap((range) => daysOfRange(range, before.year)))
  const newOff = offBefore.filter((range) => daysOfRange(range, before.year).some((one) => !known.has(one)))
  const newWorked = workedBefore.filter((one) => !before.worked.includes(one))
  if (newOff.length + newWorked.length === 0) return granted([own])
  const amended: YearRow = {
    ...before,
    daysOff: [...before.daysOff, ...newOff].toSorted((a, b) => a[1].localeCompare(b[1])),
    worked: [...before.worked, ...newWorked].toSorted(),
  }
  return granted([amended, own])
}

/** A row in the form of an entry, to be corrected. */
export const entryOf = ({ year, notice, daysOff, worked }: YearRow): YearEntry => ({
  year,
  notice,
  off: daysOff.map(([name, from, to = from]) => ({ name, from: `${year}-${from}`, to: `${year}-${to}` })),
  worked: worked.map((one) => `${year}-${one}`),
})

export const sameRow = (a: YearRow, b: YearRow): boolean =>
  JSON.stringify([a.year, a.notice, a.daysOff, a.worked]) === JSON.stringify([b.year, b.notice, b.daysOff, b.worked])
