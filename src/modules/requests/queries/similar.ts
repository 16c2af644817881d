// Which applications of a unit ask for the like of one? The newest are compared by the pairs of characters that they share.
import { sql } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { likenessLaw } from '../law/likeness.ts'
import type { OutcomeName } from '../law/outcomes.ts'
import type { State } from '../law/states.ts'
import { within } from './reach.ts'

export interface Asked {
  readonly unitId: string
  readonly subject: string
  readonly description: string
  readonly applicantName: string
  /** The application itself, where it is entered already. */
  readonly id?: string | undefined
}

export interface Similar {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly applicantName: string
  /** By the name alone: who they are is sealed. */
  readonly sameApplicant: boolean
  readonly state: State
  readonly arrivedOn: Day
  readonly outcome: OutcomeName | null
  readonly concludedOn: Day | null
  /** Thousandths. */
  readonly alike: number
}

/** The most alike first; none that the asker may not read. */
export async function similarTo(tx: Tx, reach: Reach, { unitId, subject, description, applicantName, id }: Asked): Promise<Similar[]> {
  const { rows } = await sql<Similar>`
    with asked as materialized (select requests.pairs_of(${subject + description}) as pairs),
    near as (
      select id, pairs from requests.application
      where unit_id = ${unitId}::uuid and id is distinct from ${id ?? null}::uuid and ${within(reach)}
      order by entered_at desc limit ${likenessLaw.compared}),
    scored as (
      select near.id, 2000 * count(*) / (cardinality(near.pairs) + (select cardinality(pairs) from asked)) as alike
      from near cross join lateral unnest(near.pairs) as pair join (select unnest(pairs) as pair from asked) wanted using (pair)
      group by near.id, near.pairs)
    select application.id, application.number, application.subject, application.applicant_name as "applicantName", application.applicant_name = ${applicantName.trim()} as "sameApplicant",
      application.state, application.arrived_on as "arrivedOn", application.outcome, application.concluded_on as "concludedOn", scored.alike
    from scored join requests.application on application.id = scored.id
    where scored.alike >= ${likenessLaw.alikeFrom}
    order by scored.alike desc, application.entered_at desc, application.id limit ${likenessLaw.most}`.execute(tx)
  return rows
}
