// When the last day of a consultation is over, the entries of the catalogue that wait for it owe their answer.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { raiseEvents } from '../../catalogue/index.ts'
import { closedConsultations } from '../queries/closed-consultations.ts'
import { markClosingTold } from '../store/relations.ts'

const toldAtOnce = 200

/** Returns how many were told of. */
export async function tellClosed(tx: Tx, { at, today }: { readonly at: Date; readonly today: Day }): Promise<number> {
  const closed = await closedConsultations(tx, today, toldAtOnce)
  if (closed.length === 0) return 0
  const events = closed.map(({ relationId: _relation, lastDay, ...document }) => ({
    ...document,
    kind: 'consultation-closed' as const,
    // One draft may be asked about for several documents.
    key: `consultation:${document.documentId}:${lastDay}`,
    happenedOn: lastDay,
  }))
  await raiseEvents(tx, { at, calendar: await currentCalendar(tx) }, events)
  await markClosingTold(tx, closed.map(({ relationId }) => relationId)) // prettier-ignore
  return closed.length
}
