// Opens an account. Who it is for gets a first password that is told once and must be changed.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { hashPassword, newFirstPassword } from '../../../platform/crypto/passwords.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../rules/by.ts'
import { reachOf } from '../rules/may.ts'
import { checkPassword, type PasswordRefusal } from '../rules/password.ts'
import { insertAccount } from '../store/accounts.ts'

export interface AccountRequest {
  readonly login: string
  readonly name: string
  readonly totpRequired?: boolean
  /** A password that the person chose already; without it a first password is made, which must be changed. */
  readonly password?: string
}

export interface NewAccountAnswer {
  readonly accountId: string
  /** The one time that it is told. */
  readonly firstPassword: string
}

export async function createAccount(
  tx: Tx,
  by: By,
  { login, name, totpRequired = false, password }: AccountRequest,
): Promise<Ruling<NewAccountAnswer, PasswordRefusal | 'not-allowed' | 'login-taken'>> {
  if (!reachOf(by.actor, 'account.manage').everywhere) return refused('not-allowed')
  return openAccount(tx, { login, name, totpRequired, password }, by.at)
}

/** The same without a right: only founding an office calls it. */
export async function openAccount(
  tx: Tx,
  { login, name, totpRequired = false, password }: AccountRequest,
  at: Date,
): Promise<Ruling<NewAccountAnswer, PasswordRefusal | 'login-taken'>> {
  const reasons = password === undefined ? [] : checkPassword(password, { login, usedBefore: false })
  if (reasons.length > 0) return refused(...reasons)

  const firstPassword = password ?? newFirstPassword()
  const passwordHash = await hashPassword(firstPassword)
  const accountId = await insertAccount(tx, { login, name, passwordHash, mustChangePassword: password === undefined, totpRequired }, at)
  return accountId ? granted({ accountId, firstPassword }) : refused({ code: 'login-taken', field: 'login', facts: { login } })
}
