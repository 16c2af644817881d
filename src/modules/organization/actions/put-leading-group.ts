// Forms a leading group, or changes its name, office or first day.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { managedGroup } from '../queries/managed-person.ts'
import { managedUnit } from '../queries/managed-unit.ts'
import { describeChange } from '../rules/describe-change.ts'
import { isInForce } from '../rules/unit.ts'
import { insertLeadingGroup, updateLeadingGroup, type LeadingGroupFacts } from '../store/leading-groups.ts'
import { recordStep } from '../store/steps.ts'
import { showUnit } from './show-unit.ts'

export async function formLeadingGroup(
  tx: Tx,
  by: By,
  unitId: string,
  group: LeadingGroupFacts,
): Promise<Ruling<{ id: string }, 'unit-not-in-force' | 'not-found' | 'not-allowed'>> {
  const found = await managedUnit(tx, by.actor, unitId)
  if (!found.ok) return found
  if (!isInForce(found.value, group.validFrom)) return refused({ code: 'unit-not-in-force', field: 'validFrom' })

  const id = await insertLeadingGroup(tx, unitId, group)
  await recordStep(tx, by, { step: 'put-leading-group', unitId, detail: { 名称: group.name, 办公室设在: group.officeSection, 成立日期: group.validFrom } })
  await showUnit(tx, unitId, by)
  return granted({ id })
}

export async function putLeadingGroup(
  tx: Tx,
  by: By,
  groupId: string,
  words: LeadingGroupFacts,
): Promise<Ruling<{ id: string }, 'group-ended' | 'not-found' | 'not-allowed'>> {
  const found = await managedGroup(tx, by.actor, groupId)
  if (!found.ok) return found
  const group = found.value
  if (group.validUntil !== null) return refused('group-ended')

  await updateLeadingGroup(tx, groupId, words)
  await recordStep(tx, by, {
    step: 'put-leading-group',
    unitId: group.unitId,
    detail: describeChange<LeadingGroupFacts>(group, words, { name: '名称', officeSection: '办公室设在', validFrom: '成立日期' }),
  })
  await showUnit(tx, group.unitId, by)
  return granted({ id: groupId })
}
