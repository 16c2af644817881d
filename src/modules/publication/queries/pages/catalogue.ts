// The public catalogue of a unit: its entries with last update and due day, and its documents with index, name, summary and day (ogi-2019/12).
import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'

export interface CatalogueRow {
  readonly id: string
  readonly field: string
  readonly name: string
  readonly elements: string
  readonly limitText: string
  readonly updatedAt: Date | null
  readonly dueOn: Day | null
}

const most = 1000

export async function catalogueOf(tx: Tx, unitId: string): Promise<CatalogueRow[]> {
  const { rows } = await sql<CatalogueRow>`
    select id, field, name, elements, limit_text as "limitText", updated_at as "updatedAt", due_on as "dueOn"
    from publication.catalogue_entry where unit_id = ${unitId}::uuid order by field, position, name limit ${most}`.execute(tx)
  return rows
}

/** One entry with the unit that answers for it. */
export async function catalogueEntry(tx: Tx, id: string): Promise<{ readonly unitId: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ unitId: string; name: string }>`
    select unit_id as "unitId", name from publication.catalogue_entry where id = ${id}::uuid`.execute(tx)
  return rows[0]
}

/** Units that have entries: one look into the index for each, however many entries there are. */
export async function unitsWithCatalogue(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ unitId: string }>`
    select unit.id as "unitId" from publication.unit where exists (select from publication.catalogue_entry entry where entry.unit_id = unit.id)`.execute(tx)
  return new Set(rows.map((row) => row.unitId))
}
