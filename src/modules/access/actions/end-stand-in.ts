// Ends a stand-in before its day: the absent person is back.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { heldRoles } from '../queries/held-roles.ts'
import { lockStandIn } from '../queries/one-grant.ts'
import type { By } from '../rules/by.ts'
import { may } from '../rules/may.ts'
import { markEnded } from '../store/grants.ts'

export async function endStandIn(tx: Tx, by: By, standInId: string): Promise<Ruling<void, 'not-found'>> {
  const standIn = await lockStandIn(tx, standInId, by.today)
  const posts = standIn ? await heldRoles(tx, standIn.absentId, by.today) : []
  if (!standIn || !posts.every((post) => may(by.actor, 'stand-in.manage', { unitId: post.unitId }).ok)) return refused('not-found')

  await markEnded(tx, standInId, by.at)
  return granted(undefined)
}
