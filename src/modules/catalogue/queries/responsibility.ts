// One unit's answering for one entry.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface Responsibility {
  readonly id: string
  readonly entryId: string
  readonly unitId: string
  readonly unitName: string
  readonly sectionId: string | null
}

export async function responsibilityById(tx: Tx, id: string): Promise<Responsibility | undefined> {
  const { rows } = await sql<Responsibility>`
    select held.id, held.entry_id as "entryId", held.unit_id as "unitId", unit.name as "unitName", held.section_id as "sectionId"
    from catalogue.responsibility held join organization.unit on unit.id = held.unit_id where held.id = ${id}::uuid and held.until is null`.execute(tx)
  return rows[0]
}
