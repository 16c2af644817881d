// What stands in the public register: entries, links and checkpoints, a bounded number at a time.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Checkpoint, Entry, Link } from '../rules/register-chain.ts'

/** Text with microseconds, so that not the least change of an instant is lost on the way. */
export const instantText = (column: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const entryJson = sql<Entry>`json_build_object('id', e.id, 'documentId', e.document_id, 'act', e.act, 'revision', e.revision,
  'indexNumber', e.index_number, 'at', ${instantText(sql`e.at`)}, 'saltedHash', encode(e.salted_hash, 'hex'))`

/** Entries that no link holds yet, oldest first. */
export async function pendingEntries(tx: Tx, limit: number): Promise<Entry[]> {
  const { rows } = await sql<{ entry: Entry }>`
    select ${entryJson} as entry from publication.register_pending p join publication.register_entry e on e.id = p.entry_id
    order by p.entry_id limit ${limit}`.execute(tx)
  return rows.map((row) => row.entry)
}

export async function lastLink(tx: Tx): Promise<{ sequence: number; linkHash: string } | undefined> {
  const { rows } = await sql<{ sequence: number; linkHash: string }>`
    select sequence, encode(link_hash, 'hex') as "linkHash" from publication.register_link order by sequence desc limit 1`.execute(tx)
  return rows[0]
}

export async function lastCheckpoint(tx: Tx): Promise<{ sequence: number; signedAt: Date } | undefined> {
  const { rows } = await sql<{ sequence: number; signedAt: Date }>`
    select sequence, signed_at as "signedAt" from publication.checkpoint order by sequence desc limit 1`.execute(tx)
  return rows[0]
}

/** Links with their entries after a sequence; `entry` is null where somebody took it away. */
export async function linksAfter(tx: Tx, sequence: number, limit: number): Promise<(Omit<Link, 'entry'> & { entry: Entry | null; entryId: number })[]> {
  const { rows } = await sql<Omit<Link, 'entry'> & { entry: Entry | null; entryId: number }>`
    select l.sequence, l.entry_id as "entryId", encode(l.previous_hash, 'hex') as "previousHash", encode(l.link_hash, 'hex') as "linkHash",
      ${instantText(sql`l.linked_at`)} as "linkedAt", case when e.id is null then null else ${entryJson} end as entry
    from publication.register_link l left join publication.register_entry e on e.id = l.entry_id
    where l.sequence > ${sequence} order by l.sequence limit ${limit}`.execute(tx)
  return rows
}

export async function checkpointsBetween(tx: Tx, after: number, upTo: number): Promise<Checkpoint[]> {
  const { rows } = await sql<Checkpoint>`
    select sequence, encode(link_hash, 'hex') as "linkHash", ${instantText(sql`signed_at`)} as "signedAt", key_id as "keyId",
      translate(encode(signature, 'base64'), E'\n', '') as signature
    from publication.checkpoint where sequence > ${after} and sequence <= ${upTo} order by sequence`.execute(tx)
  return rows
}

export async function registerKeys(tx: Tx): Promise<{ keyId: string; publicKey: string }[]> {
  const { rows } = await sql<{ keyId: string; publicKey: string }>`select key_id as "keyId", public_key as "publicKey" from publication.register_key`.execute(
    tx,
  )
  return rows
}
