// Writes the tree of columns and what stands in them.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { publicationOf } from './tables.ts'

export interface ColumnValues {
  readonly parentId: string | null
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly statutoryItem: string | null
  readonly description: string
  readonly keywords: string
  readonly shownOnHome: boolean
  readonly hidden: boolean
}

/** Changes of the tree wait for each other, so that two moves cannot make a circle. */
export async function lockColumns(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('site columns', 0))`.execute(tx)
}

const rowOf = (values: ColumnValues, at: Date) => ({
  parent_id: values.parentId,
  slug: values.slug,
  name: values.name,
  kind: values.kind,
  statutory_item: values.statutoryItem,
  description: values.description,
  keywords: values.keywords,
  shown_on_home: values.shownOnHome,
  hidden: values.hidden,
  changed_at: at,
})

export async function insertColumn(tx: Tx, values: ColumnValues, position: number, at: Date): Promise<string> {
  const row = await publicationOf(tx)
    .insertInto('publication.site_column')
    .values({ ...rowOf(values, at), position })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateColumn(tx: Tx, id: string, values: ColumnValues, at: Date): Promise<void> {
  await publicationOf(tx).updateTable('publication.site_column').set(rowOf(values, at)).where('id', '=', id).execute()
}

export async function placeColumn(tx: Tx, id: string, parentId: string | null, position: number, at: Date): Promise<void> {
  await publicationOf(tx).updateTable('publication.site_column').set({ parent_id: parentId, position, changed_at: at }).where('id', '=', id).execute()
}

export async function deleteColumn(tx: Tx, id: string): Promise<void> {
  await publicationOf(tx).deleteFrom('publication.site_column').where('id', '=', id).execute()
}

/** All documents of a column, or the named ones, go to another; who stands there already keeps its place. */
export async function moveRows(tx: Tx, from: string, to: string, documentIds: readonly string[] | 'all'): Promise<number> {
  const named = documentIds === 'all' ? sql`true` : sql`document_id = any(${documentIds}::uuid[])`
  const { rows } = await sql<{ moved: number }>`
    with gone as (
      delete from publication.document_column where column_id = ${from} and ${named} returning document_id, listed_at, unit_id
    ), come as (
      insert into publication.document_column (document_id, column_id, listed_at, unit_id)
      select document_id, ${to}::uuid, listed_at, unit_id from gone on conflict (document_id, column_id) do nothing
    )
    select count(*) as moved from gone`.execute(tx)
  return rows[0]?.moved ?? 0
}

/** False where the document does not stand in the column. */
export async function savePin(tx: Tx, documentId: string, columnId: string, until: Day | null): Promise<boolean> {
  const row = await publicationOf(tx)
    .updateTable('publication.document_column')
    .set({ pinned_until: until })
    .where('document_id', '=', documentId)
    .where('column_id', '=', columnId)
    .returning('document_id')
    .executeTakeFirst()
  return row !== undefined
}
