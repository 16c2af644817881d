// Which applications belong together with one: those it is handled with (并案), and those it was parted from or into (分案).
import { sql } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { State } from '../law/states.ts'
import { within } from './reach.ts'

const most = 50

export interface Related {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly applicantName: string
  /** `lead`: it is handled with this one; `joined`: this one is handled with it, or both with a third. */
  readonly relation: 'lead' | 'joined' | 'origin' | 'part'
  readonly state: State
  readonly dueOn: Day | null
}

export async function relatedTo(tx: Tx, reach: Reach, id: string): Promise<Related[]> {
  const { rows } = await sql<Related>`
    select application.id, application.number, application.subject, application.applicant_name as "applicantName", application.state, application.due_on as "dueOn",
      case when application.id = one.joined_to then 'lead' when application.id = one.split_from then 'origin'
        when application.joined_to in (one.id, one.joined_to) then 'joined' else 'part' end as relation
    from requests.application one join requests.application
      on application.id in (one.joined_to, one.split_from) or application.joined_to in (one.id, one.joined_to) or application.split_from in (one.id, one.split_from)
    where one.id = ${id}::uuid and application.id <> one.id and ${within(reach)}
    order by application.entered_at, application.number limit ${most}`.execute(tx)
  return rows
}
