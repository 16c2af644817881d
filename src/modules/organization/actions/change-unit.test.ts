// Changing units.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { aUnit, codesOf, faceOf, must, smallCounty, type SmallCounty } from '../fixtures.ts'
import { historyOf } from '../queries/history.ts'
import { unitTree } from '../queries/units.ts'
import { changeUnit } from './change-unit.ts'

let database: FreshDatabase
let county: SmallCounty
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
})
afterAll(() => database.close())

const change = (by: SmallCounty['keeper'], version: number, name: string, changedOn?: string, parentId = county.government) =>
  database.transaction((tx) =>
    changeUnit(tx, by, {
      unitId: county.bureau,
      version,
      changedOn: changedOn === undefined ? undefined : day(changedOn),
      facts: aUnit({ name, shortName: '县教育局', slug: 'jyj', parentId, position: 1, phone: '0960-5022131' }),
    }),
  )

test('a new name counts from its day; before it the tree shows the old one', async () => {
  expect(must(await change(county.keeper, 1, '青岚县教育和体育局', '2024-01-01')).version).toBe(2)
  const nameOn = async (on: string): Promise<string | undefined> =>
    (await unitTree(database.db, { asOf: day(on) })).find((unit) => unit.id === county.bureau)?.name
  expect(await nameOn('2023-12-31')).toBe('青岚县教育局')
  expect(await nameOn('2024-01-01')).toBe('青岚县教育和体育局')
  expect(await nameOn('2019-03-14')).toBeUndefined()
  expect(await faceOf(database.db, county.bureau)).toMatchObject({ name: '青岚县教育和体育局', profile: { telephone: '0960-5022131' } })
  const { rows } = await historyOf(database.db, county.bureau, { limit: 1, offset: 0 })
  expect(rows[0]?.summary).toBe('名称：青岚县教育局 → 青岚县教育和体育局；电话：0960-5022130 → 0960-5022131；起算日期：2024-01-01')
})

test('a slip of the pen is corrected without a trace in the tree', async () => {
  must(await change(county.keeper, 2, '青岚县教育体育局'))
  expect((await unitTree(database.db, { asOf: day('2024-01-01') })).find((unit) => unit.id === county.bureau)?.name).toBe('青岚县教育体育局')
})

test('whoever saves on an old version is told so', async () => {
  expect(codesOf(await change(county.keeper, 1, '青岚县教育局'))).toEqual(['stale-version'])
})

test('a change before the present name began, and a place that does not fit, are refused together', async () => {
  expect(codesOf(await change(county.keeper, 3, '青岚县教育局', '2023-05-01', county.town))).toEqual(['parent-kind', 'day-before-start'])
})

test('the bureau’s officer may look but not change; to a stranger it does not exist', async () => {
  expect(codesOf(await change(county.officer, 3, '青岚县教育局'))).toEqual(['not-allowed'])
  expect(codesOf(await change(county.stranger, 3, '青岚县教育局'))).toEqual(['not-found'])
})
