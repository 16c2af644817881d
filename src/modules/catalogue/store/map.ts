// Writes the kept sums of the heartbeat map.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { PulseSum } from '../rules/pulse.ts'

/** One at a time until the transaction ends: of two that count the same unit, the one that looked first could write last. */
export async function takeTurn(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended('catalogue map', 0)) as mine`.execute(tx)
  return rows[0]?.mine ?? false
}

export interface MapUnit {
  readonly unitId: string
  readonly sum: PulseSum
  readonly fields: ReadonlyMap<string, PulseSum>
  /** First day on which it may be otherwise. */
  readonly untilOn: Day | null
}

/** Cells that stay as they are are not written anew. */
export async function saveMap(tx: Tx, countedOn: Day, units: readonly MapUnit[]): Promise<void> {
  const cells = units.flatMap(({ unitId, fields }) => Array.from(fields, ([field, sum]) => ({ unitId, field, counts: JSON.stringify(sum) })))
  const [unitIds, fields] = [cells.map((cell) => cell.unitId), cells.map((cell) => cell.field)]
  await sql`
    delete from catalogue.map_cell kept where unit_id = any(${units.map((unit) => unit.unitId)}::uuid[])
      and not exists (select from unnest(${unitIds}::uuid[], ${fields}::text[]) given (unit_id, field) where given.unit_id = kept.unit_id and given.field = kept.field)`.execute(
    tx,
  )
  await sql`
    insert into catalogue.map_cell as kept (unit_id, field, counts) select * from unnest(${unitIds}::uuid[], ${fields}::text[], ${cells.map((cell) => cell.counts)}::jsonb[])
    on conflict (unit_id, field) do update set counts = excluded.counts where kept.counts <> excluded.counts`.execute(tx)
  await sql`
    insert into catalogue.map_unit (unit_id, counts, counted_on, until_on)
    select unit_id, counts, ${countedOn}::date, until_on
    from unnest(${units.map((unit) => unit.unitId)}::uuid[], ${units.map((unit) => JSON.stringify(unit.sum))}::jsonb[], ${units.map((unit) => unit.untilOn)}::date[]) as given (unit_id, counts, until_on)
    on conflict (unit_id) do update set counts = excluded.counts, counted_on = excluded.counted_on, until_on = excluded.until_on`.execute(tx)
}

/** Takes away these notes and no others: what was noted since belongs to a change that may not have been seen. */
export async function forgetTouches(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`delete from catalogue.map_touched where id = any(${[...ids]}::bigint[])`.execute(tx)
}
