// How much of the public site do the posts of a person reach?
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'

/** True where one of the units is the top of the tree: columns and settings belong to the whole site. */
export async function reachesWholeSite(tx: Tx, unitIds: readonly string[]): Promise<boolean> {
  const found = await sql<{ reaches: boolean }>`
    select exists (select from publication.unit where parent_id is null and id = any(${[...unitIds]}::uuid[]))
      or not exists (select from publication.unit) as reaches`.execute(tx)
  return found.rows[0]?.reaches ?? false
}

/** Those of the documents that belong to none of the units. */
export async function documentsBeyond(tx: Tx, documentIds: readonly string[], unitIds: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from publication.document where id = any(${[...documentIds]}::uuid[]) and not unit_id = any(${[...unitIds]}::uuid[])`.execute(tx)
  return found.rows.map((row) => row.id)
}
