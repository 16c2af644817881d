// Which public documents cite a document, by its number or by a name that is its alone?
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

const mostTold = 2000

/** Ids of those that cite it, newest first; bounded. Asked before a withdrawal, whose keys are gone afterwards. */
export async function documentsCiting(tx: Tx, documentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct on (citation.listed_at, citation.document_id) citation.document_id as id
    from publication.keys_of(${documentId}::uuid) own
    join publication.citation on citation.kind = own.kind and citation.key = own.key
    where citation.document_id <> ${documentId}::uuid
    order by citation.listed_at desc, citation.document_id limit ${mostTold}`.execute(tx)
  return rows.map((row) => row.id)
}
