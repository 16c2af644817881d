// The heartbeat by column of the site: how the entries that belong into each stand.
import { sql } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Line } from '../../../law/lines.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { PulseFacts } from '../rules/pulse.ts'
import { facts, owed } from './heartbeat.ts'
import { unitsOfLine, unitsWithin } from './reach.ts'

export interface ColumnCell {
  readonly columnId: string
  readonly dueOn: Day | null
  readonly facts: PulseFacts
  readonly count: number
}

/** An entry that stands in several columns counts in each. One walk over the answered entries within reach. */
export async function columnCells(tx: Tx, { reach, line, today }: { readonly reach: Reach; readonly line: Line; readonly today: Day }): Promise<ColumnCell[]> {
  const { rows } = await sql<Omit<ColumnCell, 'facts'> & PulseFacts>`
    with stood as (
      select v.column_ids, owed.due_on, ${facts(today)}
      from catalogue.responsibility held join catalogue.entry_version v on v.entry_id = held.entry_id and v.ends_on is null
        left join catalogue.beat on beat.responsibility_id = held.id ${owed(unitsWithin(sql`duty.unit_id`, reach))}
      where held.until is null and cardinality(v.column_ids) > 0 and ${unitsWithin(sql`held.unit_id`, reach)} and ${unitsOfLine(sql`held.unit_id`, line)})
    select one.column_id as "columnId", min(due_on) filter (where due_on >= ${today}::date) as "dueOn",
      late, soon, published, quiet, closed, stale, padded, bare, "afterEvent", count(*) as count
    from stood cross join unnest(column_ids) as one(column_id)
    group by one.column_id, late, soon, published, quiet, closed, stale, padded, bare, "afterEvent"`.execute(tx)
  return rows.map(({ columnId, dueOn, count, ...rest }) => ({ columnId, dueOn, count, facts: rest }))
}
