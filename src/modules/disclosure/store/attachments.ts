// Writes the files of an edition; the bytes are in the file store.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { tablesOf, type AttachmentRole } from './tables.ts'

export interface CleanedFrom {
  readonly sha256: string
  readonly bytes: number
  readonly how: 'properties' | 'changes'
  /** Null where it was done by itself. */
  readonly by: string | null
}

export interface NewAttachment {
  readonly role: AttachmentRole
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly text: string
  readonly hasText: boolean
  /** The file as it came, where what goes out is a copy of it. */
  readonly cleaned?: CleanedFrom | undefined
  readonly addedBy: string
  readonly at: Date
}

/** Adds a file behind those that are there; returns its id. */
export async function insertAttachment(tx: Tx, editionId: string, file: NewAttachment): Promise<string> {
  const { id } = await tablesOf(tx)
    .insertInto('disclosure.attachment')
    .values({
      edition_id: editionId,
      role: file.role,
      position: sql<number>`(select coalesce(max(position), -1) + 1 from disclosure.attachment where edition_id = ${editionId})`,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
      text: file.text,
      has_text: file.hasText,
      original_sha256: file.cleaned?.sha256 ?? null,
      original_bytes: file.cleaned?.bytes ?? null,
      cleaned_how: file.cleaned?.how ?? null,
      cleaned_by: file.cleaned?.by ?? null,
      cleaned_at: file.cleaned ? file.at : null,
      added_by: file.addedBy,
      added_at: file.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface Copy {
  readonly sha256: string
  readonly bytes: number
  readonly text: string
  readonly how: 'properties' | 'changes'
  readonly by: string
  readonly at: Date
}

/** From now on the copy goes out; the file that came first stays the original, however often it is cleaned. */
export async function replaceByCopy(tx: Tx, attachmentId: string, copy: Copy): Promise<void> {
  await sql`
    update disclosure.attachment set original_sha256 = coalesce(original_sha256, sha256), original_bytes = coalesce(original_bytes, bytes),
      sha256 = ${copy.sha256}, bytes = ${copy.bytes}, text = ${copy.text}, has_text = ${copy.text.trim() !== ''},
      cleaned_how = ${copy.how}, cleaned_by = ${copy.by}, cleaned_at = ${copy.at}
    where id = ${attachmentId}`.execute(tx)
}

export async function deleteAttachment(tx: Tx, attachmentId: string): Promise<void> {
  await tablesOf(tx).deleteFrom('disclosure.attachment').where('id', '=', attachmentId).execute()
}

export async function orderAttachments(tx: Tx, editionId: string, attachmentIds: readonly string[]): Promise<void> {
  await sql`
    update disclosure.attachment set position = place.position
    from unnest(${[...attachmentIds]}::uuid[]) with ordinality as place (id, position)
    where attachment.edition_id = ${editionId} and attachment.id = place.id`.execute(tx)
}

/** Takes files along to another edition of the same or a new document: pairs of old and new id. Scanned sheets stay with their own sheet. */
export async function copyAttachments(tx: Tx, from: string, to: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ old: string; new: string }>`
    with source as (select *, gen_random_uuid() as new_id from disclosure.attachment where edition_id = ${from} and role <> 'signed-sheet'),
    copied as (
      insert into disclosure.attachment (id, edition_id, role, position, name, media_type, bytes, sha256, text, has_text, original_sha256, original_bytes, cleaned_how, cleaned_by, cleaned_at, added_by, added_at)
      select new_id, ${to}, role, position, name, media_type, bytes, sha256, text, has_text, original_sha256, original_bytes, cleaned_how,
        cleaned_by, cleaned_at, added_by, added_at from source)
    select id as old, new_id as new from source`.execute(tx)
  return new Map(rows.map((row) => [row.old, row.new]))
}
