// Corrects the name of a person.
import { granted, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { managedAccount } from '../queries/managed-account.ts'
import type { By } from '../rules/by.ts'
import type { ManageRefusal } from '../rules/manages-accounts.ts'
import { setName } from '../store/accounts.ts'

export async function renameAccount(
  tx: Tx,
  by: By,
  { accountId, name }: { readonly accountId: string; readonly name: string },
): Promise<Ruling<void, ManageRefusal | 'account-not-found'>> {
  const account = await managedAccount(tx, by, accountId)
  if (!account.ok) return account

  await setName(tx, accountId, name)
  return granted(undefined)
}
