// A county keeps its catalogue for a year, with a clock that is moved: map, lists, quota and re-examination show the planted failures and nothing else.
import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { calendarOf } from '../../kernel/calendar.ts'
import { day, type Day } from '../../kernel/day.ts'
import { shippedYears } from '../../law/holidays.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { createAccount, grantRole, type By } from '../access/index.ts'
import { as, codesOf, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { linkRegister } from '../publication/actions/link-register.ts'
import { anItem, publishItem } from '../publication/fixtures.ts'
import { putStandardColumns } from '../publication/index.ts'
import { feel } from './actions/feel.ts'
import { addEntries } from './actions/keep-entries.ts'
import { makeDuties } from './actions/make-duties.ts'
import { raiseTrigger } from './actions/raise-trigger.ts'
import { dutyTerms } from './actions/recount.ts'
import { oweReexamination, settleReexamination } from './actions/reexamine.ts'
import { remind } from './actions/remind.ts'
import { setQuota } from './actions/set-quota.ts'
import { askClosing, decideOnClosing, fulfilDuty } from './actions/settle-duty.ts'
import { showCatalogueOf } from './actions/show-catalogue.ts'
import { makeDueDuties } from './jobs.ts'
import type { Rhythm } from './law/rhythms.ts'
import { dutyList } from './queries/duties.ts'
import { heartbeatCells } from './queries/heartbeat.ts'
import { quotasOf } from './queries/quota.ts'
import type { EntryContent } from './rules/entry.ts'
import { limitOf } from './rules/limit.ts'
import { pulseOf } from './rules/pulse.ts'

const calendar = calendarOf(shippedYears, 'year')
const registerKey = generateKeyPairSync('ed25519').privateKey
const everywhere = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
const secret = '00000000-0000-4000-8000-00000000abcd'

let database: FreshDatabase
let county: SmallCounty
let leader: string
let columns: ReadonlyMap<string, string>
const entries = new Map<string, string>()
const transaction = <Value>(work: Parameters<FreshDatabase['transaction']>[0]) => database.transaction(work) as Promise<Value>

const on = (by: By, today: string): By => ({ ...by, today: day(today), at: new Date(`${today}T02:00:00Z`) })
const keeper = (today: string) =>
  on(as(county.keeper.actor.accountId, '程立', grant('disclosure-office', county.government, [county.government, county.bureau, county.town])), today)
const leaderOn = (today: string) => on(as(leader, '陈可为', grant('leader-in-charge', county.bureau), grant('leader-in-charge', county.town)), today)

const regular = (span: 'month' | 'quarter' | 'half-year' | 'year', month: number, date: number): Rhythm => ({
  kind: 'regular',
  every: 1,
  span,
  month,
  day: date,
  shift: 'forward',
})

/** What each entry asks for, who owes it, and how its year goes. */
const planted: readonly { readonly key: string; readonly unit: 'bureau' | 'town'; readonly column: string; readonly rhythm: Rhythm; readonly pulse: string }[] =
  [
    { key: '低保资金', unit: 'town', column: 'shehui-jiuzhu', rhythm: regular('quarter', 1, 20), pulse: 'fresh' },
    { key: '校园安全', unit: 'bureau', column: 'yiwu-jiaoyu', rhythm: regular('month', 1, 15), pulse: 'late' },
    { key: '食堂检查', unit: 'town', column: 'shipin-yaopin', rhythm: regular('half-year', 6, 30), pulse: 'padded' },
    { key: '部门预算', unit: 'bureau', column: 'fd-budget-and-final-accounts', rhythm: regular('year', 6, 30), pulse: 'catalogue-only' },
    { key: '机构职能', unit: 'bureau', column: 'fd-agency-profile', rhythm: { kind: 'permanent', months: 6 }, pulse: 'fresh' },
    {
      key: '招标公告',
      unit: 'bureau',
      column: 'fd-government-procurement',
      rhythm: { kind: 'ad-hoc', days: 5, unit: 'working', before: true },
      pulse: 'after-event',
    },
    { key: '征地公告', unit: 'town', column: 'zhengdi-chaiqian', rhythm: { kind: 'ad-hoc', days: 10, unit: 'working' }, pulse: 'quiet' },
    { key: '应急预案', unit: 'town', column: 'fd-emergency', rhythm: regular('year', 11, 30), pulse: 'closed' },
    {
      key: '年度报告',
      unit: 'bureau',
      column: 'nianbao',
      rhythm: { kind: 'regular', every: 1, span: 'year', month: 13, day: 31, shift: 'none' },
      pulse: 'empty',
    },
  ]

const contentOf = ({ key, unit, column, rhythm }: (typeof planted)[number]): EntryContent => ({
  kind: 'government', field: '试验领域', serial: 1, item1: '一级', item2: key, item3: '', elements: '要素', basis: '', limitText: '', bodyText: '', channels: ['website'], channelOther: '', audience: 'society',
  audienceWho: '', mode: 'proactive', tiers: ['county'], limit: limitOf(''), unitIds: [county[unit]], unitKinds: [], statutoryItem: null, columnIds: [columns.get(column) ?? ''], rhythm,
}) // prettier-ignore

const paragraph = (words: string): string => `<p>${words}为做好有关工作，现将本期情况公布如下，请社会各界监督，电话见机构职能栏目。</p>`

async function publishOf(key: string, today: string, body: string, title = `关于${key}的公示`): Promise<string> {
  const { unit, column } = planted.find((one) => one.key === key)!
  const item = anItem({
    unitId: county[unit],
    unitName: unit,
    columnIds: [columns.get(column) ?? ''],
    title,
    bodyHtml: body,
    responsibleDepartment: unit === 'bureau' ? '办公室' : '',
  })
  must(await publishItem(database, item, new Date(`${today}T01:00:00Z`)))
  return item.documentId
}

/** The nightly work of a day. */
const night = async (today: string): Promise<void> => {
  const making = { today: day(today), at: new Date(`${today}T16:00:00Z`), calendar }
  await transaction((tx) => makeDuties(tx, making))
  await database.transaction((tx) => linkRegister(tx, { key: registerKey, now: making.at }))
  while (await database.transaction((tx) => feel(tx))) continue
  await transaction((tx) => remind(tx, making.today, making.at))
}

const openOf = async (key: string) => {
  const { rows } = await dutyList(database.db, {
    view: 'open',
    today: day('2025-12-31'),
    reach: everywhere,
    line: 'government',
    words: key,
    sort: 'due',
    limit: 50,
    offset: 0,
  })
  return rows
}

/** Publishes and confirms the first open duty. */
async function meet(key: string, today: string, body: string, title?: string): Promise<void> {
  const documentId = await publishOf(key, today, body, title)
  const [duty] = await openOf(key)
  must(await database.transaction((tx) => fulfilDuty(tx, keeper(today), duty?.dutyId ?? '', documentId)))
}

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  columns = await database.transaction((tx) => putStandardColumns(tx, new Date('2025-01-01T01:00:00Z')))
  leader = must(await database.transaction((tx) => createAccount(tx, county.keeper, { login: 'leader', name: '陈可为', password: 'Young-Willow-7' }))).accountId
  const guard = as(county.keeper.actor.accountId, '安全员', grant('security-administrator', county.government))
  for (const unitId of [county.bureau, county.town]) {
    await database.transaction(async (tx) =>
      must(
        await grantRole(tx, guard, { accountId: leader, role: 'leader-in-charge', unitId, sectionId: null, validFrom: day('2025-01-01'), validUntil: null }),
      ),
    )
  }
  const ids = must(
    await database.transaction((tx) => addEntries(tx, keeper('2025-01-01'), { contents: planted.map(contentOf), begins: day('2025-01-01'), note: '' })),
  )
  for (const [at, { key }] of planted.entries()) entries.set(key, ids[at] ?? '')
  must(await database.transaction((tx) => setQuota(tx, leaderOn('2025-01-01'), { unitId: county.bureau, sectionId: county.office, perMonth: 1 })))

  await night('2025-01-01')
  await database.transaction((tx) =>
    oweReexamination(tx, keeper('2025-01-10'), { documentId: secret, unitId: county.bureau, sectionId: null, title: '内部值班安排' }),
  )
  await meet('机构职能', '2025-01-10', paragraph('本局负责全县教育事业。'))
  for (const month of [1, 2, 3, 4, 5, 6]) {
    const two = String(month).padStart(2, '0')
    await night(`2025-${two}-01`)
    // the section works until June, then stalls
    await meet('校园安全', `2025-${two}-12`, paragraph(`${month}月检查学校${month * 7 + 3}所，发现隐患${month * 5 + 11}处，整改${month * 3}处。`))
    if (month % 3 === 1) await meet('低保资金', `2025-${two}-18`, paragraph(`本期保障${3000 + month * 17}人，发放${400 + month * 13}万元。`))
  }
  await meet('食堂检查', '2025-06-20', paragraph('对各学校食堂原料、留样、消毒逐项检查。'), '2025年上半年食堂检查情况')
  await meet('部门预算', '2025-06-20', '<p>部门预算</p>', '部门预算')
  await night('2025-06-30')
  await meet('机构职能', '2025-06-25', paragraph('本局负责全县教育事业和语言文字工作，设五个科室。'))
  const bid = must(
    await database.transaction((tx) =>
      raiseTrigger(tx, keeper('2025-09-01'), calendar, {
        entryId: entries.get('招标公告') ?? '',
        unitId: county.bureau,
        happenedOn: day('2025-09-18'),
        what: '校服采购开标',
      }),
    ),
  )
  expect(bid.id).toBeTruthy()
  await meet('招标公告', '2025-09-19', paragraph('校服采购项目招标，预算八十万元。'))
  for (const month of [7, 10]) {
    await night(`2025-${String(month).padStart(2, '0')}-01`)
    await meet('低保资金', `2025-${String(month).padStart(2, '0')}-18`, paragraph(`本期保障${3000 + month * 17}人，发放${400 + month * 13}万元。`))
  }
  await meet('食堂检查', '2025-12-22', paragraph('对各学校食堂原料、留样、消毒逐项检查。'), '2025年下半年食堂检查情况')
  const [plan] = await openOf('应急预案')
  const asked = must(
    await database.transaction((tx) =>
      askClosing(tx, keeper('2025-11-20'), { dutyId: plan?.dutyId ?? '', kind: 'none-held', article: 'ogi-2019/36', reason: '本年没有修订预案' }),
    ),
  )
  must(await database.transaction((tx) => decideOnClosing(tx, leaderOn('2025-11-21'), asked.id, { granted: true, opinion: '同意' })))
  for (const month of [8, 9, 10, 11, 12]) await night(`2025-${String(month).padStart(2, '0')}-01`)
  await night('2025-12-24')
  // renewed in time, so that it is due again in a year's half
  await meet('机构职能', '2025-12-24', paragraph('本局负责全县教育、体育和语言文字工作，设六个科室。'))
  await night('2025-12-31')
})
afterAll(() => database.close())

describe('at the end of the year', () => {
  it('each entry beats as it was planted to', async () => {
    const { rows } = await sql<{ name: string; unit_id: string }>`select item2 as name from catalogue.entry_version order by item2`.execute(database.db)
    expect(rows).toHaveLength(planted.length)
    const { heartbeatOfUnit } = await import('./queries/heartbeat.ts')
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
