// Files that came by another way than the upload are inspected by the job, each of them once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { accounts, county, layCounty } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { inspectBytes } from '../../../platform/documents/inspect/inspect-file.ts'
import { book, plainSheet } from '../../../platform/documents/inspect/corpus/build-xlsx.ts'
import { fileInspections } from '../../gate/index.ts'
import { inspectWaiting } from '../jobs.ts'
import { insertAttachment } from '../store/attachments.ts'

const clock = { timeZone: 'Asia/Shanghai', now: () => new Date('2026-11-26T08:00:00Z'), today: () => day('2026-11-26') }

describe('the job of the inspection', () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
    await layCounty(database)
  })
  afterAll(() => database.close())

  it('inspects what goes out of every edition in work, the same bytes once, and leaves the rest alone', async () => {
    const town = county(database)
    const hidden = 'a'.repeat(64)
    const file = { mediaType: 'application/x', bytes: 1, text: '', hasText: false, addedBy: accounts.lin, at: clock.now() }
    for (const editionId of [await town.draft(), await town.draft()])
      await database.transaction(async (tx) => {
        await insertAttachment(tx, editionId, { ...file, role: 'attachment', name: '名单.xlsx', sha256: hidden })
        await insertAttachment(tx, editionId, { ...file, role: 'original', name: '原件.xlsx', sha256: 'b'.repeat(64) })
      })
    const filed = await town.draft()
    await insertAttachment(database.db, filed, { ...file, role: 'attachment', name: '旧件.xlsx', sha256: 'c'.repeat(64) })
    await sql`update disclosure.edition set state = 'filed' where id = ${filed}`.execute(database.db)
    const bytes = book({ sheets: [plainSheet, { name: '底册', state: 'hidden', rows: [['赵小梅']] }] })
    const inspector = { bytesOf: async () => bytes, inspect: inspectBytes }
    expect(await inspectWaiting(database, clock, inspector)).toBe(1)
    expect(await inspectWaiting(database, clock, inspector)).toBe(0)
    expect((await fileInspections(database.db, [hidden])).get(hidden)?.hidden.map(({ kind }) => kind)).toEqual(['hidden-sheet'])
  })
})
