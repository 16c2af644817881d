// The files of an edition.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { AttachmentRole } from '../store/tables.ts'

export interface AttachmentRow {
  readonly attachmentId: string
  readonly role: AttachmentRole
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly text: string
  readonly hasText: boolean
  readonly addedByName: string
  readonly addedAt: Date
}

export async function attachmentsOf(tx: Tx, editionId: string): Promise<AttachmentRow[]> {
  const { rows } = await sql<AttachmentRow>`
    select attachment.id as "attachmentId", role, attachment.name, media_type as "mediaType", bytes, sha256, text, has_text as "hasText",
      account.name as "addedByName", added_at as "addedAt"
    from disclosure.attachment join access.account on account.id = added_by
    where edition_id = ${editionId} order by position, added_at, attachment.id`.execute(tx)
  return rows
}
