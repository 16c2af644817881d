// Answers one report of an error of the site; a second answer replaces the first.
import type { Actor } from '../../../kernel/actor.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { errorReport, type ErrorReportListed } from '../queries/error-reports.ts'
import { saveAnswer } from '../store/error-reports.ts'

export async function answerErrorReport(
  tx: Tx,
  { id, text, by, at }: { id: string; text: string; by: Actor; at: Date },
): Promise<Ruling<ErrorReportListed, 'not-found' | 'answer-empty'>> {
  if (text.trim() === '') return refused({ code: 'answer-empty', field: 'answer' })
  if (!(await saveAnswer(tx, { id, text: text.trim(), by: by.accountId, at }))) return refused('not-found')
  const answered = await errorReport(tx, id)
  return answered ? granted(answered) : refused('not-found')
}
