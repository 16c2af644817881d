// In which year does a list begin? Its filter offers every year since.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'

/** The same of what came out of applications. */
export async function oldestFromApplications(tx: Tx): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select min(listed_at) as at from publication.document where from_application`.execute(tx)
  return rows[0]?.at ?? null
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
