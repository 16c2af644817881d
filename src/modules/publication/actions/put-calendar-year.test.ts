import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { calendarYears } from '../queries/pages/calendar-years.ts'
import { putCalendarYear } from './put-calendar-year.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

test('a year is known to the public side as it was entered last', async () => {
  const first = { year: 2027, notice: '通知', daysOff: [['元旦', '01-01', '01-03']], worked: ['01-31'] } as const
  const second = { ...first, daysOff: [['元旦', '01-01']], worked: [] } as const
  for (const row of [first, second]) await putCalendarYear(database.db, row, new Date('2026-11-20T02:00:00Z'))
  expect(await calendarYears(database.db)).toEqual([second])
})
