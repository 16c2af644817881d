// What the office's shell shows of the person signed in, and the sessions they have open.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { SessionStage } from '../law/sessions.ts'
import { hasEnded, stageOf } from '../rules/session.ts'
import { grantsInForce } from './grants-in-force.ts'

export interface SessionView {
  readonly stage: Exclude<SessionStage, 'nobody'>
  readonly csrfToken: string
  readonly person: { readonly accountId: string; readonly login: string; readonly name: string; readonly lastSignedInAt: string | null }
  readonly mustChangePassword: boolean
  readonly totp: 'off' | 'owed' | 'on'
  readonly grants: readonly {
    readonly role: string
    readonly unitId: string
    readonly unitName: string
    readonly sectionId: string | null
    readonly sectionName: string | null
    readonly onBehalfOf: { readonly accountId: string; readonly name: string; readonly validUntil: Day } | null
  }[]
}

/** Undefined where there is no such session. */
export async function sessionView(tx: Tx, tokenHash: Buffer, today: Day): Promise<SessionView | undefined> {
  const { rows } = await sql<Omit<SessionView, 'stage'> & { complete: boolean; totpRequired: boolean }>`
    select session.csrf_token as "csrfToken", session.complete, account.must_change_password as "mustChangePassword", account.totp_required as "totpRequired",
      json_build_object('accountId', account.id, 'login', account.login, 'name', account.name, 'lastSignedInAt', account.previous_signed_in_at) as person,
      case when account.totp_secret is not null then 'on' when account.totp_required then 'owed' else 'off' end as totp,
      (select coalesce(json_agg(json_build_object(
          'role', held.role, 'unitId', held.unit_id, 'unitName', coalesce(unit.name, ''), 'sectionId', held.section_id, 'sectionName', section.name,
          'onBehalfOf', case when absent.id is not null then json_build_object('accountId', absent.id, 'name', absent.name, 'validUntil', held.until) end)
          order by held.on_behalf_of is not null, held.role, unit.name), '[]')
        from ${grantsInForce(today)} held
        left join access.unit_name unit on unit.unit_id = held.unit_id
        left join access.unit_name section on section.unit_id = held.section_id
        left join access.account absent on absent.id = held.on_behalf_of
        where held.account_id = account.id) as grants
    from access.session join access.account on account.id = session.account_id
    where session.token_hash = ${tokenHash} and account.disabled_at is null`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  const { complete, totpRequired, ...view } = row
  return { ...view, stage: stageOf({ complete, mustChangePassword: row.mustChangePassword, totpRequired, totpSetUp: row.totp === 'on' }) }
}

export interface OpenSession {
  readonly sessionId: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly address: string | null
  readonly userAgent: string | null
  readonly current: boolean
}

/** Sessions of an account that still stand, the latest first. */
export async function openSessions(tx: Tx, accountId: string, tokenHash: Buffer, now: Date): Promise<OpenSession[]> {
  const { rows } = await sql<{ tokenHash: Buffer; createdAt: Date; lastSeenAt: Date; complete: boolean; address: string | null; userAgent: string | null }>`
    select token_hash as "tokenHash", created_at as "createdAt", last_seen_at as "lastSeenAt", complete, address, user_agent as "userAgent"
    from access.session where account_id = ${accountId} order by last_seen_at desc`.execute(tx)
  return rows
    .filter((row) => !hasEnded(row, now))
    .map((row) => ({
      sessionId: row.tokenHash.toString('hex'),
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      address: row.address,
      userAgent: row.userAgent,
      current: row.tokenHash.equals(tokenHash),
    }))
}
