// Who stands behind a session cookie, with every right they have today: one query a request.
import { sql } from 'kysely'
import type { Actor, Grant } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { hashOfToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { SessionStage } from '../law/sessions.ts'
import { hasEnded, isWorthNoting, stageOf } from '../rules/session.ts'
import { noteSeen } from '../store/sessions.ts'
import { grantsAsJson } from './grants-in-force.ts'

export interface Authenticated {
  readonly actor: Actor
  readonly login: string
  readonly csrfToken: string
  readonly stage: Exclude<SessionStage, 'nobody'>
}

interface Row {
  accountId: string
  login: string
  name: string
  csrfToken: string
  createdAt: Date
  lastSeenAt: Date
  complete: boolean
  mustChangePassword: boolean
  totpRequired: boolean
  totpSetUp: boolean
  grants: Grant[]
}

/**
 * The person of a session that still stands; undefined where it has ended or the account is disabled.
 * A call that the page made by itself (`background`) does not keep an idle session alive.
 */
export async function authenticate(
  db: Tx,
  token: string,
  { now, today, background }: { readonly now: Date; readonly today: Day; readonly background: boolean },
): Promise<Authenticated | undefined> {
  const tokenHash = hashOfToken(token)
  const { rows } = await sql<Row>`
    select account.id as "accountId", account.login, account.name, session.csrf_token as "csrfToken", session.created_at as "createdAt",
      session.last_seen_at as "lastSeenAt", session.complete, account.must_change_password as "mustChangePassword",
      account.totp_required as "totpRequired", account.totp_secret is not null as "totpSetUp", ${grantsAsJson(sql`account.id`, today)} as grants
    from access.session join access.account on account.id = session.account_id
    where session.token_hash = ${tokenHash} and account.disabled_at is null`.execute(db)
  const row = rows[0]
  if (!row || hasEnded(row, now)) return undefined
  if (!background && isWorthNoting(row.lastSeenAt, now)) await noteSeen(db, tokenHash, now)
  return { actor: { accountId: row.accountId, name: row.name, grants: row.grants }, login: row.login, csrfToken: row.csrfToken, stage: stageOf(row) }
}
