// How many applications stand in each line and column of a year's table?
import { sql } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import { day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ApplicantKind } from '../law/applicants.ts'
import { outcomeRows, type OutcomeName } from '../law/outcomes.ts'
import type { Tally } from '../rules/yearly-table.ts'
import { within } from './reach.ts'

interface Flat {
  readonly kind: ApplicantKind
  readonly received: 'received' | 'carried-over'
  /** Null where it is carried forward. */
  readonly outcome: OutcomeName | null
  readonly count: number
}

export async function yearlyTally(tx: Tx, reach: Reach, { year, unitId }: { year: number; unitId: string | undefined }): Promise<Tally[]> {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const { rows } = await sql<Flat>`
    select applicant_kind as kind, case when received_on >= ${first} then 'received' else 'carried-over' end as received,
      case when concluded_on <= ${last} then outcome end as outcome, count(*) as count
    from requests.application
    where received_on <= ${last} and (concluded_on is null or concluded_on >= ${first}) and ${within(reach)}
      and (${unitId ?? null}::uuid is null or unit_id = ${unitId ?? null}::uuid)
    group by 1, 2, 3`.execute(tx)
  return rows.flatMap(({ kind, received, outcome, count }): Tally[] => [
    { line: received, kind, count },
    { line: outcome === null ? 'carried-forward' : outcomeRows[outcome].row, kind, count },
  ])
}
