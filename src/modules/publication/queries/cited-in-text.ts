// Which public documents does a text name that is not out yet?
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { citationsOf, type CitingText } from '../rules/citations.ts'

export interface CitedInText {
  readonly documentId: string
  readonly title: string
  readonly documentNumber: string | null
  /** As the text names it; where it does so by number and by name, both. */
  readonly written: readonly string[]
}

export async function citedInText(tx: Tx, documentId: string, text: CitingText): Promise<CitedInText[]> {
  const citations = citationsOf(text)
  if (citations.length === 0) return []
  const { rows } = await sql<CitedInText>`
    select d.id as "documentId", d.title, d.document_number as "documentNumber", array_agg(cited.written order by cited.position) as written
    from unnest(${citations.map(({ kind }) => kind)}::text[], ${citations.map(({ key }) => key)}::text[], ${citations.map(({ written }) => written)}::text[])
      with ordinality as cited (kind, key, written, position)
    join publication.document d on d.id = publication.document_cited(cited.kind, cited.key, ${documentId}::uuid)
    where d.id <> ${documentId}::uuid
    group by d.id order by min(cited.position)`.execute(tx)
  return rows
}
