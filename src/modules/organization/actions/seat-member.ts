// Seats a person in a leading group or its office.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { seats, type Seat } from '../law/seats.ts'
import { managedGroup } from '../queries/managed-person.ts'
import { personById } from '../queries/people.ts'
import { checkMember, type MemberRefusal } from '../rules/check-member.ts'
import { insertMember } from '../store/leading-groups.ts'
import { recordStep } from '../store/steps.ts'
import { showUnit } from './show-unit.ts'

export async function seatMember(
  tx: Tx,
  by: By,
  groupId: string,
  of: { readonly personId: string; readonly seat: Seat; readonly validFrom: Day },
): Promise<Ruling<{ id: string }, MemberRefusal | 'not-found' | 'not-allowed'>> {
  const found = await managedGroup(tx, by.actor, groupId)
  if (!found.ok) return found
  const group = found.value
  const person = await personById(tx, of.personId)
  if (!person) return refused('not-found')

  const reasons = checkMember(group, { personId: of.personId, seat: of.seat, from: of.validFrom })
  if (reasons.length > 0) return refused(...reasons)

  const id = await insertMember(tx, groupId, of)
  await recordStep(tx, by, {
    step: 'seat-member',
    unitId: group.unitId,
    personId: of.personId,
    detail: { 领导小组: group.name, 姓名: person.name, 职务: seats[of.seat].title, 任职日期: of.validFrom },
  })
  await showUnit(tx, group.unitId, by)
  return granted({ id })
}
