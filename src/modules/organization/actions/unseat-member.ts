// Ends a seat in a leading group.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { seats } from '../law/seats.ts'
import { managedMember } from '../queries/managed-person.ts'
import { checkLastDay } from '../rules/check-post.ts'
import { setMemberEnd } from '../store/leading-groups.ts'
import { recordStep } from '../store/steps.ts'
import { showUnit } from './show-unit.ts'

export async function unseatMember(
  tx: Tx,
  by: By,
  memberId: string,
  lastDay: Day,
): Promise<Ruling<{ id: string }, 'member-ended' | 'dates-order' | 'not-found' | 'not-allowed'>> {
  const found = await managedMember(tx, by.actor, memberId)
  if (!found.ok) return found
  const member = found.value

  const reasons = checkLastDay(member, lastDay, 'member-ended')
  if (reasons.length > 0) return refused(...reasons)

  await setMemberEnd(tx, memberId, lastDay)
  const detail = { 领导小组: member.group.name, 姓名: member.personName, 职务: seats[member.seat].title, 最后一日: lastDay }
  await recordStep(tx, by, { step: 'unseat-member', unitId: member.group.unitId, personId: member.personId, detail })
  await showUnit(tx, member.group.unitId, by)
  return granted({ id: memberId })
}
