// What every page stands in: the settings of the site and its tree of columns with the time each was last added to.
import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import type { ColumnKind } from '../../law/column-kinds.ts'
import { readSiteSettings, type SiteSettings } from '../../rules/site.ts'

export interface FrameColumn {
  readonly id: string
  readonly parentId: string | null
  readonly slug: string
  readonly name: string
  readonly kind: ColumnKind
  readonly statutoryItem: string | null
  readonly description: string
  readonly keywords: string
  readonly shownOnHome: boolean
  readonly lastListedAt: Date | null
  /** When something is due there next, as far as the public knows. */
  readonly dueOn: Day | null
}

export interface Frame {
  readonly site: SiteSettings
  /** Not hidden, parents before children, each level in its order. */
  readonly columns: readonly FrameColumn[]
}

/** Two small queries, the same for every page; a day that has passed is none to come. */
export async function frame(tx: Tx, today: Day): Promise<Frame> {
  const [settings, columns] = await Promise.all([
    sql<{ settings: unknown }>`select settings from publication.site`.execute(tx),
    sql<FrameColumn>`
      with recursive tree as (
        select site_column.*, 0 as depth from publication.site_column where parent_id is null and not hidden
        union all
        select child.*, tree.depth + 1 from publication.site_column child join tree on child.parent_id = tree.id where not child.hidden
      )
      select tree.id, tree.parent_id as "parentId", tree.slug, tree.name, tree.kind, tree.statutory_item as "statutoryItem", tree.description,
        tree.keywords, tree.shown_on_home as "shownOnHome", newest.listed_at as "lastListedAt", next.due_on as "dueOn"
      from tree left join lateral (
        select listed_at from publication.document_column where column_id = tree.id order by listed_at desc limit 1
      ) newest on true left join lateral (
        select due_on from publication.entry_column where column_id = tree.id and due_on >= ${today}::date order by due_on limit 1
      ) next on true
      order by tree.depth, tree.position, tree.name`.execute(tx),
  ])
  return { site: readSiteSettings(settings.rows[0]?.settings), columns: columns.rows }
}
