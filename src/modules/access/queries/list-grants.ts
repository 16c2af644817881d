// Roles given to accounts, and stand-ins: the security administrator's lists.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { roles } from '../law/permissions.ts'
import { isRole } from '../rules/separation.ts'
import type { GrantView } from './list-accounts.ts'

interface Page {
  readonly offset: number
  readonly limit: number
}

export interface GrantRow extends GrantView {
  readonly accountId: string
  readonly accountName: string
  readonly login: string
  readonly grantedByName: string | null
  readonly grantedAt: string
}

export interface GrantFilter {
  readonly accountId?: string
  readonly role?: string
  readonly unitId?: string
  readonly past?: boolean
  readonly sort?: 'accountName' | '-accountName' | 'validFrom' | '-validFrom'
}

const orders: Readonly<Record<NonNullable<GrantFilter['sort']>, RawBuilder<unknown>>> = {
  accountName: sql`account.name, account.id, held.valid_from`,
  '-accountName': sql`account.name desc, account.id, held.valid_from`,
  validFrom: sql`held.valid_from, account.name`,
  '-validFrom': sql`held.valid_from desc, account.name`,
}

export async function listGrants(tx: Tx, filter: GrantFilter, today: Day, page: Page): Promise<{ rows: GrantRow[]; total: number }> {
  const inForce = sql`(held.revoked_at is null and held.valid_from <= ${today}::date and (held.valid_until is null or held.valid_until >= ${today}::date))`
  const over = sql`(held.revoked_at is not null or held.valid_until < ${today}::date)`
  const { rows } = await sql<GrantRow & { total: number }>`
    select count(*) over () as total, held.id as "grantId", held.role, held.unit_id as "unitId", coalesce(unit.name, '') as "unitName",
      held.section_id as "sectionId", section.name as "sectionName", held.valid_from as "validFrom", held.valid_until as "validUntil", ${inForce} as current,
      account.id as "accountId", account.name as "accountName", account.login, granter.name as "grantedByName", to_json(held.granted_at) as "grantedAt"
    from access.role_grant held
    join access.account on account.id = held.account_id
    left join access.account granter on granter.id = held.granted_by
    left join access.unit_name unit on unit.unit_id = held.unit_id
    left join access.unit_name section on section.unit_id = held.section_id
    where (${filter.accountId ?? null}::uuid is null or held.account_id = ${filter.accountId ?? null}::uuid)
      and (${filter.role ?? null}::text is null or held.role = ${filter.role ?? null}::text)
      and (${filter.unitId ?? null}::uuid is null or held.unit_id = ${filter.unitId ?? null}::uuid)
      and (${filter.past ?? false} or not coalesce(${over}, false))
    order by ${orders[filter.sort ?? 'accountName']}, held.id
    offset ${page.offset} limit ${page.limit}`.execute(tx)
  const titled = rows.map(({ total: _total, ...row }) => ({ ...row, roleTitle: isRole(row.role) ? roles[row.role].title : row.role }))
  return { rows: titled, total: rows[0]?.total ?? 0 }
}

type StandInState = 'planned' | 'current' | 'ended'

export interface StandInRow {
  readonly standInId: string
  readonly absent: { readonly accountId: string; readonly name: string }
  readonly standIn: { readonly accountId: string; readonly name: string }
  readonly validFrom: Day
  readonly validUntil: Day
  readonly reason: string
  readonly recordedByName: string
  readonly state: StandInState
}

export interface StandInFilter {
  readonly accountId?: string
  readonly state?: StandInState
  readonly sort?: 'validFrom' | '-validFrom'
}

/** Stand-ins of people all of whose posts are within `reach`. */
export async function listStandIns(tx: Tx, filter: StandInFilter, reach: Reach, today: Day, page: Page): Promise<{ rows: StandInRow[]; total: number }> {
  const state = sql`case when one.ended_at is not null or one.valid_until < ${today}::date then 'ended' when one.valid_from > ${today}::date then 'planned' else 'current' end`
  const { rows } = await sql<StandInRow & { total: number }>`
    select count(*) over () as total, one.id as "standInId", json_build_object('accountId', absent.id, 'name', absent.name) as absent,
      json_build_object('accountId', standing.id, 'name', standing.name) as "standIn", one.valid_from as "validFrom", one.valid_until as "validUntil",
      one.reason, recorder.name as "recordedByName", ${state} as state
    from access.stand_in one
    join access.account absent on absent.id = one.absent_id
    join access.account standing on standing.id = one.stand_in_id
    join access.account recorder on recorder.id = one.recorded_by
    where (${filter.accountId ?? null}::uuid is null or ${filter.accountId ?? null}::uuid in (one.absent_id, one.stand_in_id))
      and (${filter.state ?? null}::text is null or ${state} = ${filter.state ?? null}::text)
      and (${reach.everywhere} or not exists (
        select from access.role_grant held
        where held.account_id = one.absent_id and held.revoked_at is null and (held.valid_until is null or held.valid_until >= ${today}::date)
          and held.unit_id <> all(${reach.unitIds}::uuid[])))
    order by ${filter.sort === 'validFrom' ? sql`one.valid_from` : sql`one.valid_from desc`}, one.id
    offset ${page.offset} limit ${page.limit}`.execute(tx)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}
