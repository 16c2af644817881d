// Writes entries of the ledger, what proves them, and pieces that never stood on the website.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { AppearanceFacts } from '../rules/check-appearance.ts'
import { tablesOf } from './tables.ts'

export interface EnteredPiece {
  readonly documentId: string | null
  readonly offlinePieceId: string | null
  readonly unitId: string
}

export async function insertOfflinePiece(tx: Tx, by: By, piece: { readonly unitId: string; readonly title: string; readonly text: string }): Promise<string> {
  const { id } = await tablesOf(tx)
    .insertInto('channels.offline_piece')
    .values({ unit_id: piece.unitId, title: piece.title, text: piece.text, entered_by: by.actor.accountId, entered_at: by.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Undefined where the same appearance stands there already. */
export async function insertEntry(tx: Tx, by: By, piece: EnteredPiece, facts: AppearanceFacts): Promise<string | undefined> {
  const row = await tablesOf(tx)
    .insertInto('channels.entry')
    .values({
      document_id: piece.documentId,
      offline_piece_id: piece.offlinePieceId,
      unit_id: piece.unitId,
      channel: facts.channel,
      shown_on: facts.shownOn,
      place: facts.place,
      address: facts.address,
      note: facts.note,
      entered_by: by.actor.accountId,
      entered_at: by.at,
      struck_at: null,
      struck_by: null,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function correctEntry(tx: Tx, entryId: string, facts: AppearanceFacts): Promise<void> {
  await tablesOf(tx)
    .updateTable('channels.entry')
    .set({
      channel: facts.channel,
      shown_on: facts.shownOn,
      place: facts.place,
      address: facts.address,
      note: facts.note,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', entryId)
    .execute()
}

export async function strikeEntry(tx: Tx, by: By, entryId: string, reason: string): Promise<void> {
  await tablesOf(tx)
    .updateTable('channels.entry')
    .set({ struck_at: by.at, struck_by: by.actor.accountId, struck_reason: reason, version: sql<number>`version + 1` })
    .where('id', '=', entryId)
    .execute()
}

export interface EvidenceFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
}

/** A file that was taken away comes back; one that is there is left as it is, and false is returned. */
export async function insertEvidence(tx: Tx, by: By, entryId: string, file: EvidenceFile): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into channels.evidence (entry_id, name, media_type, bytes, sha256, added_by, added_at)
    values (${entryId}, ${file.name}, ${file.mediaType}, ${file.bytes}, ${file.sha256}, ${by.actor.accountId}, ${by.at})
    on conflict (entry_id, sha256) do update set removed_at = null, removed_by = null, name = excluded.name, added_by = excluded.added_by, added_at = excluded.added_at
      where evidence.removed_at is not null`.execute(tx)
  return numAffectedRows > 0n
}

export async function removeEvidence(tx: Tx, by: By, evidenceId: string): Promise<void> {
  await tablesOf(tx).updateTable('channels.evidence').set({ removed_at: by.at, removed_by: by.actor.accountId }).where('id', '=', evidenceId).execute()
}
