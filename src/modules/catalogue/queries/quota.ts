// Whether units and sections published as much in a month as they are to.
import { sql } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Line } from '../../../law/lines.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { unitsOfLine, unitsWithin } from './reach.ts'

export interface QuotaRow {
  readonly unitId: string
  readonly unitName: string
  readonly sectionId: string | null
  readonly sectionName: string | null
  readonly perMonth: number
  readonly published: number
}

/** A section's pieces are those that name it as 责任部门; each piece counts once. */
export async function quotasOf(tx: Tx, reach: Reach, line: Line, month: Day): Promise<QuotaRow[]> {
  const { rows } = await sql<QuotaRow>`
    select quota.unit_id as "unitId", unit.name as "unitName", quota.section_id as "sectionId", section.name as "sectionName", quota.per_month as "perMonth",
      (select count(*) from publication.document d
        where d.unit_id = quota.unit_id and not d.historic and (section.id is null or d.responsible_department = section.name)
          and d.listed_at >= (${month}::date::timestamp at time zone 'Asia/Shanghai') and d.listed_at < ((${month}::date + interval '1 month')::timestamp at time zone 'Asia/Shanghai')) as published
    from catalogue.quota join organization.unit on unit.id = quota.unit_id left join organization.unit section on section.id = quota.section_id
    where ${unitsWithin(sql`quota.unit_id`, reach)} and ${unitsOfLine(sql`quota.unit_id`, line)} and quota.since <= (${month}::date + interval '1 month' - interval '1 day') and (quota.until is null or quota.until >= ${month}::date)
    order by unit.position, unit.name, section.position nulls first limit 2000`.execute(tx)
  return rows
}
