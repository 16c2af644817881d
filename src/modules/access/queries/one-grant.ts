// One grant or one stand-in that somebody wants to end, held until the transaction ends.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface OneGrant {
  readonly accountId: string
  readonly role: string
  readonly unitId: string
}

export async function lockGrant(tx: Tx, grantId: string): Promise<OneGrant | undefined> {
  const { rows } = await sql<OneGrant>`
    select account_id as "accountId", role, unit_id as "unitId" from access.role_grant where id = ${grantId} and revoked_at is null for update`.execute(tx)
  return rows[0]
}

export interface OneStandIn {
  readonly absentId: string
  readonly standInId: string
}

export async function lockStandIn(tx: Tx, standInId: string, today: Day): Promise<OneStandIn | undefined> {
  const { rows } = await sql<OneStandIn>`
    select absent_id as "absentId", stand_in_id as "standInId" from access.stand_in
    where id = ${standInId} and ended_at is null and valid_until >= ${today}::date for update`.execute(tx)
  return rows[0]
}

/** Stand-ins of an absent account that are not over and share a day with the period. */
export async function isStoodInFor(tx: Tx, absentId: string, from: Day, until: Day): Promise<boolean> {
  const { rows } = await sql`
    select from access.stand_in where absent_id = ${absentId} and ended_at is null and valid_from <= ${until}::date and valid_until >= ${from}::date limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
