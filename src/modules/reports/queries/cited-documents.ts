// Which documents are reports held to when they cite them?
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { citedDocuments } from '../law/citations.ts'
import { citedList, type ChangedDocument, type ListedDocument } from '../rules/cited-documents.ts'

/** What the program brings and what the administrator made of it; ended ones too. */
export async function allCitedDocuments(tx: Tx): Promise<ListedDocument[]> {
  const { rows } = await sql<ChangedDocument>`
    select number, title, words, ended, account.name as "changedByName", changed_at as "changedAt"
    from reports.cited_document join access.account on account.id = changed_by`.execute(tx)
  return citedList(citedDocuments, rows)
}
