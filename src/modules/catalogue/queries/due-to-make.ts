// Whose next duty is to be made today, and the open duties whose days rest on the calendar.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Cause } from '../law/duties.ts'
import type { Rhythm } from '../law/rhythms.ts'

export interface ToMake {
  readonly responsibilityId: string
  readonly unitId: string
  readonly sectionId: string | null
  readonly nextOn: Day
  readonly rhythm: Rhythm
  /** Day of the last publication that met a duty of it. */
  readonly last: Day | null
}

/** At most `limit`, held until the transaction ends; another worker takes the next ones. */
export async function responsibilitiesToMake(tx: Tx, today: Day, limit: number): Promise<ToMake[]> {
  const { rows } = await sql<ToMake>`
    with held as (
      select id, entry_id, unit_id, section_id, next_on, met_on from catalogue.responsibility
      where until is null and next_on is not null and next_on <= ${today}::date order by next_on, id limit ${limit} for update skip locked)
    select held.id as "responsibilityId", held.unit_id as "unitId", held.section_id as "sectionId", held.next_on as "nextOn", v.rhythm,
      case when v.rhythm ->> 'kind' = 'permanent' then held.met_on end as last
    from held join catalogue.entry_version v on v.entry_id = held.entry_id and v.ends_on is null`.execute(tx)
  return rows
}

export interface OpenDuty {
  readonly dutyId: string
  readonly cause: Cause
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly dueOn: Day
  readonly provisional: boolean
  readonly rhythm: Rhythm | null
  readonly what: string
  readonly unitName: string
  /** A fulfilment came before: what is permanent has its months from then. */
  readonly again: boolean
}

/** Open duties after `afterId`, in the order of their ids: walked through in pieces. */
export async function openDuties(tx: Tx, afterId: string, limit: number): Promise<OpenDuty[]> {
  const { rows } = await sql<OpenDuty>`
    select duty.id as "dutyId", duty.cause, duty.period_from as "periodFrom", duty.period_to as "periodTo", duty.due_on as "dueOn", duty.provisional, v.rhythm,
      concat_ws(' / ', nullif(v.item1, ''), nullif(v.item2, ''), nullif(v.item3, '')) as what, unit.name as "unitName",
      held.met_on is not null as again
    from catalogue.duty join organization.unit on unit.id = duty.unit_id
      left join catalogue.responsibility held on held.id = duty.responsibility_id
      left join catalogue.entry_version v on v.entry_id = held.entry_id and v.ends_on is null
    where duty.outcome is null and duty.id > ${afterId}::uuid order by duty.id limit ${limit}`.execute(tx)
  return rows
}
