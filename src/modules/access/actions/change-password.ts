// A person changes their own password; their other sessions end.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { hashPassword, verifyPassword } from '../../../platform/crypto/passwords.ts'
import { hashOfToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { signInPolicy } from '../law/sign-in-policy.ts'
import { lastPasswordHashes, lockAccount } from '../queries/account.ts'
import { afterFailure, isLocked, minutesLocked } from '../rules/lockout.ts'
import { checkPassword, type PasswordRefusal } from '../rules/password.ts'
import { setAttempts, setPassword } from '../store/accounts.ts'
import { deleteSessions } from '../store/sessions.ts'

export interface PasswordChange {
  readonly accountId: string
  readonly token: string
  readonly current: string
  readonly next: string
}

/** A wrong current password is counted like a failed sign-in, so its transaction must be kept. */
export async function changePassword(
  tx: Tx,
  { accountId, token, current, next }: PasswordChange,
  now: Date,
): Promise<Ruling<void, PasswordRefusal | 'wrong-password' | 'account-locked' | 'account-not-found'>> {
  const account = await lockAccount(tx, accountId)
  if (!account) return refused('account-not-found')
  if (isLocked(account, now)) return refused({ code: 'account-locked', facts: { minutes: minutesLocked(account, now) } })
  if (!(await verifyPassword(current, account.passwordHash))) {
    await setAttempts(tx, accountId, afterFailure(account, now))
    return refused({ code: 'wrong-password', field: 'current' })
  }
  const hashes = await lastPasswordHashes(tx, accountId, signInPolicy.passwordHistory.value)
  const used = await Promise.all([account.passwordHash, ...hashes].map((hash) => verifyPassword(next, hash)))
  const reasons = checkPassword(next, { login: account.login, usedBefore: used.includes(true) })
  if (reasons.length > 0) return refused(...reasons)

  await setPassword(tx, accountId, await hashPassword(next), false, now)
  await deleteSessions(tx, accountId, hashOfToken(token))
  return granted(undefined)
}
