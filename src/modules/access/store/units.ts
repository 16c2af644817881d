// Writes what access knows of units: who is below whom, and their names. Module organization says so.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface ReachPair {
  readonly ancestorId: string
  readonly descendantId: string
}

/** Replaces the closure of the unit tree; only pairs that differ are touched. */
export async function setReach(tx: Tx, pairs: readonly ReachPair[]): Promise<void> {
  const ancestors = pairs.map((pair) => pair.ancestorId)
  const descendants = pairs.map((pair) => pair.descendantId)
  await sql`
    delete from access.unit_reach as old
    where not exists (
      select from unnest(${ancestors}::uuid[], ${descendants}::uuid[]) as new (ancestor_id, descendant_id)
      where new.ancestor_id = old.ancestor_id and new.descendant_id = old.descendant_id)`.execute(tx)
  await sql`
    insert into access.unit_reach (ancestor_id, descendant_id)
    select * from unnest(${ancestors}::uuid[], ${descendants}::uuid[])
    on conflict do nothing`.execute(tx)
}

/** Takes the names of units as they are now. */
export async function nameUnits(tx: Tx, units: readonly { readonly id: string; readonly name: string }[]): Promise<void> {
  await sql`
    insert into access.unit_name as old (unit_id, name)
    select * from unnest(${units.map((unit) => unit.id)}::uuid[], ${units.map((unit) => unit.name)}::text[])
    on conflict (unit_id) do update set name = excluded.name where old.name <> excluded.name`.execute(tx)
}
