// Periods that figures are looked at for, as first and last day.
import dayjs from 'dayjs'

/** Both days included, as `2026-03-02`. */
export interface Days {
  readonly from: string
  readonly until: string
}

export interface Period {
  readonly label: string
  readonly days: Days
}

export const daysOf = (from: dayjs.Dayjs, until: dayjs.Dayjs): Days => ({ from: from.format('YYYY-MM-DD'), until: until.format('YYYY-MM-DD') })

/** Whole calendar years: this one, or so many back. */
export const yearBack = (back: number): Days => {
  const year = dayjs().subtract(back, 'year')
  return daysOf(year.startOf('year'), year.endOf('year'))
}

export const monthNow = (): Days => daysOf(dayjs().startOf('month'), dayjs().endOf('month'))

export const quarterNow = (): Days => {
  const first = dayjs()
    .startOf('month')
    .subtract(dayjs().month() % 3, 'month')
  return daysOf(first, first.add(2, 'month').endOf('month'))
}
