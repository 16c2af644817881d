// Takes a role back; it is gone at the next call.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { roles } from '../law/permissions.ts'
import { somebodyElseHolds } from '../queries/held-roles.ts'
import { lockGrant } from '../queries/one-grant.ts'
import type { By } from '../rules/by.ts'
import { may } from '../rules/may.ts'
import { isAdministrator, isRole } from '../rules/separation.ts'
import { markRevoked } from '../store/grants.ts'

export async function revokeRole(tx: Tx, by: By, grantId: string): Promise<Ruling<void, 'not-found' | 'not-to-oneself' | 'last-administrator'>> {
  const grant = await lockGrant(tx, grantId)
  if (!grant || !may(by.actor, 'grant.manage', { unitId: grant.unitId }).ok) return refused('not-found')
  if (grant.accountId === by.actor.accountId) return refused('not-to-oneself')
  if (isRole(grant.role) && isAdministrator(grant.role) && !(await somebodyElseHolds(tx, grant.role, grant.accountId, by.today))) {
    return refused({ code: 'last-administrator', facts: { role: roles[grant.role].title } })
  }

  await markRevoked(tx, grantId, by.actor.accountId, by.at)
  return granted(undefined)
}
