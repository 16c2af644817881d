// Opens a closed account again.
import { granted, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { managedAccount } from '../queries/managed-account.ts'
import type { By } from '../rules/by.ts'
import type { ManageRefusal } from '../rules/manages-accounts.ts'
import { setDisabled } from '../store/accounts.ts'

export async function enableAccount(tx: Tx, by: By, accountId: string): Promise<Ruling<void, ManageRefusal | 'account-not-found'>> {
  const account = await managedAccount(tx, by, accountId)
  if (!account.ok) return account

  await setDisabled(tx, accountId, null)
  return granted(undefined)
}
