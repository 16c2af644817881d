// Counting for the foot of a list, on a real database.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { countedTo } from './counted.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const rows = (count: number) => sql`select from generate_series(1, ${count}::integer)`

it.each([
  [0, 5, 0, true],
  [4, 5, 4, true],
  [5, 5, 5, true],
  [6, 5, 5, false],
  [9000, 5, 5, false],
  [9000, undefined, 9000, true],
])('%i rows, counted to %s, are %i, exactly so: %s', async (count, most, total, totalIsExact) => {
  expect(await countedTo(database.db, rows(count), most)).toEqual({ total, totalIsExact })
})
