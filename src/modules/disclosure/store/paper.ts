// Writes what the paper way leaves: codes, photographs, where each was filed, and the signatures entered from them.
import type { Day } from '../../../kernel/day.ts'
import type { Generated } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { PenLevel, PhotoTrouble } from '../law/paper.ts'
import type { Writing } from './review.ts'

type PaperTables = {
  'disclosure.printed_sheet': { code: string; edition_id: string; round: number; version: number; issued_at: Date }
  'disclosure.sheet_photo': {
    id: Generated<string>
    unit_id: string
    section_id: string | null
    name: string
    media_type: string
    pages: number
    bytes: number
    sha256: string
    original_sha256: string
    original_bytes: number
    source_sha256: string
    source_pages: string
    code: string | null
    trouble: string | null
    added_by: string
    added_by_name: string
    added_at: Date
  }
  'disclosure.sheet_filing': {
    photo_id: string
    edition_id: string
    round: number
    version: number
    how: 'code' | 'hand'
    attachment_id: string
    filed_by: string
    filed_by_name: string
    at: Date
  }
  'disclosure.sheet_photo_aside': { photo_id: string; reason: string; by_account_id: string; by_name: string; at: Date }
  'disclosure.pen_signature': {
    id: Generated<number>
    edition_id: string
    round: number
    level: string
    signer: string
    signed_on: Day
    attachment_id: string
    recorded_by: string
    recorded_by_name: string
    at: Date
  }
}

const tablesOf = (tx: Tx) => tx.withTables<PaperTables>()

export interface PrintedText {
  readonly editionId: string
  readonly round: number
  readonly version: number
}

/** Where two print at once, the first code stands. */
export async function issueCode(tx: Tx, code: string, { editionId, round, version }: PrintedText, at: Date): Promise<void> {
  await tablesOf(tx)
    .insertInto('disclosure.printed_sheet')
    .values({ code, edition_id: editionId, round, version, issued_at: at })
    .onConflict((row) => row.columns(['edition_id', 'round', 'version']).doNothing())
    .execute()
}

export interface NewPhoto {
  readonly unitId: string
  readonly sectionId: string | null
  readonly name: string
  readonly mediaType: string
  readonly pages: number
  readonly bytes: number
  readonly sha256: string
  readonly originalSha256: string
  readonly originalBytes: number
  readonly sourceSha256: string
  readonly sourcePages: string
  readonly code: string | null
  readonly trouble: PhotoTrouble | null
}

export async function insertPhoto(tx: Tx, photo: NewPhoto, { by, at }: Writing): Promise<string> {
  const { id } = await tablesOf(tx)
    .insertInto('disclosure.sheet_photo')
    .values({
      unit_id: photo.unitId,
      section_id: photo.sectionId,
      name: photo.name,
      media_type: photo.mediaType,
      pages: photo.pages,
      bytes: photo.bytes,
      sha256: photo.sha256,
      original_sha256: photo.originalSha256,
      original_bytes: photo.originalBytes,
      source_sha256: photo.sourceSha256,
      source_pages: photo.sourcePages,
      code: photo.code,
      trouble: photo.trouble,
      added_by: by.accountId,
      added_by_name: by.name,
      added_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface Filing extends PrintedText {
  readonly photoId: string
  readonly how: 'code' | 'hand'
  readonly attachmentId: string
}

export async function insertFiling(tx: Tx, { photoId, editionId, round, version, how, attachmentId }: Filing, { by, at }: Writing): Promise<void> {
  await tablesOf(tx)
    .insertInto('disclosure.sheet_filing')
    .values({ photo_id: photoId, edition_id: editionId, round, version, how, attachment_id: attachmentId, filed_by: by.accountId, filed_by_name: by.name, at })
    .execute()
}

export async function layAside(tx: Tx, photoId: string, reason: string, { by, at }: Writing): Promise<void> {
  await tablesOf(tx)
    .insertInto('disclosure.sheet_photo_aside')
    .values({ photo_id: photoId, reason: reason.trim(), by_account_id: by.accountId, by_name: by.name, at })
    .execute()
}

export interface NewPen {
  readonly level: PenLevel
  readonly signer: string
  readonly day: Day
}

export async function addPens(
  tx: Tx,
  { editionId, round, attachmentId }: { readonly editionId: string; readonly round: number; readonly attachmentId: string },
  pens: readonly NewPen[],
  { by, at }: Writing,
): Promise<void> {
  await tablesOf(tx)
    .insertInto('disclosure.pen_signature')
    .values(
      pens.map(({ level, signer, day }) => ({
        edition_id: editionId,
        round,
        level,
        signer: signer.trim(),
        signed_on: day,
        attachment_id: attachmentId,
        recorded_by: by.accountId,
        recorded_by_name: by.name,
        at,
      })),
    )
    .execute()
}

/** Why it waits, known once it was tried. */
export async function markTrouble(tx: Tx, photoId: string, trouble: PhotoTrouble): Promise<void> {
  await tablesOf(tx).updateTable('disclosure.sheet_photo').set({ trouble }).where('id', '=', photoId).execute()
}
