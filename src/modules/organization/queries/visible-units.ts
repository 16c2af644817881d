// The tree on a day as far as somebody may see it, each unit with whether they may change it.
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, reachOf } from '../../access/index.ts'
import { inheritedFrontCode } from '../rules/codes.ts'
import { treeOn } from '../rules/tree.ts'
import { isInForce, type Unit } from '../rules/unit.ts'
import { placeOf } from './managed-unit.ts'
import { allUnits, formerStandings } from './units.ts'

export type VisibleUnit = Unit & { readonly frontCode: string; readonly mayManage: boolean }

/** With `ended`, units whose life is over by that day stand in the list too. */
export async function visibleUnits(tx: Tx, actor: Actor, { on, ended }: { readonly on: Day; readonly ended: boolean }): Promise<VisibleUnit[]> {
  const [units, formers] = [await allUnits(tx), await formerStandings(tx)]
  const over = ended ? units.filter((unit) => !isInForce(unit, on) && unit.validFrom <= on) : []
  const reach = reachOf(actor, 'unit.read')
  const seen = new Set([...reach.unitIds, ...reach.sectionIds])
  return [...treeOn(units, formers, on), ...over]
    .filter((unit) => reach.everywhere || seen.has(unit.id) || seen.has(placeOf(unit).unitId))
    .map((unit) => ({ ...unit, frontCode: inheritedFrontCode(unit.id, units), mayManage: may(actor, 'unit.manage', placeOf(unit)).ok }))
}
