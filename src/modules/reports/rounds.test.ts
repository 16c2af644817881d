// A round on a real database: opened by the office that collects, every unit asked, each report filled with what the system knows.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { reachOf } from '../access/index.ts'
import { codesOf, must } from '../organization/fixtures.ts'
import { endRound } from './actions/close-round.ts'
import { makeWaitingReports } from './actions/make-reports.ts'
import { openRound } from './actions/open-round.ts'
import { remindOfReports, urgeReports } from './actions/remind-reports.ts'
import { enterRequest, reportingCounty, yearlyCall, type ReportingCounty } from './fixtures.ts'
import { makeReportsOfRounds } from './jobs.ts'
import { reportsOfRound } from './queries/reports.ts'
import { roundsWithin } from './queries/rounds.ts'
import { sheetOf, sheetsOf } from './queries/sheet.ts'
import { figureOf, type ReportSheet } from './rules/sheet.ts'

let database: FreshDatabase
let county: ReportingCounty

const listed = (roundId: string) =>
  reportsOfRound(
    database.db,
    roundId,
    { view: 'all', words: '', sort: 'unit' },
    { reach: reachOf(county.on('collector', '2026-01-10').actor, 'report.read'), today: day('2026-01-10') },
    { limit: 50, offset: 0 },
  )

const figures = ({ cells }: ReportSheet, ...keys: string[]): number[] => keys.map((key) => figureOf(cells.get(key)?.value))

beforeAll(async () => {
  database = await freshDatabase()
  county = await reportingCounty(database)
  await enterRequest(database, county, { on: '2024-12-20', answeredOn: '2025-01-06' })
  await enterRequest(database, county, { on: '2025-03-03', answeredOn: '2025-03-03' })
  await enterRequest(database, county, { on: '2025-12-29', answeredOn: null })
}, 60_000)
afterAll(() => database.close())

describe('a round of yearly reports', () => {
  let roundId: string
  it('asks every unit of the tree, and the region as a sum', async () => {
    const call = yearlyCall(county.government, 2025)
    roundId = call.id
    const opened = must(await database.transaction((tx) => openRound(tx, county.on('collector', '2026-01-08'), call)))
    expect(opened.reports).toBe(3)
    const { rows } = await listed(roundId)
    expect(rows.map(({ unitName, scope, state, publishBy, handInBy }) => [unitName, scope, state, publishBy, handInBy])).toEqual([
      ['青岚县人民政府', 'own', 'preparing', '2026-03-31', '2026-01-20'],
      ['青岚县人民政府', 'region', 'preparing', '2026-03-31', null],
      ['青岚县教育局', 'own', 'preparing', '2026-01-31', '2026-01-20'],
      ['河口镇人民政府', 'own', 'preparing', '2026-01-31', '2026-01-20'],
    ])
  })

  it('fills each with what the system counted; what it does not know is empty, what concerns nobody here is not applicable', async () => {
    const { rows } = await listed(roundId)
    const bureau = await sheetOf(database.db, rows.find(({ unitName }) => unitName === '青岚县教育局')?.id ?? '')
    if (!bureau) throw new Error('no report')
    expect(figures(bureau, 'newReceived.person', 'carriedOver.person', 'granted.person', 'totalProcessed.total', 'carriedForward.total')).toEqual([
      2, 1, 2, 2, 1,
    ])
    expect(bureau.cells.get('rules.made')?.value).toEqual({ stands: 'not-applicable' })
    expect(bureau.cells.get('licences')).toBeUndefined()
    expect(bureau.parts.map(({ title }) => title)).toHaveLength(6)
    const town = await sheetsOf(
      database.db,
      rows.filter(({ unitName }) => unitName === '河口镇人民政府').map(({ id }) => id),
    )
    expect(town[0]?.cells.get('newReceived.total')?.value).toEqual({ stands: 'figure', figure: 0 })
  })

  it('is one of a year, after the year, within the days of the law, by the office that collects', async () => {
    const open = (who: 'collector' | 'writer', on: string, change = {}, year = 2025) =>
      database.transaction((tx) => openRound(tx, county.on(who, on), yearlyCall(county.government, year, change))).then(codesOf)
    expect(await open('collector', '2026-01-09')).toEqual(['already-yearly-round', 'already-round'])
    expect(await open('collector', '2026-11-09', {}, 2026)).toEqual(['year-not-over'])
    expect(await open('writer', '2026-01-09', {}, 2024)).toEqual(['not-found'])
    expect(await open('collector', '2025-01-09', { departmentDue: day('2025-02-05'), handInBy: day('2025-04-05') }, 2024)).toEqual([
      'due-after-law',
      'hand-in-late',
    ])
  })

  it('stands in the list of whoever has a report in it', async () => {
    const seen = async (who: 'collector' | 'clerk') => {
      const { actor } = county.on(who, '2026-01-22')
      const asker = { reach: reachOf(actor, 'report.read'), today: day('2026-01-22') }
      return (await roundsWithin(database.db, { view: 'open', words: '' }, asker, { limit: 20, offset: 0 })).rows.map(({ counts }) => counts)
    }
    expect(await seen('collector')).toEqual([{ states: { preparing: 3 }, late: 3, total: 3, listed: 4 }])
    expect(await seen('clerk')).toEqual([{ states: { preparing: 1 }, late: 1, total: 1, listed: 1 }])
  })

  it('reminds before the day of handing in and when it is over, once each, and whenever the office asks', async () => {
    const remind = (on: string) => database.transaction((tx) => remindOfReports(tx, day(on), new Date(`${on}T00:30:00Z`)))
    expect([await remind('2026-01-14'), await remind('2026-01-15'), await remind('2026-01-15')]).toEqual([0, 3, 0])
    expect([await remind('2026-01-20'), await remind('2026-01-21'), await remind('2026-01-22')]).toEqual([0, 3, 0])
    const told = await sql<{
      title: string
    }>`select title from notices.notice join access.account on account.id = notice.account_id where account.login = 'clerk' order by notice.created_at`.execute(
      database.db,
    )
    expect(told.rows.map(({ title }) => title.split('：')[0])).toEqual(['请填报', '即将到报送期限', '已过报送期限'])
    const urge = (who: 'collector' | 'writer', reportIds: string[] = []) =>
      database.transaction((tx) => urgeReports(tx, county.on(who, '2026-01-23'), { roundId, reportIds }))
    expect(must(await urge('collector'))).toEqual({ told: 3 })
    expect(codesOf(await urge('writer'))).toEqual(['not-found'])
  })

  it('ends with what is outstanding only where somebody says why; then nothing of it changes', async () => {
    const end = (note: string) => database.transaction((tx) => endRound(tx, county.on('collector', '2026-04-01'), { roundId, note }))
    expect(codesOf(await end(''))).toEqual(['report-round-outstanding'])
    must(await end('其余单位以纸质报告为准'))
    expect(codesOf(await end('再次'))).toEqual(['report-round-closed'])
    const remind = () => database.transaction((tx) => remindOfReports(tx, day('2026-04-02'), new Date('2026-04-02T00:30:00Z')))
    expect(await remind()).toBe(0)
  })
})

/** More units than are made at once. */
const manyUnits = 230
const many = async (): Promise<void> => {
  await sql`
    insert into organization.unit (kind, name, slug, parent_id, position, valid_from)
    select 'department', '第' || n || '局', 'many-' || n, ${county.government}, 1000 + n, '2019-01-01' from generate_series(1, ${manyUnits}::integer) n`.execute(
    database.db,
  )
}

describe('a round of more units than anybody waits for', () => {
  const call = () => yearlyCall(county.government, 2023)
  const madeOf = async (roundId: string): Promise<number[]> => {
    const { rows } = await sql<{ waiting: number; own: number; region: number; units: number }>`
      select (select count(*) from reports.round_unit where round_id = ${roundId}) as waiting, count(*) filter (where scope = 'own') as own,
        count(*) filter (where scope = 'region') as region, count(distinct unit_id) as units from reports.report where round_id = ${roundId}`.execute(
      database.db,
    )
    return rows.flatMap(({ waiting, own, region, units }) => [waiting, own, region, units])
  }
  const told = async (roundId: string): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from notices.notice where link = ${`/report-rounds/${roundId}`}`.execute(database.db)
    return rows[0]?.count ?? 0
  }
  const noon = { at: new Date('2024-01-08T04:00:00Z'), today: day('2024-01-08') }

  it('makes the first reports at once and the rest in pieces: none twice, none forgotten, whatever is interrupted', async () => {
    await many()
    const { id, ...rest } = call()
    const opened = must(await database.transaction((tx) => openRound(tx, county.on('collector', '2024-01-08'), { id, ...rest })))
    expect([opened.reports, await madeOf(id), await told(id)]).toEqual([233, [133, 100, 0, 100], 0])

    const end = () => database.transaction((tx) => endRound(tx, county.on('collector', '2024-01-09'), { roundId: id, note: '先结束' }))
    expect(codesOf(await end())).toEqual(['report-round-being-made'])

    const broken = database.transaction(async (tx) => {
      await makeWaitingReports(tx, noon)
      throw new Error('the power went')
    })
    await expect(broken).rejects.toThrow('the power went')
    expect(await madeOf(id)).toEqual([133, 100, 0, 100])

    // whoever comes while somebody is at it finds nothing to do
    const both = await database.transaction(async (tx) => [
      await makeWaitingReports(tx, noon),
      await database.transaction((other) => makeWaitingReports(other, noon)),
    ])
    expect([both, await madeOf(id), await told(id)]).toEqual([[100, 0], [33, 200, 0, 200], 0])

    const clock = standingClock(noon.at, 'Asia/Shanghai')
    expect([await makeReportsOfRounds(database, clock), await makeReportsOfRounds(database, clock)]).toEqual([33, 0])
    expect(await madeOf(id)).toEqual([0, 233, 1, 233])
    // the writer of the bureau and the clerk of the town, once each; the office that opened it knows
    expect(await told(id)).toBe(2)
    const { rows } = await sql<{ note: string; byName: string; count: number }>`
      select note, by_name as "byName", count(*) as count from reports.step_taken step join reports.report on report.id = step.report_id where round_id = ${id} group by 1, 2`.execute(
      database.db,
    )
    expect(rows).toEqual([{ note: rest.basis, byName: '颜真', count: 234 }])
    must(await end())
  }, 60_000)
})
