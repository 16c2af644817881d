// Every document that is or was public, by its id, for whoever writes them all down: those withdrawn have a page, too.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** The next ids after one (from the first where it is empty), in the order of ids. */
export async function documentIdsAfter(tx: Tx, after: string, limit: number): Promise<readonly string[]> {
  const from = after === '' ? null : after
  const found = await sql<{ id: string }>`
    select id from (
      (select id from publication.document where ${from}::uuid is null or id > ${from}::uuid order by id limit ${limit})
      union all
      (select document_id from publication.tombstone where ${from}::uuid is null or document_id > ${from}::uuid order by document_id limit ${limit})
    ) every order by id limit ${limit}`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/** How many there are, to tell how long it takes. */
export async function countDocuments(tx: Tx): Promise<number> {
  const found = await sql<{ count: number }>`
    select (select count(*) from publication.document) + (select count(*) from publication.tombstone) as count`.execute(tx)
  return found.rows[0]?.count ?? 0
}
