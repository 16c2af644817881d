// All that the office shows of one unit on a day.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { warningsOf } from '../rules/check-unit.ts'
import { inheritedFrontCode } from '../rules/codes.ts'
import { treeOn } from '../rules/tree.ts'
import type { Unit } from '../rules/unit.ts'
import { leadingGroupsOn } from './leading-groups.ts'
import { postsOn } from './posts.ts'
import { responsiblePersonOn } from './responsible-people.ts'
import { successions, type Succession } from './succession.ts'
import { allUnits, formerStandings } from './units.ts'

const end = (row: Succession, id: string | null, name: string | null) => ({
  unitId: id ?? '',
  name: name ?? '',
  kind: row.kind,
  happenedOn: row.happenedOn,
  note: row.note,
})

/** On a day before the unit began or after it ended, as it is written now. */
export async function unitDetail(tx: Tx, unit: Unit, on: Day) {
  const [units, formers, taken] = [await allUnits(tx), await formerStandings(tx), await successions(tx, unit.id)]
  const then = treeOn(units, formers, on)
  const shown = then.find((one) => one.id === unit.id) ?? unit
  const nameOf = (id: string | null): string | null => (then.find((one) => one.id === id) ?? units.find((one) => one.id === id))?.name ?? null
  return {
    ...shown,
    parentName: nameOf(shown.parentId),
    frontCode: inheritedFrontCode(unit.id, units),
    warnings: warningsOf(unit, units),
    formerNames: formers
      .filter((former) => former.unitId === unit.id)
      .map((former) => ({ name: former.name, parentName: nameOf(former.parentId), validFrom: former.validFrom, validUntil: former.validUntil })),
    successors: taken.filter((row) => row.predecessorId === unit.id && row.successorId !== null).map((row) => end(row, row.successorId, row.successorName)),
    predecessors: taken.filter((row) => row.successorId === unit.id).map((row) => end(row, row.predecessorId, row.predecessorName)),
    posts: await postsOn(tx, unit.id, on),
    leadingGroups: await leadingGroupsOn(tx, unit.id, on),
    responsiblePerson: (await responsiblePersonOn(tx, unit.id, on)) ?? null,
  }
}
