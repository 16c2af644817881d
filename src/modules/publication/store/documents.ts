// Takes a document out of what the public sees.
import type { Tx } from '../../../platform/database/database.ts'
import { publicationOf, type TombstoneTable } from './tables.ts'

/** The document with its files, columns, history, salts and search words; a redirect stays and leads to the tombstone. */
export async function deleteDocument(tx: Tx, documentId: string): Promise<void> {
  await publicationOf(tx).deleteFrom('publication.document').where('id', '=', documentId).execute()
}

export async function saveTombstone(tx: Tx, row: Omit<TombstoneTable, 'withdrawn_at'> & { withdrawn_at: Date }): Promise<void> {
  await publicationOf(tx).insertInto('publication.tombstone').values(row).execute()
}
