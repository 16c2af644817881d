// Closes an account; its sessions end at once. What the person did stays.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { somebodyElseHolds } from '../queries/held-roles.ts'
import { managedAccount } from '../queries/managed-account.ts'
import { roles } from '../law/permissions.ts'
import type { By } from '../rules/by.ts'
import type { ManageRefusal } from '../rules/manages-accounts.ts'
import { isAdministrator, isRole } from '../rules/separation.ts'
import { setDisabled } from '../store/accounts.ts'
import { deleteSessions } from '../store/sessions.ts'

export async function disableAccount(tx: Tx, by: By, accountId: string): Promise<Ruling<void, ManageRefusal | 'account-not-found' | 'last-administrator'>> {
  const account = await managedAccount(tx, by, accountId)
  if (!account.ok) return account
  for (const role of account.value.roles.filter(isAdministrator).filter(isRole)) {
    if (!(await somebodyElseHolds(tx, role, accountId, by.today))) return refused({ code: 'last-administrator', facts: { role: roles[role].title } })
  }

  await setDisabled(tx, accountId, by.at)
  await deleteSessions(tx, accountId)
  return granted(undefined)
}
