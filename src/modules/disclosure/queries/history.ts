// What was done to an edition, in the order in which it happened.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { State } from '../law/states.ts'
import type { StepName } from '../law/steps.ts'

export interface HistoryRow {
  readonly step: StepName
  readonly from: State
  readonly to: State
  readonly byAccountId: string
  readonly byName: string
  readonly role: string
  readonly onBehalfOf: string | null
  readonly onBehalfOfName: string | null
  readonly at: Date
  readonly opinion: string
  readonly detail: Readonly<Record<string, unknown>>
}

export async function historyOf(tx: Tx, editionId: string): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select step, from_state as "from", to_state as "to", by_account_id as "byAccountId", by_name as "byName", role,
      on_behalf_of as "onBehalfOf", absent.name as "onBehalfOfName", at, opinion, detail
    from disclosure.step_taken left join access.account absent on absent.id = on_behalf_of
    where edition_id = ${editionId} order by step_taken.id`.execute(tx)
  return rows
}
