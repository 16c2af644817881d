// Writes when readers are asked, what they answered, and that it ended.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { surveyAnswerKind } from '../law/inbox-kinds.ts'
import type { SurveyAnswer } from '../rules/survey.ts'

export interface Survey {
  readonly documentId: string
  readonly opensOn: Day
  readonly closesOn: Day
}

export async function saveSurvey(tx: Tx, { documentId, opensOn, closesOn }: Survey, by: { readonly accountId: string; readonly at: Date }): Promise<void> {
  await sql`
    insert into followup.survey (document_id, opens_on, closes_on, set_by, set_at) values (${documentId}, ${opensOn}, ${closesOn}, ${by.accountId}, ${by.at})
    on conflict (document_id) do update set opens_on = excluded.opens_on, closes_on = excluded.closes_on, set_by = excluded.set_by, set_at = excluded.set_at`.execute(
    tx,
  )
}

export async function markToldOpen(tx: Tx, documentId: string, at: Date): Promise<void> {
  await sql`update followup.survey set told_open_at = ${at} where document_id = ${documentId}`.execute(tx)
}

export async function markClosed(tx: Tx, documentId: string, at: Date): Promise<void> {
  await sql`update followup.survey set closed_at = ${at} where document_id = ${documentId}`.execute(tx)
}

/** An answer that was taken in before is left as it is. */
export async function insertAnswer(tx: Tx, { id, documentId, choices, words, receivedAt }: SurveyAnswer): Promise<void> {
  await sql`
    insert into followup.answer (id, document_id, choices, words, received_at)
    values (${id}, ${documentId}, ${JSON.stringify(choices)}::jsonb, ${words}, ${receivedAt}) on conflict (id) do nothing`.execute(tx)
}

/** The portal's own login can do this and nothing else. A form that is sent twice arrives once. */
export async function putAnswerInInbox(tx: Tx, { id, documentId, choices, words, receivedAt }: SurveyAnswer): Promise<void> {
  await sql`
    insert into intake.inbox (id, kind, body, received_at)
    values (${id}, ${surveyAnswerKind}, ${JSON.stringify({ documentId, choices, words })}::jsonb, ${receivedAt}) on conflict do nothing`.execute(tx)
}
