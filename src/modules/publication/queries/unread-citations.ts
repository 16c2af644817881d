// The next texts whose citations have not been read, held against other workers.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface UnreadText {
  readonly documentId: string
  readonly title: string
  readonly unitName: string
  readonly documentNumber: string | null
  readonly bodyText: string
  readonly listedAt: Date
}

export async function takeUnreadTexts(tx: Tx, most: number): Promise<UnreadText[]> {
  const { rows } = await sql<UnreadText>`
    select id as "documentId", title, unit_name as "unitName", document_number as "documentNumber", body_text as "bodyText", listed_at as "listedAt"
    from publication.document where citations_read = 0 order by id limit ${most} for update skip locked`.execute(tx)
  return rows
}
