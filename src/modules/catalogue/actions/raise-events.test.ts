// Publications, revisions and withdrawals raise the duties of the entries that wait for them: once, with the due day, whatever happens to the worker.
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { calendarOf } from '../../../kernel/calendar.ts'
import { day } from '../../../kernel/day.ts'
import { shippedYears } from '../../../law/holidays.ts'
import { standingClock } from '../../../platform/clock/clock.ts'
import type { By } from '../../access/index.ts'
import { as, grant, must, smallCounty, type SmallCounty } from '../../organization/fixtures.ts'
import { linkRegister } from '../../publication/actions/link-register.ts'
import { anItem, publishItem } from '../../publication/fixtures.ts'
import { putStandardColumns, withdraw, type PublicItem } from '../../publication/index.ts'
import { everywhere, on } from '../fixtures.ts'
import { hearSiteEvents } from '../jobs.ts'
import type { TriggerEventKind } from '../law/events.ts'
import { dutyList, type Duty } from '../queries/duties.ts'
import { limitOf } from '../rules/limit.ts'
import { addEntries } from './keep-entries.ts'
import { hearEvents, raiseEvents } from './raise-events.ts'
import { fulfilDuty } from './settle-duty.ts'

let database: FreshDatabase
let county: SmallCounty
let columns: ReadonlyMap<string, string>
let keeper: By
const key = generateKeyPairSync('ed25519').privateKey
/** A Friday; the working days after it are the 23rd, 24th and 25th. */
const friday = '2026-11-20'

beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
  columns = await database.transaction((tx) => putStandardColumns(tx, new Date('2026-01-01T01:00:00Z')))
  keeper = on(as(county.keeper.actor.accountId, '程立', grant('disclosure-office', county.government, [county.government, county.bureau, county.town])), friday)
})
afterAll(() => database.close())

const columnOf = (slug: string): string => columns.get(slug) ?? ''

async function anEntry(name: string, events: readonly TriggerEventKind[], slugs: readonly string[] = [], begins = '2026-11-01'): Promise<void> {
  const content = {
    kind: 'government', field: '政策', serial: 1, item1: name, item2: '', item3: '', elements: '要素', basis: '', limitText: '', bodyText: '', channels: ['website'], channelOther: '',
    audience: 'society', audienceWho: '', mode: 'proactive', tiers: ['county'], limit: limitOf(''), unitIds: [county.bureau], unitKinds: [], statutoryItem: null, columnIds: [],
    rhythm: { kind: 'ad-hoc', days: 3, unit: 'working', on: { events, columnIds: slugs.map(columnOf) } },
  } as const // prettier-ignore
  must(await database.transaction((tx) => addEntries(tx, keeper, { contents: [content], begins: day(begins), note: '' })))
}

const itemOf = (slug: string, changes: Partial<PublicItem> = {}): PublicItem =>
  anItem({ unitId: county.bureau, unitName: '青岚县教育局', columnIds: [columnOf(slug)], documentNumber: null, responsibleDepartment: '办公室', ...changes })
const at = (today: string): Date => new Date(`${today}T02:00:00Z`)
const raising = { at: at(friday), calendar: calendarOf(shippedYears, 'shipped') }
const publish = async (item: PublicItem): Promise<void> => void must(await publishItem(database, item, at(friday)))

/** The register is numbered, and the worker listens. */
async function hear(): Promise<void> {
  await database.transaction((tx) => linkRegister(tx, { key, now: at(friday) }))
  await hearSiteEvents(database, standingClock(at(friday), 'Asia/Shanghai'))
}
const owed = async (name: string): Promise<readonly Duty[]> =>
  (await dutyList(database.db, { view: 'open', today: day(friday), reach: everywhere, line: 'government', words: name, sort: 'due', limit: 50, offset: 0 }))
    .rows

describe('a policy document that is published', () => {
  it('owes what waits for it three working days later, once, and leads back to its text', async () => {
    await anEntry('文件公开情况', ['document-issued'])
    await anEntry('别的栏目', ['document-issued'], ['zhinan'])
    await anEntry('以后才有', ['document-issued'], [], '2026-11-21')
    const item = itemOf('zhengce', { title: '校园安全管理办法', documentNumber: '青教发〔2026〕9号' })
    await publish(item)
    await publish(itemOf('zhengce', { title: '别的单位的办法', unitId: county.town, unitName: '河口镇人民政府' }))
    await hear()
    const [duty, ...others] = await owed('文件公开情况')
    expect(others).toEqual([])
    expect(duty).toMatchObject({
      cause: 'trigger',
      unitId: county.bureau,
      event: '政策文件印发：《校园安全管理办法》（青教发〔2026〕9号）',
      eventDocumentId: item.documentId,
      eventEnteredBy: '自动登记',
      periodFrom: '2026-11-20',
      dueOn: '2026-11-25',
      provisional: false,
    })
    expect(await owed('别的栏目')).toEqual([])
    expect(await owed('以后才有')).toEqual([])
  })

  it('raises nothing twice, though the worker dies between its work and its commit, or hears all of it again', async () => {
    await publish(itemOf('zhengce', { title: '食堂管理办法' }))
    await database.transaction((tx) => linkRegister(tx, { key, now: at(friday) }))
    const dying = database.transaction(async (tx) => {
      await hearEvents(tx, raising)
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow()
    expect(await owed('食堂管理办法')).toEqual([])
    await hear()
    await hear()
    expect(await owed('食堂管理办法')).toHaveLength(1)
  })
})

describe('a document that loses its force', () => {
  it('raises its event when it says so, not when a typo is mended', async () => {
    await anEntry('清理结果', ['document-repealed', 'document-amended', 'document-expired'])
    const item = itemOf('zhengce', { title: '旧办法' })
    await publish(item)
    await publish({ ...item, title: '旧的办法' })
    await hear()
    expect(await owed('清理结果')).toEqual([])
    await publish({ ...item, validity: 'repealed' })
    await publish({ ...item, validity: 'repealed', changeNote: '改正错字' })
    await hear()
    expect((await owed('清理结果')).map((one) => one.event)).toEqual(['文件废止：《旧办法》'])
  })
})

describe('a text that met a duty and is withdrawn', () => {
  it('is owed again, by whom it was owed before and nobody else', async () => {
    await anEntry('解读公开', ['interpretation-published', 'document-withdrawn'])
    await anEntry('没有履行过', ['document-withdrawn'])
    const item = itemOf('jiedu', { title: '《校园安全管理办法》政策解读' })
    await publish(item)
    await hear()
    const [first] = await owed('解读公开')
    expect(first?.event).toBe('政策解读发布：《校园安全管理办法》政策解读')
    must(await database.transaction((tx) => fulfilDuty(tx, keeper, first?.dutyId ?? '', item.documentId)))
    must(await database.transaction((tx) => withdraw(tx, { documentId: item.documentId, reason: 'wrong-content', at: at(friday) })))
    await hear()
    expect(await owed('解读公开')).toMatchObject([{ event: '信息撤下：《校园安全管理办法》政策解读', eventDocumentId: null, dueOn: '2026-11-25' }])
    expect(await owed('没有履行过')).toEqual([])
  })
})

it('an event of another module is raised once, by the name it gives', async () => {
  await anEntry('采纳情况', ['consultation-closed'])
  const event = {
    kind: 'consultation-closed',
    key: 'consultation:a draft:2026-11-19',
    documentId: '0d000000-0000-4000-8000-000000000001',
    unitId: county.bureau,
    columnIds: [],
    title: '办法（征求意见稿）',
    documentNumber: null,
    happenedOn: day('2026-11-19'),
  } as const
  expect(await database.transaction((tx) => raiseEvents(tx, raising, [event]))).toBe(1)
  expect(await database.transaction((tx) => raiseEvents(tx, raising, [event]))).toBe(0)
  expect(await owed('采纳情况')).toMatchObject([{ dueOn: '2026-11-24', periodFrom: '2026-11-19' }])
})
