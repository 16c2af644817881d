// Makes a new seed for a second factor; it counts for nothing until a code of it is given.
import { randomBytes } from 'node:crypto'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Seal } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { lockAccount } from '../queries/account.ts'
import { uriOf, writtenSeed } from '../rules/one-time-code.ts'
import { setPendingTotp } from '../store/accounts.ts'
import { totpPurpose } from '../rules/sealed.ts'

export async function beginTotp(tx: Tx, seal: Seal, accountId: string): Promise<Ruling<{ uri: string; secret: string }, 'already-totp' | 'account-not-found'>> {
  const account = await lockAccount(tx, accountId)
  if (!account) return refused('account-not-found')
  if (account.totpSecret) return refused('already-totp')

  const seed = randomBytes(20)
  await setPendingTotp(tx, accountId, seal.seal(seed, totpPurpose(accountId)))
  return granted({ uri: uriOf(seed, account.login), secret: writtenSeed(seed) })
}
