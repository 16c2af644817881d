// Writes what was done to units and people.
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { StepName } from '../law/steps.ts'
import type { OrganizationTables } from './tables.ts'

export interface StepRecord {
  readonly step: StepName
  readonly unitId: string | null
  readonly personId?: string | null
  /** Chinese words for facts that changed: `{ 名称: '县教育局 → 县教育和体育局' }`. */
  readonly detail: Readonly<Record<string, string>>
}

export async function recordStep(tx: Tx, by: By, record: StepRecord): Promise<void> {
  await tx
    .withTables<OrganizationTables>()
    .insertInto('organization.step_taken')
    .values({
      at: by.at,
      by_account_id: by.actor.accountId,
      by_name: by.actor.name,
      step: record.step,
      unit_id: record.unitId,
      person_id: record.personId ?? null,
      detail: JSON.stringify(record.detail),
    })
    .execute()
}
