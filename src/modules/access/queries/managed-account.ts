// An account that somebody wants to manage: found, held, and theirs to manage; or why not.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../rules/by.ts'
import { checkManages, type ManageRefusal } from '../rules/manages-accounts.ts'
import { lockAccount, type Account } from './account.ts'
import { heldRoles } from './held-roles.ts'

export async function managedAccount(
  tx: Tx,
  by: By,
  accountId: string,
  { touchesKeys = false }: { readonly touchesKeys?: boolean } = {},
): Promise<Ruling<Account & { roles: string[] }, ManageRefusal | 'account-not-found'>> {
  const account = await lockAccount(tx, accountId)
  const roles = account ? (await heldRoles(tx, accountId, by.today)).map((held) => held.role) : []
  const reasons = checkManages(by.actor, { accountId, roles }, { touchesKeys })
  if (reasons.length > 0) return refused(...reasons)
  return account ? granted({ ...account, roles }) : refused('account-not-found')
}
