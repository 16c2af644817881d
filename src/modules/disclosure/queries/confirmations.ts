// Which units were asked to confirm an edition, and what they answered.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface ConfirmationRow {
  readonly unitId: string
  readonly unitName: string
  readonly question: string
  readonly answer: 'agreed' | 'objected' | null
  readonly opinion: string
  readonly answeredByName: string | null
  readonly answeredAt: Date | null
}

export async function confirmationsOf(tx: Tx, editionId: string): Promise<ConfirmationRow[]> {
  const { rows } = await sql<ConfirmationRow>`
    select confirmation.unit_id as "unitId", unit.name as "unitName", question, answer, opinion, account.name as "answeredByName", answered_at as "answeredAt"
    from disclosure.confirmation
    join organization.unit on unit.id = confirmation.unit_id
    left join access.account on account.id = answered_by
    where edition_id = ${editionId} order by unit.position, unit.name`.execute(tx)
  return rows
}
