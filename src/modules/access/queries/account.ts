// One account with what sign-in and the administrators' actions must know of it.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface Account {
  readonly accountId: string
  readonly login: string
  readonly name: string
  readonly passwordHash: string
  readonly mustChangePassword: boolean
  readonly totpSecret: Buffer | null
  readonly totpPending: Buffer | null
  readonly totpRequired: boolean
  readonly totpLastStep: number | null
  readonly failedAttempts: number
  readonly lockedUntil: Date | null
  readonly disabledAt: Date | null
}

async function lockWhere(tx: Tx, which: RawBuilder<unknown>): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select id as "accountId", login, name, password_hash as "passwordHash", must_change_password as "mustChangePassword", totp_secret as "totpSecret",
      totp_pending as "totpPending", totp_required as "totpRequired", totp_last_step as "totpLastStep", failed_attempts as "failedAttempts",
      locked_until as "lockedUntil", disabled_at as "disabledAt"
    from access.account where ${which} for no key update`.execute(tx)
  return rows[0]
}

/** Held until the transaction ends, so that guesses at one account come one after the other. */
export const lockAccountByLogin = (tx: Tx, login: string): Promise<Account | undefined> => lockWhere(tx, sql`login = ${login}`)

export const lockAccount = (tx: Tx, accountId: string): Promise<Account | undefined> => lockWhere(tx, sql`id = ${accountId}`)

/** The hashes of the last passwords, newest first, the one in use among them. */
export async function lastPasswordHashes(tx: Tx, accountId: string, count: number): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select password_hash as hash from access.password_history where account_id = ${accountId} order by set_at desc limit ${count}`.execute(tx)
  return rows.map((row) => row.hash)
}
