// What access is told of the tree.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { smallCounty, type SmallCounty } from '../fixtures.ts'
import { keepReach } from './keep-reach.ts'

let database: FreshDatabase
let county: SmallCounty
beforeAll(async () => {
  database = await freshDatabase()
  county = await smallCounty(database)
})
afterAll(() => database.close())

test('a unit reaches itself and what is below it, and nothing else, however often it is told', async () => {
  await database.transaction(keepReach)
  const { rows } = await sql<{ descendant_id: string }>`select descendant_id from access.unit_reach where ancestor_id = ${county.bureau}`.execute(database.db)
  expect(rows.map((row) => row.descendant_id).toSorted()).toEqual([county.bureau, county.office].toSorted())
  const { rows: top } = await sql<{ count: number }>`select count(*)::int as count from access.unit_reach where ancestor_id = ${county.government}`.execute(
    database.db,
  )
  expect(top[0]?.count).toBe(4)
})
