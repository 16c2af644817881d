// The one setting of attachments, with who changed it and when.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { fileSetting } from '../queries/file-setting.ts'
import { setFileSetting } from './set-file-setting.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

it('is on as the system comes, and remembers who switched it off', async () => {
  expect(await fileSetting(database.db)).toEqual({ cleanByItself: true, changedAt: null })
  const by = { accountId: '7b0c6c1e-5d5a-4e65-9b9e-2f4a3a1f0001', at: new Date('2026-11-26T08:00:00Z') }
  await database.transaction((tx) => setFileSetting(tx, { cleanByItself: false }, by))
  expect(await fileSetting(database.db)).toEqual({ cleanByItself: false, changedAt: by.at })
  const { rows } = await sql`select changed_by, (select count(*)::integer from gate.file_setting) as rows from gate.file_setting`.execute(database.db)
  expect(rows).toEqual([{ changed_by: by.accountId, rows: 1 }])
})
