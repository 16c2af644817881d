// What stands in a column: pins, and moving many documents.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { anItem, publishItem, valueOf } from '../fixtures.ts'
import { publicationOf } from '../store/tables.ts'
import { moveDocuments, pin } from './column-documents.ts'
import { putStandardColumns } from './columns.ts'

const at = new Date('2026-11-22T04:15:00Z')
let database: FreshDatabase
let news = ''
let notices = ''
beforeAll(async () => {
  database = await freshDatabase()
  const ids = await database.transaction((tx) => putStandardColumns(tx, at))
  news = ids.get('yaowen') ?? ''
  notices = ids.get('tongzhi') ?? ''
})
afterAll(() => database.close())

const placesOf = (documentId: string) =>
  publicationOf(database.db).selectFrom('publication.document_column').select(['column_id', 'pinned_until']).where('document_id', '=', documentId).execute()

it('pins until a day, keeps the pin over a revision, and takes it away', async () => {
  const item = anItem({ columnIds: [news] })
  valueOf(await publishItem(database, item, at))
  const until = day('2026-12-31')
  expect(valueOf(await database.transaction((tx) => pin(tx, { documentId: item.documentId, columnId: news, until })))).toEqual({ pinnedUntil: until })
  valueOf(await publishItem(database, { ...item, changeNote: '更正' }, at))
  expect(await placesOf(item.documentId)).toEqual([{ column_id: news, pinned_until: until }])
  valueOf(await database.transaction((tx) => pin(tx, { documentId: item.documentId, columnId: news, until: null })))
  expect(await placesOf(item.documentId)).toEqual([{ column_id: news, pinned_until: null }])
  expect(await database.transaction((tx) => pin(tx, { documentId: item.documentId, columnId: notices, until }))).toMatchObject({
    refusals: [{ code: 'document-not-in-column' }],
  })
})

it('moves the named documents that stand in the column', async () => {
  const items = [anItem({ columnIds: [news] }), anItem({ columnIds: [news, notices] }), anItem({ columnIds: [news] })]
  for (const item of items) valueOf(await publishItem(database, item, at))
  const documentIds = items.slice(0, 2).map((item) => item.documentId)
  expect(
    valueOf(await database.transaction((tx) => moveDocuments(tx, { documentIds: [...documentIds, crypto.randomUUID()], from: news, to: notices }))),
  ).toEqual({ moved: 2 })
  for (const id of documentIds) expect(await placesOf(id)).toEqual([{ column_id: notices, pinned_until: null }])
  expect(await placesOf(items[2]?.documentId ?? '')).toEqual([{ column_id: news, pinned_until: null }])
  expect(await database.transaction((tx) => moveDocuments(tx, { documentIds, from: news, to: crypto.randomUUID() }))).toMatchObject({
    refusals: [{ code: 'column-unknown' }],
  })
})

it('follows the columns that a revision names', async () => {
  const item = anItem({ columnIds: [news] })
  valueOf(await publishItem(database, item, at))
  valueOf(await publishItem(database, { ...item, columnIds: [notices] }, at))
  expect(await placesOf(item.documentId)).toEqual([{ column_id: notices, pinned_until: null }])
})
