// Where does a column stand, and may it go elsewhere?
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { publicationOf } from '../store/tables.ts'

export async function columnExists(tx: Tx, id: string): Promise<boolean> {
  return (await publicationOf(tx).selectFrom('publication.site_column').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export async function columnIdBySlug(tx: Tx, slug: string): Promise<string | undefined> {
  return (await publicationOf(tx).selectFrom('publication.site_column').select('id').where('slug', '=', slug).executeTakeFirst())?.id
}

export async function childrenOf(tx: Tx, parentId: string | null): Promise<number> {
  const row = await publicationOf(tx)
    .selectFrom('publication.site_column')
    .select((build) => build.fn.countAll<number>().as('children'))
    .where('parent_id', parentId === null ? 'is' : '=', parentId)
    .executeTakeFirstOrThrow()
  return row.children
}

export async function documentsIn(tx: Tx, columnId: string): Promise<number> {
  const row = await publicationOf(tx)
    .selectFrom('publication.document_column')
    .select((build) => build.fn.countAll<number>().as('documents'))
    .where('column_id', '=', columnId)
    .executeTakeFirstOrThrow()
  return row.documents
}

/** Columns that lead round in a circle and so hang on no root: none in a sound tree. */
export async function columnsWithoutRoot(tx: Tx): Promise<number> {
  const { rows } = await sql<{ lost: number }>`
    with recursive tree as (
      select id from publication.site_column where parent_id is null
      union all select c.id from publication.site_column c join tree on c.parent_id = tree.id
    )
    select count(*) as lost from publication.site_column c where not exists (select from tree where tree.id = c.id)`.execute(tx)
  return rows[0]?.lost ?? 0
}
