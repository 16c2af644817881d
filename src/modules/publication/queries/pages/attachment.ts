// One attachment of a published document: what is needed to send it.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'
import type { PageAttachment } from './document-page.ts'

export async function attachmentOf(tx: Tx, documentId: string, attachmentId: string): Promise<PageAttachment | undefined> {
  const found = await sql<PageAttachment>`
    select id, name, media_type as "mediaType", bytes, sha256, has_text as "hasText" from publication.attachment
    where id = ${attachmentId}::uuid and document_id = ${documentId}::uuid`.execute(tx)
  return found.rows[0]
}
