// Which text of a rule holds now, since when, and what held before it: its own earlier texts, and the documents that it took the place of.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../../test/database.ts'
import { anItem, publishItem, valueOf } from '../../fixtures.ts'
import type { PublicItem } from '../../rules/public-item.ts'
import { versionsIn } from './versions.ts'

let database: FreshDatabase
const column = randomUUID()
beforeAll(async () => {
  database = await freshDatabase()
  await sql`insert into publication.site_column (id, slug, name, kind, changed_at) values (${column}, 'zhidu', '政府信息公开制度', 'rules', '2020-01-01')`.execute(
    database.db,
  )
})
afterAll(() => database.close())

const put = async (item: PublicItem, on: string): Promise<void> => void valueOf(await publishItem(database, item, new Date(`${on}T02:00:00Z`)))

it('stands as one row a document, the replaced one beneath the one that replaced it', async () => {
  const old = anItem({ title: '审查制度（试行）', columnIds: [column], documentNumber: null })
  const rule = anItem({ title: '审查制度', columnIds: [column], documentNumber: null })
  const elsewhere = anItem({ title: '别处的通知', columnIds: [], documentNumber: null })
  await put(old, '2022-03-01')
  await put(rule, '2024-05-06')
  await put({ ...rule, changeNote: '修订' }, '2025-06-07')
  await put({ ...rule, changeNote: '再修订' }, '2026-07-08')
  await put({ ...old, validity: 'repealed', replacedBy: rule.documentId }, '2024-05-07')
  await put(elsewhere, '2026-08-01')
  const rows = await versionsIn(database.db, { columnIds: [column] })
  expect(rows).toEqual([
    {
      id: rule.documentId,
      title: '审查制度',
      unitName: '青岚县民政局',
      revision: 3,
      publishedOn: '2026-07-08',
      validity: 'valid',
      texts: [
        { revision: 2, publishedOn: '2025-06-07', until: '2026-07-08' },
        { revision: 1, publishedOn: '2024-05-06', until: '2025-06-07' },
      ],
      before: [{ id: old.documentId, title: '审查制度（试行）', publishedOn: '2022-03-01', validity: 'repealed' }],
    },
  ])
  expect(await versionsIn(database.db, { columnIds: [column], unitIds: [randomUUID()] })).toEqual([])
  expect(await versionsIn(database.db, { columnIds: [] })).toEqual([])
})
