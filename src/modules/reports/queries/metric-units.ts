// Units of a figure: one and all below it, and what they are called.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export async function unitsUnder(tx: Tx, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select descendant_id as id from access.unit_reach where ancestor_id = ${unitId}::uuid`.execute(tx)
  return rows.map(({ id }) => id)
}

/** In the order of the county's list. */
export async function unitTitles(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organization.unit where id = any(${[...ids]}::uuid[]) order by position, name, id`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
