// Deletes what was sealed about applicants once it is needed for nothing: the application filed away, every remedy ended or out of time.
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { keptIdentities } from '../queries/retention.ts'
import { identityKeptUntil } from '../rules/retention.ts'
import { deleteIdentities } from '../store/applications.ts'

const piece = 500
/** No term to seek a remedy is shorter: nothing younger needs to be looked at. */
export const shortestKept = 90

/** Takes one piece from after an id; tells how many were deleted and where to go on, null at the end. */
export async function deleteDueIdentities(tx: Tx, today: Day, after: string): Promise<{ readonly deleted: number; readonly next: string | null }> {
  const calendar = await currentCalendar(tx)
  const kept = await keptIdentities(tx, { after, endedBefore: addDays(today, -shortestKept), limit: piece })
  const due = kept.filter((one) => {
    const until = identityKeptUntil(one, calendar)
    return until !== null && until < today
  })
  await deleteIdentities(
    tx,
    due.map(({ id }) => id),
    today,
  )
  return { deleted: due.length, next: kept.length < piece ? null : (kept.at(-1)?.id ?? null) }
}
