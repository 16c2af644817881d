// Which units were asked to confirm an edition in the round that goes now, what they answered, and what followed where they did not.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface ConfirmationRow {
  readonly unitId: string
  readonly unitName: string
  readonly round: number
  readonly question: string
  readonly askedAt: Date
  readonly dueOn: Day
  readonly provisional: boolean
  readonly answer: 'agreed' | 'objected' | null
  readonly opinion: string
  readonly answeredByName: string | null
  readonly answeredAt: Date | null
  /** What the disclosure office ruled, by whom and why. */
  readonly decided: 'release' | 'change' | null
  readonly decisionReason: string | null
  readonly decidedByName: string | null
  readonly decidedAt: Date | null
  /** Levels of `law/chasing.ts` that have happened. */
  readonly chased: readonly string[]
  readonly escalated: boolean
}

/** Of the newest round alone, or of all of them. */
export async function confirmationsOf(tx: Tx, editionId: string, rounds: 'current' | 'all' = 'current'): Promise<ConfirmationRow[]> {
  const { rows } = await sql<ConfirmationRow>`
    select confirmation.unit_id as "unitId", unit.name as "unitName", confirmation.round, question, asked_at as "askedAt", due_on as "dueOn", provisional,
      answer, opinion, account.name as "answeredByName", answered_at as "answeredAt",
      decision.outcome as decided, decision.reason as "decisionReason", decision.decided_by_name as "decidedByName", decision.at as "decidedAt",
      chased.levels as chased, 'disclosure-office' = any(chased.levels) as escalated
    from disclosure.confirmation
    join disclosure.edition on edition.id = confirmation.edition_id
    join organization.unit on unit.id = confirmation.unit_id
    left join access.account on account.id = answered_by
    left join disclosure.confirmation_decision decision
      on decision.edition_id = confirmation.edition_id and decision.round = confirmation.round and decision.unit_id = confirmation.unit_id
    cross join lateral (
      select array(select level from disclosure.chase
        where chase.edition_id = confirmation.edition_id and chase.round = confirmation.round and subject = confirmation.unit_id::text order by at, level) as levels) chased
    where confirmation.edition_id = ${editionId} and ${rounds === 'all' ? sql`true` : sql`confirmation.round = edition.round`}
    order by confirmation.round, unit.position, unit.name`.execute(tx)
  return rows
}
