// A notice on real PostgreSQL: its effect is shown and writes nothing, applying it moves every open term, the public copy follows.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { anOffice, codesOf, must, units, type Cast } from '../access/fixtures.ts'
import { calendarYears } from '../publication/queries/pages/calendar-years.ts'
import { effectOfYear, enterYear } from './actions/enter-year.ts'
import { recountTerms } from './actions/recount-terms.ts'
import { remindOfYear } from './actions/remind-of-year.ts'
import { keeperOfReplies, layOpenTerms, noticeOf2027, of2027 } from './fixtures.ts'
import { currentCalendar } from './queries/current-calendar.ts'
import { stepsOf, versionsOf } from './queries/years.ts'
import { readNotice } from './rules/read-notice.ts'

const keepers = [keeperOfReplies]
let database: FreshDatabase
let cast: Cast

beforeAll(async () => {
  database = await freshDatabase()
  cast = await database.transaction((tx) => anOffice(tx))
  await sql`insert into organization.unit (id, kind, name, slug, valid_from) values (${units.government}, 'government', '云岭县人民政府', 'yunling', '2000-01-01')`.execute(
    database.db,
  )
  await layOpenTerms(database.db)
})
afterAll(() => database.close())

const dueDays = async (): Promise<string[]> => (await sql<{ due: string }>`select due from public.open_term order by began`.execute(database.db)).rows.map(({ due }) => due) // prettier-ignore
const effect = () => database.transaction((tx) => effectOfYear(tx, keepers, { entry: of2027, by: cast.system, limit: 1 }))
const enter = (entry: typeof of2027, basedOn: string) => database.transaction((tx) => enterYear(tx, keepers, { entry, by: cast.system, basedOn }))
const noticesOf = async (like: string): Promise<number> =>
  (await sql<{ count: number }>`select count(*) as count from notices.notice where title like ${like}`.execute(database.db)).rows[0]?.count ?? 0

describe('a notice that comes in', () => {
  test('reminds those who may enter it from 15 November on, once a week', async () => {
    const remind = (at: string) => database.transaction((tx) => remindOfYear(tx, { at: new Date(`${at}T00:30:00Z`), today: day(at) }))
    expect([await remind('2026-11-14'), await remind('2026-11-20'), await remind('2026-11-21'), await remind('2026-11-27')]).toEqual([
      undefined,
      2027,
      undefined,
      2027,
    ])
    expect(await noticesOf('2027年放假安排尚未录入%')).toBe(2)
  })

  test('is read as it was typed by hand', () => {
    expect(readNotice(noticeOf2027)).toEqual({ entry: of2027, doubts: [] })
  })

  test('shows its effect, whole count and first rows, and writes nothing', async () => {
    const found = must(await effect())
    expect(found.keepers).toEqual([
      { title: '依申请公开答复', count: 2, rows: [{ what: '王某的申请', unitName: '县教育局', from: '2027-01-18', to: '2027-01-19' }] },
    ])
    expect(found.years.map(({ year }) => year)).toEqual([2027])
    expect(await dueDays()).toEqual(['2026-11-30', '2027-01-18', '2027-01-25'])
    expect((await currentCalendar(database.db)).years.has(2027)).toBe(false)
  })

  test('is applied to every open term, with who and when, and reaches the public side', async () => {
    const { version } = must(await effect())
    const entered = must(await enter(of2027, version))
    expect(entered.moved).toBe(2)
    expect(await dueDays()).toEqual(['2026-11-30', '2027-01-19', '2027-01-26'])
    expect((await currentCalendar(database.db)).years.has(2027)).toBe(true)
    const [first, ...others] = await stepsOf(database.db, 2027)
    expect(first).toMatchObject({ step: 'enter-year', byName: '系统员', detail: { 变动的期限: 2 } })
    expect(others.map(({ step }) => step)).toEqual(['remind', 'remind'])
    const portal = openDatabase({ url: database.portalUrl, name: 'portal of a test' })
    expect((await calendarYears(portal.db)).map(({ year }) => year)).toEqual([2027])
    await expect(sql`select 1 from calendar.year_version`.execute(portal.db)).rejects.toThrow('permission denied')
    await portal.close()
    expect(await database.transaction((tx) => remindOfYear(tx, { at: new Date('2026-12-20T00:30:00Z'), today: day('2026-12-20') }))).toBeUndefined()
  })

  test('is refused where the calendar changed since its effect was shown, and where it changes nothing', async () => {
    const { version } = await currentCalendar(database.db)
    expect(codesOf(await enter(of2027, version))).toEqual(['nothing-changed'])
    expect(codesOf(await enter({ ...of2027, worked: of2027.worked.slice(1) }, 'another'))).toEqual(['stale-calendar'])
  })

  test('is corrected as a new version; the old one stays, and none is ever rewritten', async () => {
    const corrected = { ...of2027, worked: of2027.worked.slice(1) }
    must(await enter(corrected, (await currentCalendar(database.db)).version))
    expect((await versionsOf(database.db, 2027)).map(({ row }) => row.worked.length)).toEqual([4, 5])
    expect((await stepsOf(database.db, 2027))[0]).toMatchObject({ step: 'correct-year' })
    const office = openDatabase({ url: database.officeUrl, name: 'office of a test' })
    await expect(sql`update calendar.year_version set notice = 'x'`.execute(office.db)).rejects.toThrow('permission denied')
    await expect(sql`delete from calendar.step_taken`.execute(office.db)).rejects.toThrow('permission denied')
    await office.close()
  })

  test('that reaches into December amends this year too, and terms that end there move', async () => {
    const reaching = { ...of2027, off: [{ name: '元旦', from: '2026-12-31', to: '2027-01-02' }, ...of2027.off.slice(1)] }
    await sql`insert into public.open_term values ('赵某的申请', '2026-12-03', '2026-12-31', 'old')`.execute(database.db)
    must(await enter(reaching, (await currentCalendar(database.db)).version))
    expect((await dueDays())[1]).toBe('2027-01-04')
    expect((await stepsOf(database.db, 2026))[0]).toMatchObject({ step: 'extend-year' })
    expect((await versionsOf(database.db, 2026)).length).toBe(2)
  })
})

describe('the recount', () => {
  test('finds what was counted by another calendar, then rests', async () => {
    await sql`update public.open_term set due = '2027-01-05' where name = '赵某的申请'`.execute(database.db)
    const at = new Date('2026-11-25T00:00:00Z')
    const count = (hours: number) => database.transaction((tx) => recountTerms(tx, keepers, new Date(at.getTime() + hours * 3_600_000)))
    expect([await count(0), await count(1), await count(13)]).toEqual([1, undefined, 0])
    expect((await dueDays())[1]).toBe('2027-01-04')
  })
})
