// Writes which units were asked to confirm an edition, in which round and until when, and what they answered.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { tablesOf } from './tables.ts'

export interface Asking {
  readonly round: number
  readonly unitIds: readonly string[]
  readonly question: string
  readonly askedBy: string
  readonly at: Date
  readonly due: { readonly on: Day; readonly calendarVersion: string; readonly provisional: boolean }
}

/** Asks anew: whoever was asked in an earlier round answers again, and what they said then stays. */
export async function askUnits(tx: Tx, editionId: string, { round, unitIds, question, askedBy, at, due }: Asking): Promise<void> {
  await tablesOf(tx)
    .insertInto('disclosure.confirmation')
    .values(
      [...new Set(unitIds)].map((unitId) => ({
        edition_id: editionId,
        round,
        unit_id: unitId,
        asked_by: askedBy,
        asked_at: at,
        due_on: due.on,
        calendar_version: due.calendarVersion,
        provisional: due.provisional,
        question,
        answer: null,
        opinion: '',
        answered_by: null,
        answered_at: null,
      })),
    )
    .execute()
}

export interface Answering {
  readonly round: number
  readonly unitId: string
  readonly answer: 'agreed' | 'objected'
  readonly opinion: string
  readonly answeredBy: string
  readonly at: Date
}

export async function answerFor(tx: Tx, editionId: string, { round, unitId, answer, opinion, answeredBy, at }: Answering): Promise<void> {
  await tablesOf(tx)
    .updateTable('disclosure.confirmation')
    .set({ answer, opinion, answered_by: answeredBy, answered_at: at })
    .where('edition_id', '=', editionId)
    .where('round', '=', round)
    .where('unit_id', '=', unitId)
    .execute()
}
