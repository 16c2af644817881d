// Takes the second factor from an account whose device is lost; its sessions end at once.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { managedAccount } from '../queries/managed-account.ts'
import type { By } from '../rules/by.ts'
import type { ManageRefusal } from '../rules/manages-accounts.ts'
import { setTotp } from '../store/accounts.ts'
import { deleteSessions } from '../store/sessions.ts'

export async function unbindTotp(tx: Tx, by: By, accountId: string): Promise<Ruling<void, ManageRefusal | 'account-not-found' | 'totp-not-set-up'>> {
  const account = await managedAccount(tx, by, accountId, { touchesKeys: true })
  if (!account.ok) return account
  if (!account.value.totpSecret) return refused('totp-not-set-up')

  await setTotp(tx, accountId, null)
  await deleteSessions(tx, accountId)
  return granted(undefined)
}
