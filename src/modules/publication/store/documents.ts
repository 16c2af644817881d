// Takes a document out of what the public sees.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { publicationOf, type TombstoneTable } from './tables.ts'

/** The document with its files, columns, history, salts and search words; a redirect stays and leads to the tombstone. */
export async function deleteDocument(tx: Tx, documentId: string): Promise<void> {
  await publicationOf(tx).deleteFrom('publication.document').where('id', '=', documentId).execute()
}

export async function saveTombstone(tx: Tx, row: Omit<TombstoneTable, 'withdrawn_at'> & { withdrawn_at: Date }): Promise<void> {
  await publicationOf(tx).insertInto('publication.tombstone').values(row).execute()
}

/**
 * Changes are noted with the names by which a document is cited: its title. Those of a withdrawn one are overwritten, in all that was noted
 * together with it; who has not read them yet doubts everything.
 */
export async function forgetNamesNoted(tx: Tx, documentId: string): Promise<void> {
  await sql`
    update publication.change set topics = array['everything']
    where writer in (select writer from publication.change where topics @> array['document/' || ${documentId}::text])
      and exists (select from unnest(topics) as topic where topic like 'cited/%')`.execute(tx)
}
