// Puts the public face of a unit through the one door: after every change of the unit, its people or its leading group.
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { putUnit } from '../../publication/index.ts'
import { leadingGroupsOn } from '../queries/leading-groups.ts'
import { postsOn } from '../queries/posts.ts'
import { responsiblePersonOn } from '../queries/responsible-people.ts'
import { successions } from '../queries/succession.ts'
import { allUnits } from '../queries/units.ts'
import { publicFace } from '../rules/public-face.ts'

/** A section has no face of its own: its bureau's shows it. */
export async function showUnit(tx: Tx, unitId: string, by: Pick<By, 'at' | 'today'>): Promise<void> {
  const units = await allUnits(tx)
  const asked = units.find((one) => one.id === unitId)
  const unit = asked?.kind === 'section' ? units.find((one) => one.id === asked.parentId) : asked
  if (!unit) return
  const [posts, groups, responsible, taken] = [
    await postsOn(tx, unit.id, by.today),
    await leadingGroupsOn(tx, unit.id, by.today),
    await responsiblePersonOn(tx, unit.id, by.today),
    await successions(tx, unit.id),
  ]
  const successorId = taken.find((one) => one.predecessorId === unit.id)?.successorId ?? null
  await putUnit(tx, publicFace({ unit, units, posts, group: groups[0], responsible, successorId, on: by.today }), by.at)
}
