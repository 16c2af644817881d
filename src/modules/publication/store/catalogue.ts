// Writes what the public sees of the catalogue.
import { sql } from 'kysely'
import { searchWords } from '../../../platform/chinese/words.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { PublicCatalogueEntry } from '../rules/public-catalogue.ts'

/** All entries of one unit: what changed is written, what is gone is taken away. */
export async function saveCatalogueOf(tx: Tx, unitId: string, entries: readonly PublicCatalogueEntry[]): Promise<void> {
  await sql`delete from publication.catalogue_entry where unit_id = ${unitId}::uuid and not id = any(${entries.map((one) => one.id)}::uuid[])`.execute(tx)
  if (entries.length === 0) return
  await sql`
    insert into publication.catalogue_entry as standing (id, unit_id, field, position, name, elements, limit_text, updated_at, due_on, terms)
    select given.id, ${unitId}::uuid, given.field, given.position, given.name, given.elements, given.limit_text, given.updated_at, given.due_on, string_to_array(given.terms, ' ')
    from unnest(${entries.map((one) => one.id)}::uuid[], ${entries.map((one) => one.field)}::text[], ${entries.map((one) => one.position)}::int[], ${entries.map((one) => one.name)}::text[],
      ${entries.map((one) => one.elements)}::text[], ${entries.map((one) => one.limitText)}::text[], ${entries.map((one) => one.updatedAt)}::timestamptz[], ${entries.map((one) => one.dueOn)}::date[],
      ${entries.map(({ name, elements }) => searchWords(`${name} ${elements}`).join(' '))}::text[]) as given (id, field, position, name, elements, limit_text, updated_at, due_on, terms)
    on conflict (id) do update set unit_id = excluded.unit_id, field = excluded.field, position = excluded.position, name = excluded.name, elements = excluded.elements,
      limit_text = excluded.limit_text, updated_at = excluded.updated_at, due_on = excluded.due_on, terms = excluded.terms
    where standing is distinct from excluded`.execute(tx)
  await saveColumnsOf(tx, unitId, entries)
}

/** In which columns they stand, each with its day: by column, so that a page asks one index step of each. */
async function saveColumnsOf(tx: Tx, unitId: string, entries: readonly PublicCatalogueEntry[]): Promise<void> {
  const rows = entries.flatMap(({ id, dueOn, columnIds }) => [...new Set(columnIds)].map((columnId) => ({ id, columnId, dueOn })))
  const given = sql`unnest(${rows.map((one) => one.id)}::uuid[], ${rows.map((one) => one.columnId)}::uuid[], ${rows.map((one) => one.dueOn)}::date[]) as given (entry_id, column_id, due_on)`
  await sql`
    delete from publication.entry_column standing where standing.entry_id = any(${entries.map((one) => one.id)}::uuid[])
      and not exists (select from ${given} where given.entry_id = standing.entry_id and given.column_id = standing.column_id)`.execute(tx)
  await sql`
    insert into publication.entry_column as standing (entry_id, column_id, unit_id, due_on) select given.entry_id, given.column_id, ${unitId}::uuid, given.due_on from ${given}
    on conflict (entry_id, column_id) do update set unit_id = excluded.unit_id, due_on = excluded.due_on where standing is distinct from excluded`.execute(tx)
}
