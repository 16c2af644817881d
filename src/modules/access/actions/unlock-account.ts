// Opens an account that failed sign-ins have locked, before its time.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { lockAccountByLogin } from '../queries/account.ts'
import { managedAccount } from '../queries/managed-account.ts'
import type { By } from '../rules/by.ts'
import type { ManageRefusal } from '../rules/manages-accounts.ts'
import { setAttempts } from '../store/accounts.ts'

export async function unlockAccount(tx: Tx, by: By, accountId: string): Promise<Ruling<void, ManageRefusal | 'account-not-found'>> {
  const account = await managedAccount(tx, by, accountId)
  if (!account.ok) return account

  await setAttempts(tx, accountId, { failedAttempts: 0, lockedUntil: null })
  return granted(undefined)
}

/** By the operator at the server itself, where no administrator can sign in any more. */
export async function unlockAtServer(tx: Tx, login: string): Promise<Ruling<{ accountId: string }, 'account-not-found'>> {
  const account = await lockAccountByLogin(tx, login)
  if (!account) return refused('account-not-found')
  await setAttempts(tx, account.accountId, { failedAttempts: 0, lockedUntil: null })
  return granted({ accountId: account.accountId })
}
