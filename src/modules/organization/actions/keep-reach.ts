// Tells module access who is below whom and what units are called, after every change of the tree.
import type { Tx } from '../../../platform/database/database.ts'
import { nameUnits, setReach } from '../../access/index.ts'
import { successions } from '../queries/succession.ts'
import { allUnits } from '../queries/units.ts'
import { reachPairs } from '../rules/tree.ts'

export async function keepReach(tx: Tx): Promise<void> {
  const units = await allUnits(tx)
  await setReach(tx, reachPairs(units, await successions(tx)))
  await nameUnits(tx, units)
}
