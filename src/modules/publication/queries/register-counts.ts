// How much stands in the public register, and is anything in it that no link holds?
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export async function registerCounts(tx: Tx): Promise<{ entries: number; linked: number; checkpoints: number }> {
  const { rows } = await sql<{ entries: number; linked: number; checkpoints: number }>`
    select (select count(*) from publication.register_entry) as entries, (select count(*) from publication.register_link) as linked,
      (select count(*) from publication.checkpoint) as checkpoints`.execute(tx)
  return rows[0] ?? { entries: 0, linked: 0, checkpoints: 0 }
}

/** The first entry that neither is linked nor waits to be. */
export async function unlinkedEntry(tx: Tx): Promise<{ entryId: number; documentId: string } | undefined> {
  const { rows } = await sql<{ entryId: number; documentId: string }>`
    select e.id as "entryId", e.document_id as "documentId" from publication.register_entry e
    where not exists (select from publication.register_link l where l.entry_id = e.id)
      and not exists (select from publication.register_pending p where p.entry_id = e.id)
    order by e.id limit 1`.execute(tx)
  return rows[0]
}
