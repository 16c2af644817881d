// The shipped years against notices typed by hand and against the package they were drawn from.
import { isWorkday } from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { calendarOf, kindOfDay } from '../kernel/calendar.ts'
import { addDays, day, yearOf, type Day } from '../kernel/day.ts'
import { shippedYears } from './holidays.ts'

const shipped = calendarOf(shippedYears, 'shipped')

/** Typed from the notices of the State Council's office. */
const byHand: readonly { year: number; off: readonly (readonly [from: string, to: string])[]; worked: readonly string[]; workingDays: number }[] = [
  {
    year: 2023,
    off: [['01-01', '01-02'], ['01-21', '01-27'], ['04-05', '04-05'], ['04-29', '05-03'], ['06-22', '06-24'], ['09-29', '10-06'], ['12-30', '12-31']],
    worked: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
    workingDays: 249,
  },
  {
    year: 2024,
    off: [['01-01', '01-01'], ['02-10', '02-17'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-08', '06-10'], ['09-15', '09-17'], ['10-01', '10-07']],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    workingDays: 251,
  },
  {
    year: 2025,
    off: [['01-01', '01-01'], ['01-28', '02-04'], ['04-04', '04-06'], ['05-01', '05-05'], ['05-31', '06-02'], ['10-01', '10-08']],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    workingDays: 248,
  },
  {
    year: 2026,
    off: [['01-01', '01-03'], ['02-15', '02-23'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-19', '06-21'], ['09-25', '09-27'], ['10-01', '10-07']],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    workingDays: 248,
  },
] // prettier-ignore

const daysOf = (year: number): Day[] => Array.from({ length: 366 }, (_, index) => addDays(day(`${year}-01-01`), index)).filter((one) => yearOf(one) === year)

describe('the holidays that come with the product', () => {
  test('cover every year from 2008 to 2026 once', () => {
    expect(shippedYears.map(({ year }) => year)).toEqual(Array.from({ length: 19 }, (_, index) => 2008 + index))
  })

  test.each(byHand)('agree with the notice for $year on every day', ({ year, off, worked, workingDays }) => {
    const days = daysOf(year)
    const isOff = (one: Day): boolean => off.some(([from, to]) => one.slice(5) >= from && one.slice(5) <= to)
    const isWeekend = (one: Day): boolean => [0, 6].includes(new Date(`${one}T00:00:00Z`).getUTCDay())
    const wrong = days.filter((one) => kindOfDay(one, shipped).rest === (worked.includes(one.slice(5)) || (!isOff(one) && !isWeekend(one))))
    expect(wrong).toEqual([])
    expect(days.filter((one) => !kindOfDay(one, shipped).rest)).toHaveLength(workingDays)
  })

  test('agree with the package on all 6,940 days', () => {
    const days = shippedYears.flatMap(({ year }) => daysOf(year))
    expect(days).toHaveLength(6940)
    expect(days.filter((one) => kindOfDay(one, shipped).rest === isWorkday(one))).toEqual([])
  })
})
