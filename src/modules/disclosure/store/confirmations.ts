// Writes which units were asked to confirm an edition, and what they answered.
import type { Tx } from '../../../platform/database/database.ts'
import { tablesOf } from './tables.ts'

export interface Asking {
  readonly unitIds: readonly string[]
  readonly question: string
  readonly askedBy: string
  readonly at: Date
}

/** Asks anew: whoever was asked in an earlier round answers again. */
export async function askUnits(tx: Tx, editionId: string, { unitIds, question, askedBy, at }: Asking): Promise<void> {
  const tables = tablesOf(tx)
  await tables.deleteFrom('disclosure.confirmation').where('edition_id', '=', editionId).execute()
  await tables
    .insertInto('disclosure.confirmation')
    .values(
      [...new Set(unitIds)].map((unitId) => ({
        edition_id: editionId,
        unit_id: unitId,
        asked_by: askedBy,
        asked_at: at,
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
  readonly unitId: string
  readonly answer: 'agreed' | 'objected'
  readonly opinion: string
  readonly answeredBy: string
  readonly at: Date
}

export async function answerFor(tx: Tx, editionId: string, { unitId, answer, opinion, answeredBy, at }: Answering): Promise<void> {
  await tablesOf(tx)
    .updateTable('disclosure.confirmation')
    .set({ answer, opinion, answered_by: answeredBy, answered_at: at })
    .where('edition_id', '=', editionId)
    .where('unit_id', '=', unitId)
    .execute()
}
