// A consultation whose last day is over asks for its answer: once for each last day, and never before the draft was public.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { county, layCounty, must, units, type County } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { grant } from '../../organization/fixtures.ts'
import { addEntries } from '../../catalogue/actions/keep-entries.ts'
import { limitOf } from '../../catalogue/rules/limit.ts'
import { relate } from './relate.ts'
import { tellClosed } from './tell-closed.ts'

let database: FreshDatabase
let town: County
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
})
afterAll(() => database.close())

const documentOf = async (editionId: string): Promise<string> =>
  (await sql<{ id: string }>`select document_id as id from disclosure.edition where id = ${editionId}`.execute(database.db)).rows[0]?.id ?? ''
const tellOn = (today: string): Promise<number> => database.transaction((tx) => tellClosed(tx, { at: new Date(`${today}T01:00:00Z`), today: day(today) }))
const owed = async (): Promise<{ what: string; due: string }[]> =>
  (
    await sql<{ what: string; due: string }>`
      select trigger.what, duty.due_on::text as due from catalogue.duty join catalogue.trigger on trigger.id = duty.trigger_id order by duty.due_on`.execute(
      database.db,
    )
  ).rows

it('owes its answer after the last day, and again when the last day is moved', async () => {
  const keeper = await town.by('gong')
  const content = {
    kind: 'government', field: '政策', serial: 1, item1: '意见采纳情况', item2: '', item3: '', elements: '要素', basis: '', limitText: '', bodyText: '', channels: ['website'], channelOther: '',
    audience: 'society', audienceWho: '', mode: 'proactive', tiers: ['county'], limit: limitOf(''), unitIds: [units.education], unitKinds: [], statutoryItem: null, columnIds: [],
    rhythm: { kind: 'ad-hoc', days: 10, unit: 'working', on: { events: ['consultation-closed'], columnIds: [] } },
  } as const // prettier-ignore
  const all = { ...keeper, actor: { ...keeper.actor, grants: [grant('disclosure-office', units.county, Object.values(units))] } }
  must(await database.transaction((tx) => addEntries(tx, all, { contents: [content], begins: day('2026-01-01'), note: '' })))

  const editionId = await town.draft({ title: '校园取暖管理办法', documentNumber: null })
  const askingId = await town.signed({ title: '校园取暖管理办法（征求意见稿）', documentNumber: null })
  const relation = {
    kind: 'consults', fromId: await documentOf(askingId), toId: await documentOf(editionId), form: null, periodFrom: day('2026-10-01'), periodTo: day('2026-11-12'), shortReason: '',
  } as const // prettier-ignore
  const set = async (periodTo: string) =>
    must(
      await database.transaction(async (tx) => relate(tx, await town.by('lin'), { editionId, relation: { ...relation, periodTo: day(periodTo) }, isSo: true })),
    )
  await set('2026-11-12')
  expect(await tellOn('2026-11-20')).toBe(0)

  must(await town.step('fen', 'publish', askingId))
  expect(await tellOn('2026-11-12')).toBe(0)
  expect(await tellOn('2026-11-13')).toBe(1)
  expect(await tellOn('2026-11-13')).toBe(0)
  expect(await owed()).toEqual([{ what: '征求意见截止：《校园取暖管理办法（征求意见稿）》', due: '2026-11-26' }])

  await set('2026-11-18')
  expect(await tellOn('2026-11-19')).toBe(1)
  expect((await owed()).map(({ due }) => due)).toEqual(['2026-11-26', '2026-12-02'])
})
