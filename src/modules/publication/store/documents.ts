// Writes what the public sees of a document: the row itself, its files, its columns, its history, its old address.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { PublicAttachment } from '../rules/public-item.ts'
import { publicationOf, type DocumentTable, type RevisionTable, type TombstoneTable } from './tables.ts'

/**
 * Two revisions of the same document wait for each other; those of different documents do not. A row lock, because a batch of
 * old stock publishes thousands in one transaction. False where there is no row yet.
 */
export async function lockDocument(tx: Tx, documentId: string): Promise<boolean> {
  const { rows } = await sql`select from publication.document where id = ${documentId} for update`.execute(tx)
  return rows.length > 0
}

/** Two first publications of the same document wait for each other, too: the later one then finds the row of the earlier. */
export async function lockUnpublished(tx: Tx, documentId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${documentId}::text, 0))`.execute(tx)
  await lockDocument(tx, documentId)
}

export type DocumentRow = {
  [Key in Exclude<keyof DocumentTable, 'disclosure_mode'>]: DocumentTable[Key] extends { __insert__: infer Value } ? Value : DocumentTable[Key]
}

export async function saveDocument(tx: Tx, row: DocumentRow): Promise<void> {
  const { id: _id, index_number: _number, first_published_at: _first, ...changing } = row
  await publicationOf(tx)
    .insertInto('publication.document')
    .values(row)
    // A new revision keeps its number and the day it first went out.
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute()
}

export async function saveAttachments(tx: Tx, documentId: string, attachments: readonly PublicAttachment[]): Promise<void> {
  const publication = publicationOf(tx)
  await publication.deleteFrom('publication.attachment').where('document_id', '=', documentId).execute()
  if (attachments.length === 0) return
  await publication
    .insertInto('publication.attachment')
    .values(
      attachments.map((attachment, position) => ({
        id: attachment.id,
        document_id: documentId,
        position,
        name: attachment.name,
        media_type: attachment.mediaType,
        bytes: attachment.bytes,
        sha256: attachment.sha256,
        text: attachment.text,
        has_text: attachment.hasText,
      })),
    )
    .execute()
}

/** Columns as the item names them; a pin stays where its column stays. */
export async function saveColumnsOf(tx: Tx, document: { id: string; listedAt: Date; unitId: string }, columnIds: readonly string[]): Promise<void> {
  const publication = publicationOf(tx)
  const leaving = publication.deleteFrom('publication.document_column').where('document_id', '=', document.id)
  await (columnIds.length > 0 ? leaving.where('column_id', 'not in', columnIds) : leaving).execute()
  if (columnIds.length === 0) return
  await publication
    .insertInto('publication.document_column')
    .values(
      [...new Set(columnIds)].map((columnId) => ({ document_id: document.id, column_id: columnId, listed_at: document.listedAt, unit_id: document.unitId })),
    )
    .onConflict((conflict) => conflict.columns(['document_id', 'column_id']).doUpdateSet({ listed_at: document.listedAt, unit_id: document.unitId }))
    .execute()
}

export async function saveRevision(
  tx: Tx,
  row: { [Key in keyof RevisionTable]: RevisionTable[Key] extends { __insert__: infer Value } ? Value : RevisionTable[Key] },
): Promise<void> {
  await publicationOf(tx).insertInto('publication.revision').values(row).execute()
}

/** An address leads to the first that claimed it, until that is withdrawn. */
export async function saveRedirect(tx: Tx, path: string, documentId: string): Promise<void> {
  await sql`
    insert into publication.redirect as standing (path, document_id) values (${path}, ${documentId})
    on conflict (path) do update set document_id = excluded.document_id
    where not exists (select from publication.document where id = standing.document_id)`.execute(tx)
}

/** The document with its files, columns, history, salts and search words; a redirect stays and leads to the tombstone. */
export async function deleteDocument(tx: Tx, documentId: string): Promise<void> {
  await publicationOf(tx).deleteFrom('publication.document').where('id', '=', documentId).execute()
}

export async function saveTombstone(tx: Tx, row: Omit<TombstoneTable, 'withdrawn_at'> & { withdrawn_at: Date }): Promise<void> {
  await publicationOf(tx).insertInto('publication.tombstone').values(row).execute()
}
