// The roles that one account holds or will hold, and those it stands in for: what separation is judged by.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface HeldRole {
  readonly grantId: string
  readonly role: string
  readonly unitId: string
  readonly sectionId: string | null
  readonly validFrom: Day
  readonly validUntil: Day | null
}

/** Grants that are in force on `today` or later. */
export async function heldRoles(tx: Tx, accountId: string, today: Day): Promise<HeldRole[]> {
  const { rows } = await sql<HeldRole>`
    select id as "grantId", role, unit_id as "unitId", section_id as "sectionId", valid_from as "validFrom", valid_until as "validUntil"
    from access.role_grant
    where account_id = ${accountId} and revoked_at is null and (valid_until is null or valid_until >= ${today}::date)
    order by valid_from, id`.execute(tx)
  return rows
}

/** Roles of those for whom the account stands in, today or later. */
export async function rolesStoodInFor(tx: Tx, accountId: string, today: Day): Promise<string[]> {
  const { rows } = await sql<{ role: string }>`
    select distinct held.role from access.stand_in join access.role_grant held on held.account_id = stand_in.absent_id
    where stand_in.stand_in_id = ${accountId} and stand_in.ended_at is null and stand_in.valid_until >= ${today}::date
      and held.revoked_at is null and (held.valid_until is null or held.valid_until >= ${today}::date)`.execute(tx)
  return rows.map((row) => row.role)
}

/** Roles of those who will stand in, or do, for the account. */
export async function rolesOfStandIns(tx: Tx, accountId: string, today: Day): Promise<string[]> {
  const { rows } = await sql<{ role: string }>`
    select distinct held.role from access.stand_in join access.role_grant held on held.account_id = stand_in.stand_in_id
    where stand_in.absent_id = ${accountId} and stand_in.ended_at is null and stand_in.valid_until >= ${today}::date
      and held.revoked_at is null and (held.valid_until is null or held.valid_until >= ${today}::date)`.execute(tx)
  return rows.map((row) => row.role)
}

/** Whether somebody other than `accountId`, not disabled, holds `role` for good and from today on. */
export async function somebodyElseHolds(tx: Tx, role: string, accountId: string, today: Day): Promise<boolean> {
  const { rows } = await sql`
    select from access.role_grant held join access.account on account.id = held.account_id and account.disabled_at is null
    where held.role = ${role} and held.account_id <> ${accountId} and held.revoked_at is null and held.valid_from <= ${today}::date and held.valid_until is null
    limit 1`.execute(tx)
  return rows.length > 0
}

/** Whether any account holds one of `roles`. */
export async function anybodyHolds(tx: Tx, roles: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select from access.role_grant where role = any(${roles}::text[]) and revoked_at is null limit 1`.execute(tx)
  return rows.length > 0
}

/** Whether `unitId` is a unit, and `sectionId`, where given, stands in it without another unit between. */
export async function knowsPlace(tx: Tx, unitId: string, sectionId: string | null): Promise<{ unit: boolean; section: boolean }> {
  const { rows } = await sql<{ unit: boolean; section: boolean }>`
    select exists (select from access.unit_reach where ancestor_id = ${unitId}) as unit,
      ${sectionId}::uuid is null or (
        exists (select from access.unit_reach where ancestor_id = ${unitId} and descendant_id = ${sectionId}::uuid and ancestor_id <> descendant_id)
        and not exists (
          select from access.unit_reach above join access.unit_reach below on below.ancestor_id = above.descendant_id
          where above.ancestor_id = ${unitId} and below.descendant_id = ${sectionId}::uuid
            and above.descendant_id not in (${unitId}::uuid, ${sectionId}::uuid))) as section`.execute(tx)
  return rows[0] ?? { unit: false, section: false }
}
