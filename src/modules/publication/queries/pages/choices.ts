// What the filters of a list offer: kinds that occur, and the year in which the list begins.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'

/** Every kind that any document has: one index step a kind. */
export async function kindsThatOccur(tx: Tx): Promise<readonly string[]> {
  const found = await sql<{ kind: string }>`
    with recursive each as (
      (select kind from publication.document order by kind limit 1)
      union all
      select (select kind from publication.document where kind > each.kind order by kind limit 1) from each where each.kind is not null
    )
    select kind from each where kind is not null limit 100`.execute(tx)
  return found.rows.map((row) => row.kind)
}

/** When the oldest document of the columns is listed, or of all; null where there is none. */
export async function oldestListed(tx: Tx, columnIds: readonly string[] | undefined): Promise<Date | null> {
  const found = columnIds
    ? await sql<{ at: Date | null }>`
        select min(oldest.listed_at) as at from unnest(${[...columnIds]}::uuid[]) as asked (column_id)
        cross join lateral (select listed_at from publication.document_column where column_id = asked.column_id order by listed_at limit 1) oldest`.execute(tx)
    : await sql<{ at: Date | null }>`select min(listed_at) as at from publication.document`.execute(tx)
  return found.rows[0]?.at ?? null
}
