// Adds to the audit trail. There is no other statement on it than this one and the keeper's.
import type { Tx } from '../../../platform/database/database.ts'
import type { AccessTables } from './tables.ts'

export interface AuditEntry {
  readonly at: Date
  readonly accountId: string | null
  readonly login: string | null
  /** The absent account that was stood in for. */
  readonly onBehalfOf?: string | null
  readonly action: string
  /** Chinese sentence of what was asked. */
  readonly title: string
  readonly objectKind?: string
  readonly objectId?: string
  readonly unitId?: string
  readonly outcome: 'done' | 'refused' | 'failed'
  /** Never personal data of citizens, never a secret. */
  readonly detail?: Readonly<Record<string, unknown>>
  readonly address: string
}

/** Writes one row of the audit trail. */
export async function record(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx
    .withTables<AccessTables>()
    .insertInto('access.audit')
    .values({
      at: entry.at,
      account_id: entry.accountId,
      login: entry.login,
      on_behalf_of: entry.onBehalfOf ?? null,
      action: entry.action,
      title: entry.title,
      object_kind: entry.objectKind ?? null,
      object_id: entry.objectId ?? null,
      unit_id: entry.unitId ?? null,
      outcome: entry.outcome,
      detail: JSON.stringify(entry.detail ?? {}),
      address: entry.address,
    })
    .execute()
}

/** Takes away rows older than `before`; only the owner's login may, and only the action `prune-audit` calls it. */
export async function deleteAuditBefore(tx: Tx, before: Date): Promise<number> {
  const result = await tx.withTables<AccessTables>().deleteFrom('access.audit').where('at', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}
