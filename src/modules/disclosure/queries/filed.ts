// What was filed inside: the newest edition of a document, and what owes an examination that nobody noted.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export async function newestEditionOf(tx: Tx, documentId: string): Promise<{ editionId: string; settled: boolean } | undefined> {
  await sql`select from disclosure.document where id = ${documentId}::uuid for update`.execute(tx)
  const { rows } = await sql<{ editionId: string; settled: boolean }>`
    select id as "editionId", state in ('published', 'published-internally', 'superseded', 'withdrawn', 'filed', 'discarded') as settled
    from disclosure.edition where document_id = ${documentId}::uuid and state <> 'discarded' order by number desc limit 1`.execute(tx)
  return rows[0]
}

export interface Filed {
  readonly documentId: string
  readonly unitId: string
  readonly sectionId: string | null
  readonly title: string
}

/** Filed and never owed an examination: filed before examinations were noted. */
export async function filedUnexamined(tx: Tx, limit: number): Promise<Filed[]> {
  const { rows } = await sql<Filed>`
    select document.id as "documentId", document.unit_id as "unitId", document.section_id as "sectionId", edition.title
    from disclosure.edition join disclosure.document on document.id = edition.document_id
    where edition.state = 'filed' and document.live_edition_id is null
      and not exists (select from disclosure.edition later where later.document_id = document.id and later.number > edition.number and later.state <> 'discarded')
      and not exists (select from catalogue.duty where duty.subject_id = document.id)
    order by edition.id limit ${limit} for update of document skip locked`.execute(tx)
  return rows
}
