// What a unit says of its receiving office, its supervisor and who reconsiders; the draft of the guide follows.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import type { Particulars } from '../rules/facts.ts'
import { saveParticulars } from '../store/makings.ts'
import { refreshGuidesOf } from './refresh-guide.ts'

export async function keepParticulars(tx: Tx, by: By, unitId: string, said: Particulars): Promise<Ruling<{ id: string }>> {
  const unit = await unitById(tx, unitId)
  if (!unit || unit.kind === 'section' || !may(by.actor, 'catalogue.read', { unitId }).ok) return refused('not-found')
  if (!may(by.actor, 'duty.handle', { unitId, sectionId: null }).ok) return refused('not-allowed')
  await saveParticulars(tx, by, unitId, said)
  await refreshGuidesOf(tx, by, [unitId])
  return granted({ id: unitId })
}
