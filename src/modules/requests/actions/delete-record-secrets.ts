// Deletes what was sealed of an ended correction of records once no remedy can be sought any more, as of an application.
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { keptRecords } from '../queries/record-corrections.ts'
import { keptAfter } from '../rules/retention.ts'
import { deleteRecordSecrets } from '../store/record-corrections.ts'
import { shortestKept } from './delete-identities.ts'

const piece = 500

/** Takes one piece from after an id; tells how many were deleted and where to go on, null at the end. */
export async function deleteDueRecordSecrets(tx: Tx, today: Day, after: string): Promise<{ readonly deleted: number; readonly next: string | null }> {
  const calendar = await currentCalendar(tx)
  const kept = await keptRecords(tx, { after, endedBefore: addDays(today, -shortestKept), limit: piece })
  const due = kept.filter(({ concludedOn }) => keptAfter(concludedOn, calendar) < today).map(({ id }) => id)
  await deleteRecordSecrets(tx, due, today)
  return { deleted: due.length, next: kept.length < piece ? null : (kept.at(-1)?.id ?? null) }
}
