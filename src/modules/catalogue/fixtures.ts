// A county that keeps its catalogue for the year 2025, with a clock that is moved and failures that are planted; for tests and for the journey.
import { generateKeyPairSync } from 'node:crypto'
import { calendarOf } from '../../kernel/calendar.ts'
import { day } from '../../kernel/day.ts'
import { shippedYears } from '../../law/holidays.ts'
import type { Database } from '../../platform/database/database.ts'
import { createAccount, grantRole, type By } from '../access/index.ts'
import { as, grant, must, smallCounty, type SmallCounty } from '../organization/fixtures.ts'
import { linkRegister } from '../publication/actions/link-register.ts'
import { anItem, publishItem } from '../publication/fixtures.ts'
import { putStandardColumns } from '../publication/index.ts'
import { feel } from './actions/feel.ts'
import { addEntries } from './actions/keep-entries.ts'
import { makeDuties } from './actions/make-duties.ts'
import { raiseTrigger } from './actions/raise-trigger.ts'
import { oweReexamination } from './actions/reexamine.ts'
import { remind } from './actions/remind.ts'
import { setQuota } from './actions/set-quota.ts'
import { askClosing, decideOnClosing, fulfilDuty } from './actions/settle-duty.ts'
import type { Pulse } from './law/pulses.ts'
import type { Rhythm } from './law/rhythms.ts'
import { dutyList, type Duty } from './queries/duties.ts'
import type { EntryContent } from './rules/entry.ts'
import { limitOf } from './rules/limit.ts'

export const everywhere = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
/** A document that is not disclosed, and comes up for examination. */
export const secret = '00000000-0000-4000-8000-00000000abcd'

const calendar = calendarOf(shippedYears, 'year')
const registerKey = generateKeyPairSync('ed25519').privateKey

export const on = (by: By, today: string): By => ({ ...by, today: day(today), at: new Date(`${today}T02:00:00Z`) })

const regular = (span: 'month' | 'quarter' | 'half-year' | 'year', month: number, date: number): Rhythm => ({
  kind: 'regular',
  every: 1,
  span,
  month,
  day: date,
  shift: 'forward',
})

interface Planted {
  readonly key: string
  readonly field: string
  readonly unit: 'bureau' | 'town'
  readonly column: string
  readonly rhythm: Rhythm
  readonly pulse: Pulse
}

/** What each entry asks for, who owes it, and how its year goes. */
export const planted: readonly Planted[] = [
  { key: '低保资金', field: '社会救助', unit: 'town', column: 'shehui-jiuzhu', rhythm: regular('quarter', 1, 20), pulse: 'fresh' },
  { key: '校园安全', field: '义务教育', unit: 'bureau', column: 'yiwu-jiaoyu', rhythm: regular('month', 1, 15), pulse: 'late' },
  { key: '食堂检查', field: '食品药品监管', unit: 'town', column: 'shipin-yaopin', rhythm: regular('half-year', 6, 30), pulse: 'padded' },
  { key: '部门预算', field: '财政预决算', unit: 'bureau', column: 'fd-budget-and-final-accounts', rhythm: regular('year', 6, 30), pulse: 'catalogue-only' },
  { key: '机构职能', field: '机构职能', unit: 'bureau', column: 'fd-agency-profile', rhythm: { kind: 'permanent', months: 6 }, pulse: 'fresh' },
  {
    key: '招标公告',
    field: '政府采购',
    unit: 'bureau',
    column: 'fd-government-procurement',
    rhythm: { kind: 'ad-hoc', days: 5, unit: 'working', before: true },
    pulse: 'after-event',
  },
  { key: '征地公告', field: '征地补偿', unit: 'town', column: 'zhengdi-chaiqian', rhythm: { kind: 'ad-hoc', days: 10, unit: 'working' }, pulse: 'quiet' },
  { key: '应急预案', field: '应急管理', unit: 'town', column: 'fd-emergency', rhythm: regular('year', 11, 30), pulse: 'closed' },
  {
    key: '年度报告',
    field: '政府信息公开年报',
    unit: 'bureau',
    column: 'nianbao',
    rhythm: { kind: 'regular', every: 1, span: 'year', month: 13, day: 31, shift: 'none' },
    pulse: 'empty',
  },
]

const paragraph = (words: string): string => `<p>${words}为做好有关工作，现将本期情况公布如下，请社会各界监督，电话见机构职能栏目。</p>`

export interface CountyYear {
  readonly county: SmallCounty
  /** Signs for bureau and town in the disclosure office, and as their leader, on a day. */
  readonly keeper: (today: string) => By
  readonly leaderOn: (today: string) => By
  readonly openOf: (key: string) => Promise<readonly Duty[]>
}

/** Lives the year: from the first of January to the last night of December. */
export async function aCountyYear(database: Database): Promise<CountyYear> {
  const county = await smallCounty(database)
  const columns = await database.transaction((tx) => putStandardColumns(tx, new Date('2025-01-01T01:00:00Z')))
  const columnOf = (slug: string): string => columns.get(slug) ?? ''
  const leader = must(
    await database.transaction((tx) => createAccount(tx, county.keeper, { login: 'leader', name: '陈可为', password: 'Young-Willow-7' })),
  ).accountId
  const keeper = (today: string): By =>
    on(as(county.keeper.actor.accountId, '程立', grant('disclosure-office', county.government, [county.government, county.bureau, county.town])), today)
  const leaderOn = (today: string): By => on(as(leader, '陈可为', grant('leader-in-charge', county.bureau), grant('leader-in-charge', county.town)), today)

  const contentOf = ({ key, field, unit, column, rhythm }: Planted): EntryContent => ({
    kind: 'government', field, serial: 1, item1: '一级', item2: key, item3: '', elements: '要素', basis: '', limitText: '', bodyText: '', channels: ['website'], channelOther: '', audience: 'society',
    audienceWho: '', mode: 'proactive', tiers: ['county'], limit: limitOf(''), unitIds: [county[unit]], unitKinds: [], statutoryItem: null, columnIds: [columnOf(column)], rhythm,
  }) // prettier-ignore

  async function publishOf(key: string, today: string, body: string, title = `关于${key}的公示`): Promise<string> {
    const entry = planted.find((one) => one.key === key)
    if (!entry) throw new Error(`nothing is planted as ${key}`)
    const { unit, column } = entry
    const item = anItem({
      unitId: county[unit],
      unitName: unit === 'bureau' ? '青岚县教育局' : '河口镇人民政府',
      columnIds: [columnOf(column)],
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
    await database.transaction((tx) => makeDuties(tx, making))
    await database.transaction((tx) => linkRegister(tx, { key: registerKey, now: making.at }))
    while (await database.transaction((tx) => feel(tx))) continue
    await database.transaction((tx) => remind(tx, making.today, making.at))
  }

  const openOf = async (key: string): Promise<readonly Duty[]> => {
    const asked = { view: 'open', today: day('2025-12-31'), reach: everywhere, line: 'government', words: key, sort: 'due', limit: 50, offset: 0 } as const
    return (await dutyList(database.db, asked)).rows
  }

  /** Publishes and confirms the first open duty. */
  async function meet(key: string, today: string, body: string, title?: string): Promise<void> {
    const documentId = await publishOf(key, today, body, title)
    const [duty] = await openOf(key)
    must(await database.transaction((tx) => fulfilDuty(tx, keeper(today), duty?.dutyId ?? '', documentId)))
  }

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
  must(
    await database.transaction((tx) =>
      raiseTrigger(tx, keeper('2025-09-01'), calendar, {
        entryId: ids[planted.findIndex((one) => one.key === '招标公告')] ?? '',
        unitId: county.bureau,
        happenedOn: day('2025-09-18'),
        what: '校服采购开标',
      }),
    ),
  )
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
  return { county, keeper, leaderOn, openOf }
}
