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
  readonly hasText: boolean
  /** The file as it came, where a copy of it goes out. */
  readonly originalSha256: string | null
  readonly cleanedHow: 'properties' | 'changes' | null
  /** Null where it was done by itself. */
  readonly cleanedByName: string | null
  readonly cleanedAt: Date | null
  readonly addedByName: string
  readonly addedAt: Date
}

export async function attachmentsByEdition(tx: Tx, editionIds: readonly string[]): Promise<ReadonlyMap<string, AttachmentRow[]>> {
  const { rows } = await sql<AttachmentRow & { readonly editionId: string }>`
    select edition_id as "editionId", attachment.id as "attachmentId", role, attachment.name, media_type as "mediaType", bytes, sha256, has_text as "hasText",
      original_sha256 as "originalSha256", cleaned_how as "cleanedHow", cleaner.name as "cleanedByName", cleaned_at as "cleanedAt",
      account.name as "addedByName", added_at as "addedAt"
    from disclosure.attachment join access.account on account.id = added_by left join access.account cleaner on cleaner.id = cleaned_by
    where edition_id = any(${editionIds}::uuid[]) order by position, added_at, attachment.id`.execute(tx)
  const byEdition = new Map<string, AttachmentRow[]>()
  for (const { editionId, ...row } of rows) byEdition.set(editionId, [...(byEdition.get(editionId) ?? []), row])
  return byEdition
}

export const attachmentsOf = async (tx: Tx, editionId: string): Promise<AttachmentRow[]> => (await attachmentsByEdition(tx, [editionId])).get(editionId) ?? []

/** The words of the files, by attachment: long, and asked only when they go out. */
export async function textsOfAttachments(tx: Tx, editionId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; text: string }>`select id, text from disclosure.attachment where edition_id = ${editionId} and has_text`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.text]))
}
