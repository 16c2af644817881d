// A command counts by the years of an installation that it can reach, and by the shipped ones where it reaches none.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { anOffice } from '../modules/access/fixtures.ts'
import { insertYear } from '../modules/calendar/store/years.ts'
import { calendarAtHand } from './calendar-at-hand.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await database.transaction(async (tx) => {
    const { system } = await anOffice(tx)
    const author = { accountId: system.actor.accountId, name: '系统员', at: system.at }
    await insertYear(tx, { year: 2027, notice: '通知', daysOff: [['元旦', '01-01', '01-03']], worked: [] }, author)
  })
})
afterAll(() => database.close())

describe('the calendar at hand', () => {
  test('is that of the installation', async () => {
    const { years } = await calendarAtHand({ ...process.env, DATABASE_URL: database.url })
    expect([years.has(2027), years.has(2008), years.has(2028)]).toEqual([true, true, false])
  })

  test('is the shipped one without data, and where the database does not answer, which is told', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect((await calendarAtHand({ GONGKAI_DATA: '/nowhere/at/all' })).years.has(2027)).toBe(false)
    expect(said).not.toHaveBeenCalled()
    expect((await calendarAtHand({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' })).version).toBe('shipped')
    expect(said).toHaveBeenCalledWith(expect.stringContaining('未能读取'))
    said.mockRestore()
  })
})
