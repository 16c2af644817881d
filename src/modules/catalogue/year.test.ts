// A county keeps its catalogue for a year, with a clock that is moved: map, lists, quota and re-examination show the planted failures and nothing else.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { calendarOf } from '../../kernel/calendar.ts'
import { day, type Day } from '../../kernel/day.ts'
import { shippedYears } from '../../law/holidays.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import type { By } from '../access/index.ts'
import { as, codesOf, grant, must, type SmallCounty } from '../organization/fixtures.ts'
import { feel } from './actions/feel.ts'
import { raiseTrigger } from './actions/raise-trigger.ts'
import { dutyTerms } from './actions/recount.ts'
import { settleReexamination } from './actions/reexamine.ts'
import { remind } from './actions/remind.ts'
import { askClosing, decideOnClosing, fulfilDuty } from './actions/settle-duty.ts'
import { showCatalogueOf } from './actions/show-catalogue.ts'
import { aCountyYear, everywhere, on, planted, secret, type CountyYear } from './fixtures.ts'
import { makeDueDuties } from './jobs.ts'
import { dutyList } from './queries/duties.ts'
import { columnCells } from './queries/column-beats.ts'
import { heartbeatCells, heartbeatOfUnit } from './queries/heartbeat.ts'
import { quotasOf } from './queries/quota.ts'
import { pulseOf } from './rules/pulse.ts'

let database: FreshDatabase
let county: SmallCounty
let { keeper, leaderOn, openOf } = {} as CountyYear
beforeAll(async () => {
  database = await freshDatabase()
  ;({ county, keeper, leaderOn, openOf } = await aCountyYear(database))
})
afterAll(() => database.close())

describe('at the end of the year', () => {
  it('each entry beats as it was planted to', async () => {
    const { rows } = await sql<{ name: string; unit_id: string }>`select item2 as name from catalogue.entry_version order by item2`.execute(database.db)
    expect(rows).toHaveLength(planted.length)
    const beats = [
      ...(await heartbeatOfUnit(database.db, county.bureau, day('2025-12-31'))),
      ...(await heartbeatOfUnit(database.db, county.town, day('2025-12-31'))),
    ]
    expect(Object.fromEntries(beats.map((one) => [one.name.replace('一级 / ', ''), pulseOf(one.facts)]))).toEqual(
      Object.fromEntries(planted.map((one) => [one.key, one.pulse])),
    )
  })

  it('the map counts the same, and a reach sees its own units only', async () => {
    const cells = await heartbeatCells(database.db, { reach: everywhere, line: 'government', today: day('2025-12-31') })
    expect(cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(planted.length)
    const own = await heartbeatCells(database.db, {
      reach: { ...everywhere, everywhere: false, unitIds: [county.town] },
      line: 'government',
      today: day('2025-12-31'),
    })
    expect(new Set(own.map((cell) => cell.unitId))).toEqual(new Set([county.town]))
  })

  it('every column is told by its worst entry, and each entry counts once in each of its columns', async () => {
    const ask = { reach: everywhere, line: 'government', today: day('2025-12-31') } as const
    const { rows } = await sql<{ columns: number }>`
      select coalesce(sum(cardinality(v.column_ids)), 0)::int as columns from catalogue.responsibility held join catalogue.entry_version v on v.entry_id = held.entry_id and v.ends_on is null
      where held.until is null`.execute(database.db)
    expect((await columnCells(database.db, ask)).reduce((sum, cell) => sum + cell.count, 0)).toBe(rows[0]?.columns)
    expect(rows[0]?.columns).toBeGreaterThan(0)
    expect(await columnCells(database.db, { ...ask, line: 'party' })).toEqual([])
  })

  it('exactly the six months of the section that stalled are late, each on its day', async () => {
    const { rows } = await dutyList(database.db, {
      view: 'late',
      today: day('2025-12-31'),
      reach: everywhere,
      line: 'government',
      words: '',
      sort: 'due',
      limit: 100,
      offset: 0,
    })
    expect(rows.map((duty) => [duty.item2, duty.dueOn])).toEqual([
      ['校园安全', '2025-07-15'],
      ['校园安全', '2025-08-15'],
      ['校园安全', '2025-09-15'],
      ['校园安全', '2025-10-15'],
      ['校园安全', '2025-11-17'],
      ['校园安全', '2025-12-15'],
    ])
  })

  it('the quota is met until June and missed after it, but for the month with another piece', async () => {
    const counts = await Promise.all(
      Array.from({ length: 12 }, (_, at) => quotasOf(database.db, everywhere, 'government', day(`2025-${String(at + 1).padStart(2, '0')}-01`))),
    )
    expect(counts.map(([row]) => (row ? row.published >= row.perMonth : undefined))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      true,
      false,
      false,
      true,
    ])
  })

  it('what is not disclosed comes up for examination after a year, and again a year after it was kept', async () => {
    const soon = await dutyList(database.db, {
      view: 'soon',
      today: day('2025-12-31'),
      reach: everywhere,
      line: 'government',
      words: '',
      sort: 'due',
      limit: 100,
      offset: 0,
    })
    expect(soon.rows.map((duty) => [duty.cause, duty.subjectTitle, duty.dueOn])).toEqual([['re-examination', '内部值班安排', '2026-01-10']])
    const examined = { dutyId: soon.rows[0]?.dutyId ?? '', conclusion: 'keep', article: 'ogi-2019/16', reason: '属于内部事务信息' } as const
    expect(
      codesOf(await database.transaction((tx) => settleReexamination(tx, keeper('2026-01-08'), { ...examined, article: 'ogi-2019/20', reason: ' ' }))),
    ).toEqual(['closing-reason-missing', 'closing-article'])
    must(await database.transaction((tx) => settleReexamination(tx, keeper('2026-01-08'), examined)))
    const next = await dutyList(database.db, {
      view: 'open',
      today: day('2026-01-08'),
      reach: everywhere,
      line: 'government',
      words: '值班',
      sort: 'due',
      limit: 100,
      offset: 0,
    })
    expect(next.rows.map((duty) => duty.dueOn)).toEqual(['2027-01-08'])
  })

  it('people were told once a stage, leaders only of what is late', async () => {
    const { rows } = await sql<{ name: string; title: string }>`
      select account.name, title from notices.notice join access.account on account.id = notice.account_id where kind = 'duty' and title like '%已逾期%' order by notice.created_at`.execute(
      database.db,
    )
    expect(rows.filter((row) => row.name === '陈可为').length).toBeGreaterThanOrEqual(5)
    expect(new Set(rows.map((row) => row.title.replace(/等 \d+ 项/, '')))).toEqual(new Set(['公开任务已逾期：校园安全']))
  })

  it('the public sees when it was updated and when it is due, and nothing that is wrong', async () => {
    await database.transaction((tx) => showCatalogueOf(tx, county.bureau, day('2025-12-31')))
    const { rows } = await sql<{
      name: string
      due_on: Day | null
    }>`select name, due_on from publication.catalogue_entry where unit_id = ${county.bureau} order by name`.execute(database.db)
    expect(rows.find((row) => row.name.includes('校园安全'))).toEqual({ name: '一级 / 校园安全', due_on: null })
    expect(rows.find((row) => row.name.includes('年度报告'))?.due_on).toBe('2026-01-31')
  })
})

describe('the nights and events of the year', () => {
  it('leave nothing unheard, and nobody to be told twice of the same stage', async () => {
    expect(await database.transaction((tx) => feel(tx))).toBe(false)
    expect(await database.transaction((tx) => remind(tx, day('2025-12-31'), new Date('2025-12-31T16:30:00Z')))).toBe(0)
  })

  it('enter an event only where the entry waits for one, and with its words', async () => {
    const { rows } = await sql<{ entry_id: string; item2: string }>`select entry_id, item2 from catalogue.entry_version`.execute(database.db)
    const raise = (key: string, what: string) =>
      database.transaction((tx) =>
        raiseTrigger(tx, keeper('2025-12-31'), calendarOf(shippedYears, 'year'), {
          entryId: rows.find((row) => row.item2 === key)?.entry_id ?? '',
          unitId: county.bureau,
          happenedOn: day('2025-12-30'),
          what,
        }),
      )
    expect(codesOf(await raise('校园安全', '检查结束'))).toEqual(['entry-not-triggered'])
    expect(codesOf(await raise('招标公告', ' '))).toEqual(['trigger-empty'])
    expect(codesOf(await raise('征地公告', '公告'))).toEqual(['unit-not-answering'])
  })
})

describe('settling', () => {
  it('is refused for what is no answer to the duty', async () => {
    const [stalled] = await openOf('校园安全')
    const dutyId = stalled?.dutyId ?? ''
    const confirm = (by: By, documentId: string) => database.transaction((tx) => fulfilDuty(tx, by, dutyId, documentId))
    const early = await sql<{
      document_id: string
    }>`select document_id from catalogue.fulfilment where title = '关于校园安全的公示' order by published_on limit 1`.execute(database.db)
    const other = await sql<{
      document_id: string
    }>`select document_id from catalogue.fulfilment where title = '关于低保资金的公示' order by published_on desc limit 1`.execute(database.db)
    expect(codesOf(await confirm(keeper('2025-12-31'), secret))).toEqual(['document-not-public'])
    expect(codesOf(await confirm(keeper('2025-12-31'), early.rows[0]?.document_id ?? ''))).toEqual(['document-before-period'])
    expect(codesOf(await confirm(keeper('2025-12-31'), other.rows[0]?.document_id ?? ''))).toEqual(['document-of-other-unit'])
    expect(codesOf(await confirm(on(county.stranger, '2025-12-31'), secret))).toEqual(['not-found'])
    expect(codesOf(await confirm(leaderOn('2025-12-31'), secret))).toEqual(['not-allowed'])
  })

  it('by an article is decided by another person than who asked', async () => {
    const [stalled] = await openOf('校园安全')
    const ask = (article: string) =>
      database.transaction((tx) =>
        askClosing(tx, keeper('2025-12-31'), { dutyId: stalled?.dutyId ?? '', kind: 'not-to-disclose', article, reason: '涉及个人隐私' }),
      )
    expect(codesOf(await ask('ogi-2019/20'))).toEqual(['closing-article'])
    const { id } = must(await ask('ogi-2019/15'))
    expect(codesOf(await ask('ogi-2019/15'))).toEqual(['closing-waiting'])
    const both = on(as(county.keeper.actor.accountId, '程立', grant('leader-in-charge', county.bureau)), '2025-12-31')
    expect(codesOf(await database.transaction((tx) => decideOnClosing(tx, both, id, { granted: true, opinion: '' })))).toEqual(['closing-own'])
    must(await database.transaction((tx) => decideOnClosing(tx, leaderOn('2025-12-31'), id, { granted: false, opinion: '应当公开' })))
    expect((await openOf('校园安全'))[0]?.dutyId).toBe(stalled?.dutyId)
  })
})

describe('a worker that was down for months', () => {
  it('makes every period that it missed in one run, each once', async () => {
    const clock = standingClock(new Date('2026-04-10T02:00:00Z'), 'Asia/Shanghai')
    await makeDueDuties(database, clock)
    await makeDueDuties(database, clock)
    const months = (await openOf('校园安全')).map((duty) => duty.periodFrom).filter((from) => from >= '2026')
    expect(months).toEqual(['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'])
  })
})

describe('a holiday notice that changes', () => {
  it('moves the open duties that it touches, shown before it is applied', async () => {
    const after = calendarOf([...shippedYears, { year: 2025, notice: 'test', daysOff: [['试验假', '07-15', '07-16']], worked: [] }], 'after')
    const effect = await database.transaction((tx) => dutyTerms.effectOf(tx, after, 10))
    expect(effect.rows.filter((row) => row.from === '2025-07-15')).toEqual([
      { what: '一级 / 校园安全', unitName: '青岚县教育局', from: '2025-07-15', to: '2025-07-17' },
    ])
    expect(await database.transaction((tx) => dutyTerms.apply(tx, after))).toBe(effect.count)
    expect((await database.transaction((tx) => dutyTerms.effectOf(tx, after, 10))).count).toBe(0)
  })
})
