// Writes what the staff may read, and who read it.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { InternalReach } from '../law/internal-reach.ts'

export interface InternalPublication {
  readonly documentId: string
  readonly editionId: string
  readonly unitId: string
  readonly reach: InternalReach
  readonly at: Date
}

export async function saveInternal(tx: Tx, { documentId, editionId, unitId, reach, at }: InternalPublication): Promise<void> {
  await sql`
    insert into disclosure.internal_publication (document_id, edition_id, unit_id, reach, first_published_at, published_at)
    values (${documentId}, ${editionId}, ${unitId}, ${reach}, ${at}, ${at})
    on conflict (document_id) do update set edition_id = excluded.edition_id, unit_id = excluded.unit_id, reach = excluded.reach, published_at = excluded.published_at`.execute(
    tx,
  )
}

/** Nobody reads it any more; who read it before stays on record. */
export async function removeInternal(tx: Tx, documentId: string): Promise<void> {
  await sql`delete from disclosure.internal_publication where document_id = ${documentId}`.execute(tx)
}

export async function saveReading(
  tx: Tx,
  { editionId, accountId, at }: { readonly editionId: string; readonly accountId: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into disclosure.internal_reading (edition_id, account_id, first_read_at, last_read_at) values (${editionId}, ${accountId}, ${at}, ${at})
    on conflict (edition_id, account_id) do update set last_read_at = excluded.last_read_at`.execute(tx)
}
