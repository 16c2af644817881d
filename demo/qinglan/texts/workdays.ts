// Working days of the years in which the town's stories happen: an official publishes on none of the others.
import { addDays, day, type Day } from '../../../src/kernel/day.ts'

/** First and last day off of each holiday; worked weekends are left out, nobody in the stories needs them. */
const holidays: readonly (readonly [string, string])[] = [
  ['2018-12-30', '2019-01-01'], ['2019-02-04', '2019-02-10'], ['2019-04-05', '2019-04-07'], ['2019-05-01', '2019-05-04'], ['2019-06-07', '2019-06-09'], ['2019-09-13', '2019-09-15'], ['2019-10-01', '2019-10-07'],
  ['2020-01-01', '2020-01-01'], ['2020-01-24', '2020-02-02'], ['2020-04-04', '2020-04-06'], ['2020-05-01', '2020-05-05'], ['2020-06-25', '2020-06-27'], ['2020-10-01', '2020-10-08'],
  ['2021-01-01', '2021-01-03'], ['2021-02-11', '2021-02-17'], ['2021-04-03', '2021-04-05'], ['2021-05-01', '2021-05-05'], ['2021-06-12', '2021-06-14'], ['2021-09-19', '2021-09-21'], ['2021-10-01', '2021-10-07'],
  ['2022-01-01', '2022-01-03'], ['2022-01-31', '2022-02-06'], ['2022-04-03', '2022-04-05'], ['2022-04-30', '2022-05-04'], ['2022-06-03', '2022-06-05'], ['2022-09-10', '2022-09-12'], ['2022-10-01', '2022-10-07'],
  ['2022-12-31', '2023-01-02'], ['2023-01-21', '2023-01-27'], ['2023-04-05', '2023-04-05'], ['2023-04-29', '2023-05-03'], ['2023-06-22', '2023-06-24'], ['2023-09-29', '2023-10-06'],
  ['2023-12-30', '2024-01-01'], ['2024-02-10', '2024-02-17'], ['2024-04-04', '2024-04-06'], ['2024-05-01', '2024-05-05'], ['2024-06-08', '2024-06-10'], ['2024-09-15', '2024-09-17'], ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'], ['2025-01-28', '2025-02-04'], ['2025-04-04', '2025-04-06'], ['2025-05-01', '2025-05-05'], ['2025-05-31', '2025-06-02'], ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'], ['2026-02-15', '2026-02-23'], ['2026-04-04', '2026-04-06'], ['2026-05-01', '2026-05-05'], ['2026-06-19', '2026-06-21'], ['2026-09-25', '2026-09-27'], ['2026-10-01', '2026-10-07'],
] // prettier-ignore

function isWorkday(on: Day): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.some(([first, last]) => first <= on && on <= last)
}

/** The day itself, or the next working day. */
export function workdayFrom(on: Day): Day {
  return isWorkday(on) ? on : workdayFrom(addDays(on, 1))
}

/** The working day `count` working days after (or, negative, before) a day. */
export function workdaysAfter(on: Day, count: number): Day {
  let at = on
  for (let left = Math.abs(count); left > 0;) {
    at = addDays(at, Math.sign(count))
    if (isWorkday(at)) left -= 1
  }
  return workdayFrom(at)
}

/** A working day in a month, at or after the date. */
export const onOrAfter = (year: number, month: number, date: number): Day =>
  workdayFrom(day(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`))
