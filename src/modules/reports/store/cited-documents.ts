// The only writer of the documents that reports cite.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { KeptDocument } from '../rules/cited-documents.ts'

export async function saveCitedDocument(
  tx: Tx,
  { number, title, words, ended }: KeptDocument,
  by: { readonly accountId: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into reports.cited_document (number, title, words, ended, changed_by, changed_at)
    values (${number}, ${title}, ${[...words]}, ${ended}, ${by.accountId}, ${by.at})
    on conflict (number) do update set title = excluded.title, words = excluded.words, ended = excluded.ended, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(
    tx,
  )
}
