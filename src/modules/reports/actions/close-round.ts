// Ends a round: nothing of it can be changed any more. With reports outstanding only by somebody who says why.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { outstandingIn } from '../queries/report-facts.ts'
import { lockRound } from '../queries/rounds.ts'
import { closeRound } from '../store/rounds.ts'

export async function endRound(tx: Tx, by: By, { roundId, note }: { roundId: string; note: string }): Promise<Ruling<{ roundId: string }>> {
  const round = await lockRound(tx, roundId)
  if (!round || !may(by.actor, 'report.round', { unitId: round.unitId }).ok) return refused('not-found')
  if (round.closedAt !== null) return refused('report-round-closed')
  if (round.waiting > 0) return refused({ code: 'report-round-being-made', facts: { waiting: round.waiting } })
  const outstanding = await outstandingIn(tx, roundId)
  if (outstanding > 0 && note.trim().length < 2) return refused({ code: 'report-round-outstanding', field: 'note', facts: { count: outstanding } })
  await closeRound(tx, by, roundId, note.trim())
  return granted({ roundId })
}
