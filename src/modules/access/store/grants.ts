// Writes roles given to accounts, and who stands in for whom.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Role } from '../law/permissions.ts'
import type { AccessTables } from './tables.ts'

const tables = (tx: Tx) => tx.withTables<AccessTables>()

export interface NewGrant {
  readonly accountId: string
  readonly role: Role
  readonly unitId: string
  readonly sectionId: string | null
  readonly validFrom: Day
  readonly validUntil: Day | null
}

/** `by` is null only for the administrators that an office is founded with. */
export async function insertGrant(tx: Tx, grant: NewGrant, by: string | null, at: Date): Promise<string> {
  const row = await tables(tx)
    .insertInto('access.role_grant')
    .values({
      account_id: grant.accountId,
      role: grant.role,
      unit_id: grant.unitId,
      section_id: grant.sectionId,
      valid_from: grant.validFrom,
      valid_until: grant.validUntil,
      granted_by: by,
      granted_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function markRevoked(tx: Tx, grantId: string, by: string, at: Date): Promise<void> {
  await tables(tx).updateTable('access.role_grant').set({ revoked_by: by, revoked_at: at }).where('id', '=', grantId).execute()
}

export interface NewStandIn {
  readonly absentId: string
  readonly standInId: string
  readonly validFrom: Day
  readonly validUntil: Day
  readonly reason: string
}

export async function insertStandIn(tx: Tx, { absentId, standInId, validFrom, validUntil, reason }: NewStandIn, by: string, at: Date): Promise<string> {
  const row = await tables(tx)
    .insertInto('access.stand_in')
    .values({ absent_id: absentId, stand_in_id: standInId, valid_from: validFrom, valid_until: validUntil, reason, recorded_by: by, recorded_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function markEnded(tx: Tx, standInId: string, at: Date): Promise<void> {
  await tables(tx).updateTable('access.stand_in').set({ ended_at: at }).where('id', '=', standInId).execute()
}
