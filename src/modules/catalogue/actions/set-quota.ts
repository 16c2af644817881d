// Sets how many pieces a unit, or one of its sections, is to publish a month; zero takes the quota away.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import { recordStep } from '../store/entries.ts'
import { putQuota } from '../store/duties.ts'

export async function setQuota(
  tx: Tx,
  by: By,
  quota: { readonly unitId: string; readonly sectionId: string | null; readonly perMonth: number },
): Promise<Ruling<{ id: string }>> {
  const unit = await unitById(tx, quota.unitId)
  if (!unit || unit.kind === 'section' || !may(by.actor, 'catalogue.read', quota).ok) return refused('not-found')
  if (!may(by.actor, 'duty.assign', { unitId: quota.unitId }).ok) return refused('not-allowed')
  const section = quota.sectionId === null ? null : await unitById(tx, quota.sectionId)
  if (section === undefined || (section && section.parentId !== unit.id)) return refused({ code: 'section-of-other-unit', field: 'sectionId' })
  await putQuota(tx, by, { ...quota, since: by.today })
  await recordStep(tx, by, 'set-quota', null, { unit: unit.name, section: section?.name ?? '', perMonth: quota.perMonth })
  return granted({ id: unit.id })
}
