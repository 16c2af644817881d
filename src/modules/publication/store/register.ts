// Adds to the public register: unlinked entries by publishers, links and checkpoints by the sequencer alone.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { wakeAfterCommit } from '../../../platform/database/wakeups.ts'
import { publicationOf, type CheckpointTable, type RegisterEntryTable } from './tables.ts'

/** Wakes the sequencer and the tails of the register once the transaction has committed; it carries nothing. */
export const wakeListeners = (tx: Tx): void => wakeAfterCommit(tx, 'gongkai_publication')

export async function addEntry(tx: Tx, entry: Omit<RegisterEntryTable, 'id' | 'at'> & { at: Date }): Promise<void> {
  await sql`
    with entry as (
      insert into publication.register_entry (document_id, act, revision, index_number, at, salted_hash)
      values (${entry.document_id}, ${entry.act}, ${entry.revision}, ${entry.index_number}, ${entry.at}, ${entry.salted_hash})
      returning id
    )
    insert into publication.register_pending (entry_id) select id from entry`.execute(tx)
  wakeListeners(tx)
}

/** One sequencer at a time, in as many processes as may run; false where another is at work. */
export async function lockRegister(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`select pg_try_advisory_xact_lock(hashtextextended('public register', 0)) as locked`.execute(tx)
  return rows[0]?.locked === true
}

export interface NewLink {
  readonly sequence: number
  readonly entryId: number
  readonly previousHash: Buffer
  readonly linkHash: Buffer
  readonly linkedAt: Date
}

export async function saveLinks(tx: Tx, links: readonly NewLink[]): Promise<void> {
  await publicationOf(tx)
    .insertInto('publication.register_link')
    .values(
      links.map((link) => ({
        sequence: link.sequence,
        entry_id: link.entryId,
        previous_hash: link.previousHash,
        link_hash: link.linkHash,
        linked_at: link.linkedAt,
      })),
    )
    .execute()
  await publicationOf(tx)
    .deleteFrom('publication.register_pending')
    .where(
      'entry_id',
      'in',
      links.map((link) => link.entryId),
    )
    .execute()
}

export async function saveCheckpoint(tx: Tx, checkpoint: Omit<CheckpointTable, 'signed_at'> & { signed_at: Date }): Promise<void> {
  await publicationOf(tx).insertInto('publication.checkpoint').values(checkpoint).execute()
}

export async function saveRegisterKey(tx: Tx, keyId: string, publicKey: string, at: Date): Promise<void> {
  await publicationOf(tx)
    .insertInto('publication.register_key')
    .values({ key_id: keyId, public_key: publicKey, first_used_at: at })
    .onConflict((conflict) => conflict.column('key_id').doNothing())
    .execute()
}
