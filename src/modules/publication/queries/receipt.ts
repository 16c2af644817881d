// How can anybody check that a document stands in the public register as it was published?
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Checkpoint, Entry } from '../rules/register-chain.ts'
import { checkpointsBetween, instantText } from './register-rows.ts'

export interface Receipt {
  readonly entry: Entry
  /** What the salted hash is made of, as canonical text; null of a withdrawn document. */
  readonly content: string | null
  readonly salt: string | null
  /** Null until the sequencer has linked it, within a second. */
  readonly link: { readonly sequence: number; readonly previousHash: string; readonly linkHash: string; readonly linkedAt: string } | null
  /** The first signed checkpoint at or after the link. */
  readonly checkpoint: Checkpoint | null
}

/** The receipt of a document's latest entry; undefined where it was never published. */
export async function receiptOf(tx: Tx, documentId: string): Promise<Receipt | undefined> {
  const { rows } = await sql<
    Entry & { content: string | null; salt: string | null; sequence: number | null; previousHash: string; linkHash: string; linkedAt: string }
  >`
    select e.id, e.document_id as "documentId", e.act, e.revision, e.index_number as "indexNumber", ${instantText(sql`e.at`)} as at,
      encode(e.salted_hash, 'hex') as "saltedHash", r.content, encode(r.salt, 'hex') as salt, l.sequence,
      encode(l.previous_hash, 'hex') as "previousHash", encode(l.link_hash, 'hex') as "linkHash", ${instantText(sql`l.linked_at`)} as "linkedAt"
    from publication.register_entry e
    left join publication.revision r on r.document_id = e.document_id and r.revision = e.revision and r.register_entry_id = e.id
    left join publication.register_link l on l.entry_id = e.id
    where e.document_id = ${documentId} order by e.id desc limit 1`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { content, salt, sequence, previousHash, linkHash, linkedAt, ...entry } = row
  return {
    entry,
    content,
    salt,
    link: sequence === null ? null : { sequence, previousHash, linkHash, linkedAt },
    checkpoint: sequence === null ? null : await checkpointFrom(tx, sequence),
  }
}

async function checkpointFrom(tx: Tx, sequence: number): Promise<Checkpoint | null> {
  const { rows } = await sql<{ sequence: number }>`
    select sequence from publication.checkpoint where sequence >= ${sequence} order by sequence limit 1`.execute(tx)
  const [row] = rows
  if (!row) return null
  const [checkpoint] = await checkpointsBetween(tx, row.sequence - 1, row.sequence)
  return checkpoint ?? null
}
