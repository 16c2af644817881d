// Signs a person in with login and password. A failure is counted, so its transaction must be kept.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { verifyNobody, verifyPassword } from '../../../platform/crypto/passwords.ts'
import { hashOfToken, newToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { signInPolicy } from '../law/sign-in-policy.ts'
import { lockAccountByLogin } from '../queries/account.ts'
import { afterFailure, isLocked, minutesLocked } from '../rules/lockout.ts'
import { noteSignIn, setAttempts } from '../store/accounts.ts'
import { insertSession } from '../store/sessions.ts'

export interface SignIn {
  readonly login: string
  readonly password: string
  readonly address: string
  readonly userAgent: string
}

export interface SignedIn {
  readonly token: string
  readonly accountId: string
  /** False where the second factor is still to be given. */
  readonly complete: boolean
}

export type SignInRefusal = 'wrong-login' | 'account-locked' | 'account-disabled'

/** An unknown login costs the same time and gets the same answer as a wrong password. */
export async function signIn(tx: Tx, { login, password, address, userAgent }: SignIn, now: Date): Promise<Ruling<SignedIn, SignInRefusal>> {
  const account = await lockAccountByLogin(tx, login)
  const matches = account ? await verifyPassword(password, account.passwordHash) : await verifyNobody(password)

  const article = signInPolicy.failuresBeforeLock.article
  if (!account) return refused({ code: 'wrong-login', article })
  if (isLocked(account, now)) return refused({ code: 'account-locked', article, facts: { minutes: minutesLocked(account, now) } })
  if (!matches) {
    const attempts = afterFailure(account, now)
    await setAttempts(tx, account.accountId, attempts)
    return attempts.lockedUntil
      ? refused({ code: 'account-locked', article, facts: { minutes: minutesLocked(attempts, now) } })
      : refused({ code: 'wrong-login', article })
  }
  if (account.disabledAt) return refused('account-disabled')

  const token = newToken()
  const complete = account.totpSecret === null
  await insertSession(tx, { tokenHash: hashOfToken(token), csrfToken: newToken(), accountId: account.accountId, complete, address, userAgent }, now)
  if (complete) await noteSignIn(tx, account.accountId, now)
  return granted({ token, accountId: account.accountId, complete })
}
