// Writes what the public sees of the catalogue.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { PublicCatalogueEntry } from '../rules/public-catalogue.ts'

/** All entries of one unit: what changed is written, what is gone is taken away. */
export async function saveCatalogueOf(tx: Tx, unitId: string, entries: readonly PublicCatalogueEntry[]): Promise<void> {
  await sql`delete from publication.catalogue_entry where unit_id = ${unitId}::uuid and not id = any(${entries.map((one) => one.id)}::uuid[])`.execute(tx)
  if (entries.length === 0) return
  await sql`
    insert into publication.catalogue_entry as standing (id, unit_id, field, position, name, elements, limit_text, updated_at, due_on)
    select given.id, ${unitId}::uuid, given.field, given.position, given.name, given.elements, given.limit_text, given.updated_at, given.due_on
    from unnest(${entries.map((one) => one.id)}::uuid[], ${entries.map((one) => one.field)}::text[], ${entries.map((one) => one.position)}::int[], ${entries.map((one) => one.name)}::text[],
      ${entries.map((one) => one.elements)}::text[], ${entries.map((one) => one.limitText)}::text[], ${entries.map((one) => one.updatedAt)}::timestamptz[], ${entries.map((one) => one.dueOn)}::date[])
      as given (id, field, position, name, elements, limit_text, updated_at, due_on)
    on conflict (id) do update set unit_id = excluded.unit_id, field = excluded.field, position = excluded.position, name = excluded.name, elements = excluded.elements,
      limit_text = excluded.limit_text, updated_at = excluded.updated_at, due_on = excluded.due_on
    where standing is distinct from excluded`.execute(tx)
}
