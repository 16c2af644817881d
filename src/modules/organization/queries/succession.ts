// Who took over from whom.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { SuccessionKind } from '../law/succession-kinds.ts'

export interface Succession {
  readonly predecessorId: string
  readonly predecessorName: string
  readonly successorId: string | null
  readonly successorName: string | null
  readonly kind: SuccessionKind
  readonly happenedOn: Day
  readonly note: string
}

/** All, or those in which one unit has a part. */
export async function successions(tx: Tx, unitId?: string): Promise<Succession[]> {
  const { rows } = await sql<Succession>`
    select s.predecessor_id as "predecessorId", p.name as "predecessorName", s.successor_id as "successorId", n.name as "successorName", s.kind,
      s.happened_on as "happenedOn", s.note
    from organization.succession s
    join organization.unit p on p.id = s.predecessor_id
    left join organization.unit n on n.id = s.successor_id
    where ${unitId ?? null}::uuid is null or ${unitId ?? null}::uuid in (s.predecessor_id, s.successor_id)
    order by s.happened_on, p.name`.execute(tx)
  return rows
}
