// Sets how many working days before the day for the reply a unit drafts, reviews and sends; lists, pages and reminders go by it at once.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import { checkInternalDays, type InternalDays } from '../rules/internal-dates.ts'
import { saveInternalDays } from '../store/internal.ts'

export async function setInternalDays(tx: Tx, by: By, unitId: string, days: InternalDays | null): Promise<Ruling<{ days: InternalDays | null }>> {
  if (!may(by.actor, 'request.internal-days', { unitId, sectionId: null }).ok || !(await unitById(tx, unitId))) return refused('not-found')
  const faults = days ? checkInternalDays(days) : []
  if (faults.length > 0) return refused(...faults)
  await saveInternalDays(tx, by, unitId, days)
  return granted({ days })
}
