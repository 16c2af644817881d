// Writes what was done to an edition: only ever added to.
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { State } from '../law/states.ts'
import type { StepName } from '../law/steps.ts'
import { tablesOf } from './tables.ts'

export interface StepRecord {
  readonly editionId: string
  readonly documentId: string
  readonly unitId: string
  readonly step: StepName
  readonly from: State
  readonly to: State
  readonly by: Actor
  readonly role: string
  readonly onBehalfOf: string | null
  readonly at: Date
  readonly opinion?: string
  readonly detail?: Readonly<Record<string, unknown>>
}

export const recordStep = (tx: Tx, record: StepRecord): Promise<void> => recordSteps(tx, [record])

/** In the order in which they were taken. */
export async function recordSteps(tx: Tx, records: readonly StepRecord[]): Promise<void> {
  if (records.length === 0) return
  const rows = records.map((record) => ({
    edition_id: record.editionId,
    document_id: record.documentId,
    unit_id: record.unitId,
    step: record.step,
    from_state: record.from,
    to_state: record.to,
    by_account_id: record.by.accountId,
    by_name: record.by.name,
    role: record.role,
    on_behalf_of: record.onBehalfOf,
    at: record.at,
    opinion: record.opinion?.trim() ?? '',
    detail: JSON.stringify(record.detail ?? {}),
  }))
  await tablesOf(tx).insertInto('disclosure.step_taken').values(rows).execute()
}
