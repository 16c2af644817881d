// The public catalogue of a unit: written as a whole, gone where an entry is gone, and nothing where the office decided so.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { sql } from 'kysely'
import { frame } from '../queries/pages/frame.ts'
import { unitColumnTimes } from '../queries/pages/units.ts'
import { catalogueOf, unitsWithCatalogue } from '../queries/pages/catalogue.ts'
import { readSiteSettings } from '../rules/site.ts'
import { putCatalogue } from './put-catalogue.ts'
import { putSite } from './put-site.ts'

const unitId = randomUUID()
const column = randomUUID()
let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await sql`insert into publication.unit (id, kind, name, short_name, slug, front_code, position, empty_columns, profile, published_at)
    values (${unitId}, 'department', '青岚县民政局', '民政局', 'mzj', '11100000000013338W', 1, 'none-held', '{}', '2026-01-01')`.execute(database.db)
})
afterAll(() => database.close())

const entry = (name: string) => ({
  id: randomUUID(),
  field: '社会救助',
  position: 1,
  name,
  elements: '标准',
  limitText: '每季度首月20日',
  updatedAt: new Date('2026-10-20T01:00:00Z'),
  dueOn: day('2027-01-20'),
  columnIds: [column],
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

it('says when each column is due next, of the site and of a unit, and never a day that has passed', async () => {
  await sql`insert into publication.site_column (id, slug, name, kind, changed_at) values (${column}, 'jiuzhu', '社会救助', 'key-field', '2026-01-01')`.execute(
    database.db,
  )
  const [one, two] = [entry('低保标准'), { ...entry('临时救助'), dueOn: day('2026-12-10') }]
  await database.transaction((tx) => putCatalogue(tx, unitId, [one, two]))
  const due = async (today: string) => {
    const { columns } = await frame(database.db, day(today))
    const own = await unitColumnTimes(database.db, unitId, [column], day(today))
    expect(own.get(column)?.dueOn ?? null).toBe(columns[0]?.dueOn ?? null)
    return columns[0]?.dueOn
  }
  expect([await due('2026-12-10'), await due('2026-12-11'), await due('2027-01-21')]).toEqual(['2026-12-10', '2027-01-20', null])
  await database.transaction((tx) => putCatalogue(tx, unitId, [one, { ...two, columnIds: [] }]))
  expect(await due('2026-12-10')).toBe('2027-01-20')
  expect((await unitColumnTimes(database.db, randomUUID(), [column], day('2026-12-10'))).get(column)?.dueOn).toBeNull()
})

it('shows nothing where the office decided so', async () => {
  await database.transaction(async (tx) => {
    await putSite(tx, { ...readSiteSettings({}), catalogueShown: false }, new Date('2026-11-01T01:00:00Z'))
    await putCatalogue(tx, unitId, [entry('低保标准')])
  })
  expect(await names()).toEqual([])
})
