// Which units the kept map no longer tells rightly, and until when it will.
import { sql, type RawBuilder } from 'kysely'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { soonDays } from '../law/duties.ts'

/** Whether a row `kept` of `catalogue.map_unit` speaks of another day. A row that was counted on a later day (a clock that is ahead) is no answer either. */
export const ofOtherDay = (today: Day): RawBuilder<unknown> => sql`(kept.counted_on > ${today}::date or coalesce(kept.until_on <= ${today}::date, false))`

/** Whether `unit` answers for anything. */
export const answersForAny = sql`exists (select from catalogue.responsibility held where held.unit_id = unit.id and held.until is null)`

/** At most `limit` units that are to be counted anew: touched, of another day, or never counted. */
export async function staleUnits(tx: Tx, today: Day, limit: number): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    select unit_id as "unitId" from (
      select unit_id from catalogue.map_touched
      union
      select kept.unit_id from catalogue.map_unit kept where ${ofOtherDay(today)}
      union
      select unit.id from organization.unit where not exists (select from catalogue.map_unit kept where kept.unit_id = unit.id) and ${answersForAny}) stale
    limit ${limit}`.execute(tx)
  return rows.map(({ unitId }) => unitId)
}

/** Notes of touched units that stand there now. */
export async function touchesOf(tx: Tx, unitIds: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from catalogue.map_touched where unit_id = any(${[...unitIds]}::uuid[])`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The first day after today on which a pulse of the unit may change by itself: an open duty comes near, or is late. Units without such a day are left out. */
export async function nextChanges(tx: Tx, unitIds: readonly string[], today: Day): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<{ unitId: string; on: Day }>`
    select duty.unit_id as "unitId", min(change.day) as on
    from catalogue.duty cross join lateral (values (duty.due_on - ${soonDays}::integer), (duty.due_on + 1)) change (day)
    where duty.outcome is null and duty.responsibility_id is not null and duty.unit_id = any(${[...unitIds]}::uuid[]) and change.day >= ${addDays(today, 1)}::date
    group by duty.unit_id`.execute(tx)
  return new Map(rows.map(({ unitId, on }) => [unitId, on]))
}
