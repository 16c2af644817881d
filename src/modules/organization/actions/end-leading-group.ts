// Dissolves a leading group, with all its seats.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { managedGroup } from '../queries/managed-person.ts'
import { checkLastDay } from '../rules/check-post.ts'
import { setLeadingGroupEnd } from '../store/leading-groups.ts'
import { recordStep } from '../store/steps.ts'
import { showUnit } from './show-unit.ts'

export async function endLeadingGroup(
  tx: Tx,
  by: By,
  groupId: string,
  lastDay: Day,
): Promise<Ruling<{ id: string }, 'group-ended' | 'dates-order' | 'not-found' | 'not-allowed'>> {
  const found = await managedGroup(tx, by.actor, groupId)
  if (!found.ok) return found
  const group = found.value

  const reasons = checkLastDay(group, lastDay, 'group-ended')
  if (reasons.length > 0) return refused(...reasons)

  await setLeadingGroupEnd(tx, groupId, lastDay)
  await recordStep(tx, by, { step: 'end-leading-group', unitId: group.unitId, detail: { 名称: group.name, 最后一日: lastDay } })
  await showUnit(tx, group.unitId, by)
  return granted({ id: groupId })
}
