// The public catalogue of a unit: written as a whole, gone where an entry is gone, and nothing where the office decided so.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { catalogueOf, unitsWithCatalogue } from '../queries/pages/catalogue.ts'
import { readSiteSettings } from '../rules/site.ts'
import { putCatalogue } from './put-catalogue.ts'
import { putSite } from './put-site.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const unitId = randomUUID()
const entry = (name: string) => ({
  id: randomUUID(),
  field: '社会救助',
  position: 1,
  name,
  elements: '标准',
  limitText: '每季度首月20日',
  updatedAt: new Date('2026-10-20T01:00:00Z'),
  dueOn: day('2027-01-20'),
})
const names = async (): Promise<string[]> => (await catalogueOf(database.db, unitId)).map((row) => row.name)

it('shows what a unit must disclose, and nothing else', async () => {
  const [one, two] = [entry('低保标准'), entry('临时救助')]
  await database.transaction((tx) => putCatalogue(tx, unitId, [one, two]))
  expect(await names()).toEqual(['临时救助', '低保标准'])
  await database.transaction((tx) => putCatalogue(tx, unitId, [{ ...one, name: '低保标准和资金' }]))
  expect(await names()).toEqual(['低保标准和资金'])
  expect([...(await unitsWithCatalogue(database.db))]).toEqual([unitId])
})

it('shows nothing where the office decided so', async () => {
  await database.transaction(async (tx) => {
    await putSite(tx, { ...readSiteSettings({}), catalogueShown: false }, new Date('2026-11-01T01:00:00Z'))
    await putCatalogue(tx, unitId, [entry('低保标准')])
  })
  expect(await names()).toEqual([])
})
