// How a report stands on its way to the public: its last draft, and what the public sees.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface Standing {
  readonly editionId: string
  readonly documentId: string
  /** Which version of the report the draft shows. */
  readonly version: number
  readonly byName: string
  readonly at: Date
  /** Null: not public. */
  readonly firstPublishedAt: Date | null
  readonly indexNumber: string | null
}

/** Undefined where no draft was made. */
export async function standingOf(tx: Tx, reportId: string): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select made.edition_id as "editionId", made.document_id as "documentId", made.report_version as version, made.by_name as "byName", made.at,
      document.first_published_at as "firstPublishedAt", document.index_number as "indexNumber"
    from reports.draft_made made left join publication.document on document.id = made.document_id
    where made.report_id = ${reportId}::uuid order by made.ordinal desc limit 1`.execute(tx)
  return rows[0]
}
