// Takes a second factor into use, once a code of it was given.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Seal } from '../../../platform/crypto/seal.ts'
import { hashOfToken } from '../../../platform/crypto/tokens.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { lockAccount } from '../queries/account.ts'
import { stepOfCode } from '../rules/one-time-code.ts'
import { setTotp } from '../store/accounts.ts'
import { deleteSessions } from '../store/sessions.ts'
import { type SecondFactor } from './give-second-factor.ts'
import { totpPurpose } from '../rules/sealed.ts'

export async function confirmTotp(
  tx: Tx,
  seal: Seal,
  { accountId, token, code }: SecondFactor,
  now: Date,
): Promise<Ruling<void, 'wrong-code' | 'totp-not-begun'>> {
  const account = await lockAccount(tx, accountId)
  if (!account?.totpPending) return refused('totp-not-begun')
  const step = stepOfCode(seal.open(account.totpPending, totpPurpose(accountId)), code, now, null)
  if (step === undefined) return refused({ code: 'wrong-code', field: 'code' })

  await setTotp(tx, accountId, { sealed: account.totpPending, step })
  await deleteSessions(tx, accountId, hashOfToken(token))
  return granted(undefined)
}
