// The second step of signing in: a code of the person's own device. A failure is counted like a wrong password.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Seal } from '../../../platform/crypto/seal.ts'
import { hashOfToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { signInPolicy } from '../law/sign-in-policy.ts'
import { lockAccount } from '../queries/account.ts'
import { afterFailure, isLocked, minutesLocked } from '../rules/lockout.ts'
import { stepOfCode } from '../rules/one-time-code.ts'
import { noteSignIn, setAttempts, setLastStep } from '../store/accounts.ts'
import { completeSession } from '../store/sessions.ts'
import { totpPurpose } from '../rules/sealed.ts'

export interface SecondFactor {
  readonly accountId: string
  readonly token: string
  readonly code: string
}

/** What the seed of an account is sealed for. */
export async function giveSecondFactor(
  tx: Tx,
  seal: Seal,
  { accountId, token, code }: SecondFactor,
  now: Date,
): Promise<Ruling<void, 'wrong-code' | 'account-locked' | 'totp-not-set-up'>> {
  const account = await lockAccount(tx, accountId)
  if (!account?.totpSecret) return refused('totp-not-set-up')
  const article = signInPolicy.failuresBeforeLock.article
  if (isLocked(account, now)) return refused({ code: 'account-locked', article, facts: { minutes: minutesLocked(account, now) } })

  const step = stepOfCode(seal.open(account.totpSecret, totpPurpose(accountId)), code, now, account.totpLastStep)
  if (step === undefined) {
    const attempts = afterFailure(account, now)
    await setAttempts(tx, accountId, attempts)
    return attempts.lockedUntil
      ? refused({ code: 'account-locked', article, facts: { minutes: minutesLocked(attempts, now) } })
      : refused({ code: 'wrong-code', article, field: 'code' })
  }

  await setLastStep(tx, accountId, step)
  await completeSession(tx, hashOfToken(token), now)
  await noteSignIn(tx, accountId, now)
  return granted(undefined)
}
