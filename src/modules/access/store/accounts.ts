// Writes accounts and their passwords.
import type { Tx } from '../../../platform/database/database.ts'
import type { Attempts } from '../rules/lockout.ts'
import type { AccessTables } from './tables.ts'

const account = (tx: Tx) => tx.withTables<AccessTables>()

export interface NewAccount {
  readonly login: string
  readonly name: string
  readonly passwordHash: string
  readonly mustChangePassword: boolean
  readonly totpRequired: boolean
}

/** The new account's id, or undefined where the login is taken. */
export async function insertAccount(
  tx: Tx,
  { login, name, passwordHash, mustChangePassword, totpRequired }: NewAccount,
  at: Date,
): Promise<string | undefined> {
  const row = await account(tx)
    .insertInto('access.account')
    .values({
      login,
      name,
      password_hash: passwordHash,
      password_set_at: at,
      must_change_password: mustChangePassword,
      totp_required: totpRequired,
      created_at: at,
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) await rememberPassword(tx, row.id, passwordHash, at)
  return row?.id
}

async function rememberPassword(tx: Tx, accountId: string, passwordHash: string, at: Date): Promise<void> {
  await account(tx)
    .insertInto('access.password_history')
    .values({ account_id: accountId, password_hash: passwordHash, set_at: at })
    .onConflict((conflict) => conflict.columns(['account_id', 'set_at']).doUpdateSet({ password_hash: passwordHash }))
    .execute()
}

export async function setPassword(tx: Tx, accountId: string, passwordHash: string, mustChange: boolean, at: Date): Promise<void> {
  await account(tx)
    .updateTable('access.account')
    .set({ password_hash: passwordHash, password_set_at: at, must_change_password: mustChange, failed_attempts: 0, locked_until: null })
    .where('id', '=', accountId)
    .execute()
  await rememberPassword(tx, accountId, passwordHash, at)
}

export async function setAttempts(tx: Tx, accountId: string, { failedAttempts, lockedUntil }: Attempts): Promise<void> {
  await account(tx).updateTable('access.account').set({ failed_attempts: failedAttempts, locked_until: lockedUntil }).where('id', '=', accountId).execute()
}

/** A sign-in that owes nothing more: failures are forgotten. */
export async function noteSignIn(tx: Tx, accountId: string, at: Date): Promise<void> {
  await account(tx)
    .updateTable('access.account')
    .set((field) => ({ failed_attempts: 0, locked_until: null, previous_signed_in_at: field.ref('last_signed_in_at'), last_signed_in_at: at }))
    .where('id', '=', accountId)
    .execute()
}

export async function setName(tx: Tx, accountId: string, name: string): Promise<void> {
  await account(tx).updateTable('access.account').set({ name }).where('id', '=', accountId).execute()
}

export async function setDisabled(tx: Tx, accountId: string, at: Date | null): Promise<void> {
  await account(tx).updateTable('access.account').set({ disabled_at: at }).where('id', '=', accountId).execute()
}

export async function setTotpRequired(tx: Tx, accountId: string, required: boolean): Promise<void> {
  await account(tx).updateTable('access.account').set({ totp_required: required }).where('id', '=', accountId).execute()
}

export async function setPendingTotp(tx: Tx, accountId: string, sealed: Buffer): Promise<void> {
  await account(tx).updateTable('access.account').set({ totp_pending: sealed }).where('id', '=', accountId).execute()
}

/** Takes the seed into use, or takes it away. */
export async function setTotp(tx: Tx, accountId: string, totp: { sealed: Buffer; step: number } | null): Promise<void> {
  await account(tx)
    .updateTable('access.account')
    .set({ totp_secret: totp?.sealed ?? null, totp_last_step: totp?.step ?? null, totp_pending: null })
    .where('id', '=', accountId)
    .execute()
}

export async function setLastStep(tx: Tx, accountId: string, step: number): Promise<void> {
  await account(tx).updateTable('access.account').set({ totp_last_step: step }).where('id', '=', accountId).execute()
}
