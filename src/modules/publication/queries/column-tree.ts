// Which columns does the site have, in its order, with how much stands in each?
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { ColumnKind } from '../law/column-kinds.ts'

export interface ColumnInTree {
  readonly id: string
  readonly parentId: string | null
  readonly slug: string
  readonly name: string
  readonly kind: ColumnKind
  readonly statutoryItem: string | null
  readonly description: string
  readonly keywords: string
  readonly position: number
  readonly shownOnHome: boolean
  readonly hidden: boolean
  /** Documents in the column itself. */
  readonly documents: number
  readonly lastPublishedAt: Date | null
}

/** The whole tree, flat: parents before children, siblings in their order. A site has a few hundred columns at most. */
export async function columnTree(tx: Tx): Promise<ColumnInTree[]> {
  const { rows } = await sql<ColumnInTree>`
    with recursive tree as (
      select c.*, array[c.position, 0] as way, array[c.id] as path from publication.site_column c where parent_id is null
      union all
      select c.*, tree.way || array[c.position, 0], tree.path || c.id from publication.site_column c join tree on c.parent_id = tree.id
    )
    select tree.id, tree.parent_id as "parentId", slug, name, kind, statutory_item as "statutoryItem", description, keywords, position,
      shown_on_home as "shownOnHome", hidden, coalesce(held.documents, 0) as documents, newest.listed_at as "lastPublishedAt"
    from tree
    left join (select column_id, count(*) as documents from publication.document_column group by column_id) held on held.column_id = tree.id
    left join lateral (
      select listed_at from publication.document_column where column_id = tree.id order by listed_at desc, document_id desc limit 1
    ) newest on true
    order by tree.way, tree.slug`.execute(tx)
  return rows
}
