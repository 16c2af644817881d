// Records who does an absent person's work, from when until when and why.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { lockAccount } from '../queries/account.ts'
import { heldRoles, rolesStoodInFor } from '../queries/held-roles.ts'
import { isStoodInFor } from '../queries/one-grant.ts'
import type { By } from '../rules/by.ts'
import { may } from '../rules/may.ts'
import { checkSeparation, type SeparationRefusal } from '../rules/separation.ts'
import { insertStandIn, type NewStandIn } from '../store/grants.ts'

export type StandInRefusal =
  | SeparationRefusal
  | 'not-allowed'
  | 'account-not-found'
  | 'account-disabled'
  | 'same-person'
  | 'not-to-oneself'
  | 'ends-before-it-begins'
  | 'ends-in-the-past'
  | 'nothing-to-stand-in-for'
  | 'already-stood-in-for'

/** Allowed where every post of the absent person is within the recorder's reach. Nobody makes themselves a stand-in. */
export async function recordStandIn(tx: Tx, by: By, request: NewStandIn): Promise<Ruling<{ standInId: string }, StandInRefusal>> {
  const { absentId, standInId, validFrom, validUntil } = request
  if (absentId === standInId) return refused({ code: 'same-person', field: 'standInId' })
  // Always in the same order, so that two recorders do not wait for each other.
  for (const accountId of [absentId, standInId].toSorted()) await lockAccount(tx, accountId)
  const absent = await lockAccount(tx, absentId)
  const standIn = await lockAccount(tx, standInId)
  if (!absent) return refused({ code: 'account-not-found', field: 'absentId' })
  if (!standIn) return refused({ code: 'account-not-found', field: 'standInId' })
  const posts = await heldRoles(tx, absentId, by.today)
  if (!posts.every((post) => may(by.actor, 'stand-in.manage', { unitId: post.unitId }).ok)) return refused('not-allowed')

  const reasons: Refusal<StandInRefusal>[] = []
  if (posts.length === 0) reasons.push({ code: 'nothing-to-stand-in-for', field: 'absentId' })
  if (standInId === by.actor.accountId) reasons.push({ code: 'not-to-oneself', field: 'standInId' })
  if (standIn.disabledAt) reasons.push({ code: 'account-disabled', field: 'standInId' })
  if (validUntil < validFrom) reasons.push({ code: 'ends-before-it-begins', field: 'validUntil' })
  else if (validUntil < by.today) reasons.push({ code: 'ends-in-the-past', field: 'validUntil' })
  if (await isStoodInFor(tx, absentId, validFrom, validUntil)) reasons.push({ code: 'already-stood-in-for', field: 'absentId' })
  const own = await heldRoles(tx, standInId, by.today)
  reasons.push(...checkSeparation([...posts.map((one) => one.role), ...own.map((one) => one.role), ...(await rolesStoodInFor(tx, standInId, by.today))]))
  if (reasons.length > 0) return refused(...reasons)

  return granted({ standInId: await insertStandIn(tx, request, by.actor.accountId, by.at) })
}
