// The public register as anybody may read it: what happened to one piece, found by its receipt or index number, and how far it is linked.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'
import type { Entry, Link } from '../../rules/register-chain.ts'
import { instantText } from '../register-rows.ts'

export interface RegisteredEntry {
  readonly entry: Entry
  /** Null until the sequencer has linked it, within a second. */
  readonly link: Omit<Link, 'entry'> | null
}

const fields = sql`json_build_object('id', e.id, 'documentId', e.document_id, 'act', e.act, 'revision', e.revision, 'indexNumber', e.index_number,
    'at', ${instantText(sql`e.at`)}, 'saltedHash', encode(e.salted_hash, 'hex')) as entry,
  case when l.sequence is null then null else json_build_object('sequence', l.sequence, 'previousHash', encode(l.previous_hash, 'hex'),
    'linkHash', encode(l.link_hash, 'hex'), 'linkedAt', ${instantText(sql`l.linked_at`)}) end as link`

/** What happened to one piece, oldest first. */
export async function entriesOfDocument(tx: Tx, documentId: string): Promise<readonly RegisteredEntry[]> {
  const found = await sql<RegisteredEntry>`
    select ${fields} from publication.register_entry e left join publication.register_link l on l.entry_id = e.id
    where e.document_id = ${documentId}::uuid order by e.id limit 500`.execute(tx)
  return found.rows
}

/** The document of an entry whose salted hash begins so. */
export async function documentOfReceipt(tx: Tx, receipt: { entryId: number; start: string }): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select document_id as id from publication.register_entry where id = ${receipt.entryId} and encode(salted_hash, 'hex') like ${`${receipt.start}%`}`.execute(
    tx,
  )
  return found.rows[0]?.id
}

/** The document with an index number, live or withdrawn. */
export async function documentOfIndexNumber(tx: Tx, indexNumber: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select id from publication.document where index_number = ${indexNumber}
    union all select document_id from publication.tombstone where index_number = ${indexNumber} limit 1`.execute(tx)
  return found.rows[0]?.id
}

export interface RegisterState {
  readonly linked: number
  readonly lastLinkedAt: Date | null
  readonly lastHash: string | null
  readonly checkpoint: { readonly sequence: number; readonly signedAt: Date; readonly keyId: string } | null
}

export async function registerState(tx: Tx): Promise<RegisterState> {
  const [head, checkpoint] = await Promise.all([
    sql<{ sequence: number; linkedAt: Date; linkHash: string }>`
      select sequence, linked_at as "linkedAt", encode(link_hash, 'hex') as "linkHash" from publication.register_link order by sequence desc limit 1`.execute(
      tx,
    ),
    sql<{ sequence: number; signedAt: Date; keyId: string }>`
      select sequence, signed_at as "signedAt", key_id as "keyId" from publication.checkpoint order by sequence desc limit 1`.execute(tx),
  ])
  const last = head.rows[0]
  return { linked: last?.sequence ?? 0, lastLinkedAt: last?.linkedAt ?? null, lastHash: last?.linkHash ?? null, checkpoint: checkpoint.rows[0] ?? null }
}
