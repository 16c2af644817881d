// Writes what a published text cites and by which names it is cited.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { citationReader, citationsOf, namesOf, type CitingText } from '../rules/citations.ts'

/** Replaces what stood for the document; its row must be there already. */
export async function saveCitations(tx: Tx, document: CitingText & { readonly documentId: string; readonly listedAt: Date }): Promise<void> {
  const { documentId, listedAt } = document
  const citations = citationsOf(document)
  const names = namesOf(document.title, document.unitName)
  await sql`delete from publication.citation where document_id = ${documentId}`.execute(tx)
  if (citations.length > 0) {
    await sql`
      insert into publication.citation (document_id, kind, key, written, position, listed_at)
      select ${documentId}, kind, key, written, position, ${listedAt}
      from unnest(${citations.map(({ kind }) => kind)}::text[], ${citations.map(({ key }) => key)}::text[], ${citations.map(({ written }) => written)}::text[])
        with ordinality as cited (kind, key, written, position)`.execute(tx)
  }
  await sql`delete from publication.cited_name where document_id = ${documentId}`.execute(tx)
  await sql`insert into publication.cited_name (document_id, key) select ${documentId}, unnest(${names}::text[])`.execute(tx)
  await sql`update publication.document set citations_read = ${citationReader} where id = ${documentId}`.execute(tx)
}
