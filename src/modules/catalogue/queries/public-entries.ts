// The entries of a unit that the whole society may know of, as the public sees them.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface PublicEntry {
  readonly id: string
  readonly field: string
  readonly position: number
  readonly name: string
  readonly elements: string
  readonly limitText: string
  readonly updatedAt: Date | null
  readonly dueOn: Day | null
  readonly columnIds: readonly string[]
}

/** What is for staff, or for members of the party alone, stays inside; a day that has passed is not shown as one to come. */
export async function publicEntriesOf(tx: Tx, unitId: string, today: Day): Promise<PublicEntry[]> {
  const { rows } = await sql<PublicEntry>`
    select held.id, v.field, v.serial as position, concat_ws(' / ', nullif(v.item1, ''), nullif(v.item2, ''), nullif(v.item3, '')) as name, left(v.elements, 500) as elements,
      v.limit_text as "limitText", v.column_ids as "columnIds", beat.published_at as "updatedAt",
      (select min(duty.due_on) from catalogue.duty where duty.responsibility_id = held.id and duty.outcome is null and duty.due_on >= ${today}::date) as "dueOn"
    from catalogue.responsibility held join catalogue.entry on entry.id = held.entry_id and entry.kind in ('government', 'party')
      join catalogue.entry_version v on v.entry_id = held.entry_id and v.ends_on is null left join catalogue.beat on beat.responsibility_id = held.id
    where held.unit_id = ${unitId}::uuid and held.until is null and (v.audience = 'society' or (entry.kind = 'government' and v.audience = 'group')) and v.mode = 'proactive' order by v.field, v.serial limit 3000`.execute(
    tx,
  )
  return rows
}

/** Units that answer for anything, or did. */
export async function unitsAnswering(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`select distinct unit_id as "unitId" from catalogue.responsibility limit 20000`.execute(tx)
  return rows.map((row) => row.unitId)
}
