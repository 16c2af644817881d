// Gives a role at a unit to an account.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { lockAccount } from '../queries/account.ts'
import { heldRoles, knowsPlace, rolesOfStandIns, rolesStoodInFor } from '../queries/held-roles.ts'
import type { By } from '../rules/by.ts'
import { may } from '../rules/may.ts'
import { checkSeparation, isAdministrator, type SeparationRefusal } from '../rules/separation.ts'
import { overlap } from '../rules/validity.ts'
import { insertGrant, type NewGrant } from '../store/grants.ts'

export type GrantRequest = NewGrant
export type GrantRefusal =
  | SeparationRefusal
  | 'not-allowed'
  | 'account-not-found'
  | 'account-disabled'
  | 'not-to-oneself'
  | 'unit-not-found'
  | 'section-not-in-unit'
  | 'administrator-everywhere'
  | 'ends-before-it-begins'
  | 'already-granted'

export async function grantRole(tx: Tx, by: By, request: GrantRequest): Promise<Ruling<{ grantId: string }, GrantRefusal>> {
  const { accountId, role, unitId, sectionId, validFrom, validUntil } = request
  if (!may(by.actor, 'grant.manage', { unitId }).ok) return refused('not-allowed')
  const account = await lockAccount(tx, accountId)
  if (!account) return refused({ code: 'account-not-found', field: 'accountId' })
  const held = await heldRoles(tx, accountId, by.today)
  const place = await knowsPlace(tx, unitId, sectionId)

  const reasons: Refusal<GrantRefusal>[] = []
  if (accountId === by.actor.accountId) reasons.push({ code: 'not-to-oneself', article: 'mlps-2019/8.1.5.3' })
  if (account.disabledAt) reasons.push({ code: 'account-disabled', field: 'accountId' })
  if (!place.unit) reasons.push({ code: 'unit-not-found', field: 'unitId' })
  else if (!place.section) reasons.push({ code: 'section-not-in-unit', field: 'sectionId' })
  if (isAdministrator(role) && sectionId !== null) reasons.push({ code: 'administrator-everywhere', field: 'sectionId' })
  if (validUntil !== null && validUntil < validFrom) reasons.push({ code: 'ends-before-it-begins', field: 'validUntil' })
  const same = held.some((one) => one.role === role && one.unitId === unitId && one.sectionId === sectionId && overlap(one, { validFrom, validUntil }))
  if (same) reasons.push({ code: 'already-granted', field: 'role' })
  const together = [...held.map((one) => one.role), ...(await rolesStoodInFor(tx, accountId, by.today)), role]
  // Whoever stands in for this account would hold the role too.
  const withStandIn = [role, ...(await rolesOfStandIns(tx, accountId, by.today))]
  reasons.push(...checkSeparation(together), ...checkSeparation(withStandIn))
  if (reasons.length > 0) return refused(...onceEach(reasons))

  return granted({ grantId: await insertGrant(tx, request, by.actor.accountId, by.at) })
}

const onceEach = (reasons: readonly Refusal<GrantRefusal>[]): Refusal<GrantRefusal>[] => [...new Map(reasons.map((one) => [one.code, one])).values()]
