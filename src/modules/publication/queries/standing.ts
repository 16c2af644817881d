// How a document stands at the door before it is published, revised or withdrawn?
import { sql } from 'kysely'
import { partyKind } from '../../../law/lines.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { SearchTerms } from '../rules/search-terms.ts'
import { publicationOf } from '../store/tables.ts'

export interface Standing {
  readonly revision: number
  readonly indexNumber: string
  readonly firstPublishedAt: Date
  readonly listedAt: Date
}

export async function standingOf(tx: Tx, documentId: string): Promise<{ published: Standing | undefined; withdrawn: boolean }> {
  const publication = publicationOf(tx)
  const row = await publication
    .selectFrom('publication.document')
    .select(['revision', 'index_number', 'first_published_at', 'listed_at'])
    .where('id', '=', documentId)
    .executeTakeFirst()
  if (row) {
    return {
      published: { revision: row.revision, indexNumber: row.index_number, firstPublishedAt: row.first_published_at, listedAt: row.listed_at },
      withdrawn: false,
    }
  }
  const tombstone = await publication.selectFrom('publication.tombstone').select('document_id').where('document_id', '=', documentId).executeTakeFirst()
  return { published: undefined, withdrawn: tombstone !== undefined }
}

export async function unknownColumns(tx: Tx, columnIds: readonly string[]): Promise<string[]> {
  if (columnIds.length === 0) return []
  const rows = await publicationOf(tx).selectFrom('publication.site_column').select('id').where('id', 'in', columnIds).execute()
  const known = new Set(rows.map((row) => row.id))
  return columnIds.filter((id) => !known.has(id))
}

/** Columns of the party for an agency, or of the government for an organ of the party: the two lines are kept apart. */
export async function columnsOfOtherLine(tx: Tx, unitId: string, columnIds: readonly string[]): Promise<string[]> {
  if (columnIds.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    select name from publication.site_column where id = any(${[...columnIds]}::uuid[])
      and (kind = ${partyKind}) <> exists (select from publication.unit where unit.id = ${unitId}::uuid and unit.kind = ${partyKind})`.execute(tx)
  return rows.map((row) => row.name)
}

export async function searchTermsStanding(tx: Tx, documentId: string): Promise<SearchTerms | undefined> {
  const row = await publicationOf(tx)
    .selectFrom('publication.search_document')
    .select(['title_terms', 'terms', 'folded_title', 'folded_text'])
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  return row && { titleTerms: row.title_terms, terms: row.terms, foldedTitle: row.folded_title, foldedText: row.folded_text }
}
