// Writes what was done in the ledger: only ever added to.
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { tablesOf } from './tables.ts'

export interface StepRecord {
  readonly about: 'entry' | 'piece' | 'bulletin' | 'delivery'
  readonly aboutId: string
  readonly unitId: string | null
  readonly step: string
  readonly reason?: string
  readonly detail?: Readonly<Record<string, unknown>>
}

export async function recordSteps(tx: Tx, by: By, records: readonly StepRecord[]): Promise<void> {
  if (records.length === 0) return
  await tablesOf(tx)
    .insertInto('channels.step_taken')
    .values(
      records.map(({ about, aboutId, unitId, step, reason = '', detail = {} }) => ({
        about,
        about_id: aboutId,
        unit_id: unitId,
        step,
        by_account_id: by.actor.accountId,
        by_name: by.actor.name,
        at: by.at,
        reason,
        detail: JSON.stringify(detail),
      })),
    )
    .execute()
}
