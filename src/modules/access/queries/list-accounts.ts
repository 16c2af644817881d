// Accounts with the roles they hold: the administrators' list, one account, and names to choose from.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { roles } from '../law/permissions.ts'
import type { AccountState } from '../law/sessions.ts'
import { isRole } from '../rules/separation.ts'

export interface GrantView {
  readonly grantId: string
  readonly role: keyof typeof roles
  readonly roleTitle: string
  readonly unitId: string
  readonly unitName: string
  readonly sectionId: string | null
  readonly sectionName: string | null
  readonly validFrom: Day
  readonly validUntil: Day | null
  readonly current: boolean
}

export interface AccountView {
  readonly accountId: string
  readonly login: string
  readonly name: string
  readonly state: AccountState
  readonly lockedUntil: string | null
  readonly mustChangePassword: boolean
  readonly totp: 'off' | 'owed' | 'on'
  readonly totpRequired: boolean
  readonly createdAt: string
  readonly lastSignedInAt: string | null
  readonly grants: GrantView[]
}

export interface AccountFilter {
  readonly q?: string
  readonly state?: AccountState
  readonly role?: string
  readonly unitId?: string
  readonly accountId?: string
  readonly sort?: 'login' | '-login' | 'name' | '-name' | 'lastSignedInAt' | '-lastSignedInAt'
}

interface Moment {
  readonly now: Date
  readonly today: Day
}

const orders: Readonly<Record<NonNullable<AccountFilter['sort']>, RawBuilder<unknown>>> = {
  login: sql`account.login`,
  '-login': sql`account.login desc`,
  name: sql`account.name, account.login`,
  '-name': sql`account.name desc, account.login`,
  lastSignedInAt: sql`account.last_signed_in_at nulls first, account.login`,
  '-lastSignedInAt': sql`account.last_signed_in_at desc nulls last, account.login`,
}

/** `%` and `_` of what was typed stand for themselves. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

const titled = (grant: GrantView): GrantView => ({ ...grant, roleTitle: isRole(grant.role) ? roles[grant.role].title : grant.role })

/** One page of accounts, and how many there are. */
export async function listAccounts(
  tx: Tx,
  filter: AccountFilter,
  { now, today }: Moment,
  page: { offset: number; limit: number },
): Promise<{ rows: AccountView[]; total: number }> {
  const like = filter.q ? containing(filter.q) : null
  const { rows } = await sql<AccountView & { total: number }>`
    with seen as (
      select account.*, case when disabled_at is not null then 'disabled' when locked_until > ${now} then 'locked' else 'active' end as state
      from access.account
    )
    select count(*) over () as total, account.id as "accountId", account.login, account.name, account.state,
      case when account.state = 'locked' then to_json(account.locked_until) end as "lockedUntil", account.must_change_password as "mustChangePassword",
      case when account.totp_secret is not null then 'on' when account.totp_required then 'owed' else 'off' end as totp, account.totp_required as "totpRequired",
      to_json(account.created_at) as "createdAt", to_json(account.last_signed_in_at) as "lastSignedInAt", held.grants
    from seen account
    cross join lateral (
      select coalesce(json_agg(json_build_object(
        'grantId', own.id, 'role', own.role, 'roleTitle', '', 'unitId', own.unit_id, 'unitName', coalesce(unit.name, ''), 'sectionId', own.section_id,
        'sectionName', section.name, 'validFrom', own.valid_from, 'validUntil', own.valid_until, 'current', own.valid_from <= ${today}::date)
        order by own.valid_from, own.id), '[]') as grants
      from access.role_grant own
      left join access.unit_name unit on unit.unit_id = own.unit_id
      left join access.unit_name section on section.unit_id = own.section_id
      where own.account_id = account.id and own.revoked_at is null and (own.valid_until is null or own.valid_until >= ${today}::date)
    ) held
    where (${like}::text is null or account.login ilike ${like}::text or account.name ilike ${like}::text)
      and (${filter.state ?? null}::text is null or account.state = ${filter.state ?? null}::text)
      and (${filter.accountId ?? null}::uuid is null or account.id = ${filter.accountId ?? null}::uuid)
      and ((${filter.role ?? null}::text is null and ${filter.unitId ?? null}::uuid is null) or exists (
        select from access.role_grant wanted
        where wanted.account_id = account.id and wanted.revoked_at is null and (wanted.valid_until is null or wanted.valid_until >= ${today}::date)
          and (${filter.role ?? null}::text is null or wanted.role = ${filter.role ?? null}::text)
          and (${filter.unitId ?? null}::uuid is null or wanted.unit_id = ${filter.unitId ?? null}::uuid)))
    order by ${orders[filter.sort ?? 'login']}
    offset ${page.offset} limit ${page.limit}`.execute(tx)
  return { rows: rows.map(({ total: _total, ...row }) => ({ ...row, grants: row.grants.map(titled) })), total: rows[0]?.total ?? 0 }
}

export async function oneAccount(tx: Tx, accountId: string, moment: Moment): Promise<AccountView | undefined> {
  const { rows } = await listAccounts(tx, { accountId }, moment, { offset: 0, limit: 1 })
  return rows[0]
}

export interface AccountChoice {
  readonly accountId: string
  readonly name: string
  readonly unitNames: string[]
}

/** Accounts in use to choose from, at most thirty, those without a role yet among them; administrators are left out. */
export async function accountChoices(tx: Tx, { q, unitId }: { readonly q: string; readonly unitId?: string }, today: Day): Promise<AccountChoice[]> {
  const like = containing(q)
  const administrators = Object.keys(roles).filter((role) => isRole(role) && roles[role].administrator)
  const { rows } = await sql<AccountChoice>`
    select account.id as "accountId", account.name,
      coalesce(array_agg(distinct unit.name) filter (where unit.name is not null), '{}') as "unitNames"
    from access.account
    left join access.role_grant held on held.account_id = account.id and held.revoked_at is null and held.valid_from <= ${today}::date
      and (held.valid_until is null or held.valid_until >= ${today}::date)
    left join access.unit_name unit on unit.unit_id = held.unit_id
    where account.disabled_at is null and (held.role is null or held.role <> all(${administrators}::text[]))
      and (account.name ilike ${like} or account.login ilike ${like})
      and (${unitId ?? null}::uuid is null or held.unit_id = ${unitId ?? null}::uuid)
    group by account.id order by account.name, account.id limit 30`.execute(tx)
  return rows
}
