// Says whether an account must use a second factor; it is asked for at the next call.
import { granted, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { managedAccount } from '../queries/managed-account.ts'
import type { By } from '../rules/by.ts'
import type { ManageRefusal } from '../rules/manages-accounts.ts'
import { setTotpRequired } from '../store/accounts.ts'

export async function requireTotp(
  tx: Tx,
  by: By,
  { accountId, required }: { readonly accountId: string; readonly required: boolean },
): Promise<Ruling<void, ManageRefusal | 'account-not-found'>> {
  const account = await managedAccount(tx, by, accountId, { touchesKeys: !required })
  if (!account.ok) return account

  await setTotpRequired(tx, accountId, required)
  return granted(undefined)
}
