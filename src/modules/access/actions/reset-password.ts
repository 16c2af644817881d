// Gives an account a new first password; its sessions end at once.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { hashPassword, newFirstPassword } from '../../../platform/crypto/passwords.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { lockAccountByLogin } from '../queries/account.ts'
import { managedAccount } from '../queries/managed-account.ts'
import type { By } from '../rules/by.ts'
import type { ManageRefusal } from '../rules/manages-accounts.ts'
import { setPassword, setTotp } from '../store/accounts.ts'
import { deleteSessions } from '../store/sessions.ts'

export async function resetPassword(tx: Tx, by: By, accountId: string): Promise<Ruling<{ firstPassword: string }, ManageRefusal | 'account-not-found'>> {
  const account = await managedAccount(tx, by, accountId, { touchesKeys: true })
  if (!account.ok) return account
  return granted(await giveFirstPassword(tx, accountId, by.at))
}

/** By the operator at the server itself, for an administrator who lost password and device: nobody else may. */
export async function resetKeysAtServer(tx: Tx, login: string, at: Date): Promise<Ruling<{ accountId: string; firstPassword: string }, 'account-not-found'>> {
  const account = await lockAccountByLogin(tx, login)
  if (!account) return refused('account-not-found')
  await setTotp(tx, account.accountId, null)
  return granted({ accountId: account.accountId, ...(await giveFirstPassword(tx, account.accountId, at)) })
}

async function giveFirstPassword(tx: Tx, accountId: string, at: Date): Promise<{ firstPassword: string }> {
  const firstPassword = newFirstPassword()
  await setPassword(tx, accountId, await hashPassword(firstPassword), true, at)
  await deleteSessions(tx, accountId)
  return { firstPassword }
}
