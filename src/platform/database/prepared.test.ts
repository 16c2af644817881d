// Work in bulk is planned once for each connection, and gives the same answers.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { openDatabase, type Database } from './database.ts'
import { plannedOnce } from './prepared.ts'

let owner: FreshDatabase
let bulk: Database
beforeAll(async () => {
  owner = await freshDatabase()
  bulk = openDatabase({ url: owner.url, name: 'bulk', poolSize: 1, prepared: true })
})
afterAll(async () => {
  await bulk.close()
  await owner.close()
})

test('a text that comes again is planned once, whatever its values are', async () => {
  const double = async (tx: Database['db'], number: number) => (await sql<{ twice: number }>`select ${number}::int * 2 as twice`.execute(tx)).rows[0]?.twice
  await bulk.transaction(async (tx) => {
    expect(await double(tx, 3)).toBe(6)
    expect(await double(tx, 4)).toBe(8)
    const { rows } = await sql<{ times: number }>`
      select (generic_plans + custom_plans)::int as times from pg_prepared_statements where statement like 'select $1::int * 2%'`.execute(tx)
    expect(rows).toEqual([{ times: 2 }])
  })
})

test('elsewhere only a statement that asks for it is planned once, and no plan is compiled', async () => {
  const plain = openDatabase({ url: owner.url, name: 'plain', poolSize: 1 })
  try {
    for (const number of [1, 2]) {
      await sql`
        ${plannedOnce} select ${number}::int + 1`.execute(plain.db)
      await sql`select ${number}::int + 2`.execute(plain.db)
    }
    const { rows } = await sql<{ times: number }>`select (generic_plans + custom_plans)::int as times from pg_prepared_statements`.execute(plain.db)
    expect(rows).toEqual([{ times: 2 }])
    expect((await sql`show jit`.execute(plain.db)).rows).toEqual([{ jit: 'off' }])
  } finally {
    await plain.close()
  }
})

test('what fails rolls back, and the connection goes on', async () => {
  await expect(
    bulk.transaction(async (tx) => {
      await sql`create table test_of_bulk (number int)`.execute(tx)
      await sql`select 1 / ${0}::int`.execute(tx)
    }),
  ).rejects.toThrow('division by zero')
  const { rows } = await sql<{ there: boolean }>`select to_regclass('test_of_bulk') is not null as there`.execute(bulk.db)
  expect(rows).toEqual([{ there: false }])
})
