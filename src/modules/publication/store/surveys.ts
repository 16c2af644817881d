// Writes when the readers of a document are asked, and what came of it.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

/** False where the document is not public. A survey that has ended stays as it is. */
export async function putSurvey(tx: Tx, survey: { readonly documentId: string; readonly opensOn: Day; readonly closesOn: Day }): Promise<boolean> {
  const { rows } = await sql`
    insert into publication.survey (document_id, opens_on, closes_on)
    select id, ${survey.opensOn}::date, ${survey.closesOn}::date from publication.document where id = ${survey.documentId}::uuid
    on conflict (document_id) do update set opens_on = excluded.opens_on, closes_on = excluded.closes_on where survey.answers is null
    returning document_id`.execute(tx)
  return rows.length > 0
}

/** Counts by question and option; null where so few answered that somebody might be known by it. */
export async function putSurveyResult(
  tx: Tx,
  result: { readonly documentId: string; readonly answers: number; readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>> | null },
): Promise<void> {
  await sql`
    update publication.survey set answers = ${result.answers}, counts = ${result.counts === null ? null : JSON.stringify(result.counts)}::jsonb
    where document_id = ${result.documentId}::uuid`.execute(tx)
}
