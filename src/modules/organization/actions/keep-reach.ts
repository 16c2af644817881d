// Tells module access who is below whom, after every change of the tree.
import type { Tx } from '../../../platform/database/database.ts'
import { setReach } from '../../access/index.ts'
import { successions } from '../queries/succession.ts'
import { allUnits } from '../queries/units.ts'
import { reachPairs } from '../rules/tree.ts'

export async function keepReach(tx: Tx): Promise<void> {
  await setReach(tx, reachPairs(await allUnits(tx), await successions(tx)))
}
