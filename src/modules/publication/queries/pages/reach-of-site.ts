// How much of the public site does a right of a person reach?
import { sql } from 'kysely'
import type { Reach } from '../../../../kernel/actor.ts'
import { refused, type Ruling } from '../../../../kernel/ruling.ts'
import { partyKind } from '../../../../law/lines.ts'
import type { Tx } from '../../../../platform/database/database.ts'

/** True where one of the units is the top of the government's tree: columns and settings belong to the whole site. */
export async function reachesWholeSite(tx: Tx, { everywhere, unitIds }: Reach): Promise<boolean> {
  if (everywhere) return true
  const found = await sql<{ reaches: boolean }>`
    select exists (select from publication.unit where parent_id is null and kind <> ${partyKind} and id = any(${[...unitIds]}::uuid[]))
      or not exists (select from publication.unit) as reaches`.execute(tx)
  return found.rows[0]?.reaches ?? false
}

/** Does what concerns the whole site for whoever reaches all of it. */
export async function forWholeSite<Value>(tx: Tx, reach: Reach, done: () => Promise<Ruling<Value>>): Promise<Ruling<Value>> {
  return (await reachesWholeSite(tx, reach)) ? done() : refused('not-allowed')
}

/** True where every top of the party's own tree is within reach. */
export async function reachesParty(tx: Tx, { everywhere, unitIds }: Reach): Promise<boolean> {
  if (everywhere) return true
  const found = await sql<{ reaches: boolean }>`
    select coalesce(bool_and(id = any(${[...unitIds]}::uuid[])), false) as reaches from publication.unit
    where kind = ${partyKind} and parent_id is null and valid_until is null`.execute(tx)
  return found.rows[0]?.reaches ?? false
}

/** Those of the documents that it does not reach. */
export async function documentsBeyond(tx: Tx, documentIds: readonly string[], { everywhere, unitIds }: Reach): Promise<readonly string[]> {
  if (everywhere) return []
  const found = await sql<{ id: string }>`
    select id from publication.document where id = any(${[...documentIds]}::uuid[]) and not unit_id = any(${[...unitIds]}::uuid[])`.execute(tx)
  return found.rows.map((row) => row.id)
}
