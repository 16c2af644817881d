// When what is awaited is chased: days written by hand from the calendar of 2026.
import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../../../kernel/calendar.ts'
import { day } from '../../../../kernel/day.ts'
import { shippedYears } from '../../../../law/holidays.ts'
import { chasing } from '../../law/chasing.ts'
import { chaseDay, chasesDue } from './chasing.ts'

const calendar = calendarOf(shippedYears, 'test')

describe('chasing a confirmation', () => {
  it.each([
    { because: 'the last working day before', workingDays: -1, due: '2026-11-20', on: '2026-11-19' },
    { because: 'a weekend lies between', workingDays: -1, due: '2026-11-23', on: '2026-11-20' },
    { because: 'National Day lies between', workingDays: -1, due: '2026-10-08', on: '2026-09-30' },
    { because: 'the day itself', workingDays: 0, due: '2026-11-20', on: '2026-11-20' },
    { because: 'the next working day', workingDays: 1, due: '2026-11-20', on: '2026-11-23' },
    { because: 'three working days after', workingDays: 3, due: '2026-11-20', on: '2026-11-25' },
  ])('$workingDays of $due is $on: $because', ({ workingDays, due, on }) => {
    expect(chaseDay({ workingDays }, day(due), calendar)).toBe(on)
  })

  it.each([
    { today: '2026-11-18', taken: [], levels: [] },
    { today: '2026-11-19', taken: [], levels: ['reminder'] },
    { today: '2026-11-20', taken: ['reminder'], levels: [] },
    { today: '2026-11-23', taken: ['reminder'], levels: ['unit-leader'] },
    { today: '2026-11-25', taken: ['reminder', 'unit-leader'], levels: ['disclosure-office'] },
    // nobody looked for a week: everything that was missed happens now
    { today: '2026-11-30', taken: [], levels: ['reminder', 'unit-leader', 'disclosure-office'] },
    { today: '2026-11-30', taken: ['reminder', 'unit-leader', 'disclosure-office'], levels: [] },
  ])('due on 20 November, on $today after $taken: $levels', ({ today, taken, levels }) => {
    expect(chasesDue(chasing.confirmation, { dueOn: day('2026-11-20'), taken, today: day(today) }, calendar)).toEqual(levels)
  })
})
