// A unit says which of its sections answers for an entry; null leaves it to the unit as a whole.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import { responsibilityById } from '../queries/responsibility.ts'
import { recordStep } from '../store/entries.ts'
import { setSection } from '../store/responsibilities.ts'

export async function chooseSection(tx: Tx, by: By, responsibilityId: string, sectionId: string | null): Promise<Ruling<{ id: string }>> {
  const held = await responsibilityById(tx, responsibilityId)
  if (!held || !may(by.actor, 'catalogue.read', held).ok) return refused('not-found')
  if (!may(by.actor, 'duty.assign', { unitId: held.unitId }).ok) return refused('not-allowed')
  const section = sectionId === null ? null : await unitById(tx, sectionId)
  if (section === undefined || (section && section.parentId !== held.unitId)) return refused({ code: 'section-of-other-unit', field: 'sectionId' })
  await setSection(tx, responsibilityId, sectionId)
  await recordStep(tx, by, 'choose-section', held.entryId, { unit: held.unitName, section: section?.name ?? '' })
  return granted({ id: responsibilityId })
}
