// What may be entered as a year, and which rows come of it: by hand.
import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../../kernel/calendar.ts'
import { day } from '../../../kernel/day.ts'
import { shippedYears } from '../../../law/holidays.ts'
import { missingYear } from './missing-year.ts'
import { checkEntry, entryOf, rowsOf, type YearEntry } from './year-entry.ts'

const today = day('2026-11-20')
const of2027: YearEntry = {
  year: 2027,
  notice: '国务院办公厅关于2027年部分节假日安排的通知',
  off: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  worked: ['2027-02-20', '2027-09-26'],
}
const codes = (entry: YearEntry): string[] => {
  const ruling = checkEntry(entry, today)
  return ruling.ok ? [] : ruling.refusals.map(({ code }) => code)
}
const withOff = (...off: YearEntry['off']): YearEntry => ({ ...of2027, off: [...of2027.off, ...off] })

describe('a year that is entered', () => {
  test.each(shippedYears.map((row) => entryOf(row)))('every shipped year is complete: $year', (entry) => {
    expect(codes(entry)).toEqual([])
  })

  test.each([
    ['a whole year', of2027, []],
    ['a year before the Regulation', { ...of2027, year: 2007, off: [], worked: [] }, ['year-too-early', 'holidays-missing', 'fixed-holiday-missing']],
    ['the year after the next', { ...of2027, year: 2028, off: [], worked: [] }, ['year-too-late', 'holidays-missing', 'fixed-holiday-missing']],
    ['no notice', { ...of2027, notice: ' ' }, ['notice-missing']],
    ['a holiday without a name', withOff({ name: '', from: '2027-07-01', to: '2027-07-01' }), ['name-missing']],
    ['a day that does not exist', withOff({ name: '加', from: '2027-02-30', to: '2027-03-01' }), ['day-unreadable']],
    ['a day of another year', withOff({ name: '加', from: '2028-01-01', to: '2028-01-01' }), ['day-outside-year']],
    ['a day before the last of the year before', withOff({ name: '加', from: '2026-12-19', to: '2026-12-20' }), ['day-outside-year']],
    ['a range turned around', withOff({ name: '加', from: '2027-07-03', to: '2027-07-01' }), ['range-turned']],
    ['a month of holiday', withOff({ name: '加', from: '2027-07-01', to: '2027-07-31' }), ['range-too-long']],
    ['a day twice', withOff({ name: '加', from: '2027-10-07', to: '2027-10-08' }), ['day-twice']],
    ['a Monday that is worked', { ...of2027, worked: ['2027-09-27'] }, ['worked-not-weekend']],
    ['a day off that is worked', { ...of2027, worked: ['2027-10-02'] }, ['worked-and-off']],
    ['a year without Mid-Autumn', { ...of2027, off: of2027.off.filter(({ name }) => name !== '中秋节') }, ['holidays-missing']],
    ['a National Day that begins late', { ...of2027, off: [...of2027.off.slice(0, 6), { name: '国庆节', from: '2027-10-02', to: '2027-10-07' }] }, ['fixed-holiday-missing']],
  ])('%s', (_, entry, expected) => {
    expect(codes(entry)).toEqual(expected)
  }) // prettier-ignore

  test('makes its own row alone where it arranges no day of the year before', () => {
    const rows = rowsOf(of2027, shippedYears.at(-1))
    expect(rows.ok && rows.value.map(({ year }) => year)).toEqual([2027])
    expect(rows.ok && rows.value[0]?.daysOff.slice(0, 5)).toEqual([['元旦', '01-01', '01-03'], ['春节', '02-05', '02-11'], ['清明节', '04-03', '04-05'], ['劳动节', '05-01', '05-05'], ['端午节', '06-09']]) // prettier-ignore
  })

  test('amends the year before where its notice reaches back, and only once', () => {
    const reaching: YearEntry = { ...of2027, off: [{ name: '元旦', from: '2026-12-31', to: '2027-01-02' }, ...of2027.off.slice(1)], worked: ['2026-12-26'] }
    const [before] = [shippedYears.at(-1)]
    const rows = rowsOf(reaching, before)
    expect(rows.ok && rows.value.map(({ year, daysOff, worked }) => [year, daysOff.find(([name]) => name === '元旦'), daysOff.at(-1), worked.at(-1)])).toEqual([
      [2026, ['元旦', '01-01', '01-03'], ['元旦', '12-31'], '12-26'],
      [2027, ['元旦', '01-01', '01-02'], ['国庆节', '10-01', '10-07'], undefined],
    ])
    const again = rows.ok ? rowsOf(reaching, rows.value[0]) : rows
    expect(again.ok && again.value.map(({ year }) => year)).toEqual([2027])
    expect(rowsOf(reaching, undefined)).toMatchObject({ ok: false, refusals: [{ code: 'year-before-unknown' }] })
  })
})

describe('the year that is missing', () => {
  const calendar = calendarOf(shippedYears, 'shipped')
  test.each([
    ['2026-11-14', undefined],
    ['2026-11-15', 2027],
    ['2026-12-31', 2027],
    ['2027-01-04', 2027],
    ['2025-12-31', undefined],
  ])('on %s is %s', (on, year) => {
    expect(missingYear(day(on), calendar)).toBe(year)
  })
})
