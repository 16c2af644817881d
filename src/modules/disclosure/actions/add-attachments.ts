// Attaches files to an edition: each is proved by its content and kept by its hash; a refused one does not hold up the others.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { By } from '../../access/index.ts'
import { lockEdition } from '../queries/edition.ts'
import { handAt, knownOf } from '../queries/facts.ts'
import { checkAttachment } from '../rules/attachment.ts'
import { mayAttach } from '../rules/take-step.ts'
import { insertAttachment } from '../store/attachments.ts'
import { keepFile, type FileCare } from './keep-file.ts'

export interface File {
  readonly name: string
  readonly bytes: Buffer
}

/** What the platform can tell of a file; handed in, because reading takes time and memory of its own. */
export interface FileReading extends FileCare {
  proofOf(bytes: Buffer): Promise<string | undefined>
  /** The words of the file; empty where it has no text layer. */
  textOf(file: File): Promise<string>
}

export interface Attaching {
  readonly editionId: string
  readonly role: 'attachment' | 'picture' | 'signed-sheet'
  readonly files: readonly File[]
}

export interface Attached {
  readonly attachmentIds: readonly string[]
  readonly refused: readonly { readonly name: string; readonly refusal: Refusal }[]
}

export async function addAttachments(tx: Tx, by: By, { editionId, role, files }: Attaching, store: FileStore, reading: FileReading): Promise<Ruling<Attached>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  const { facts, attachments } = await knownOf(tx, edition, by)
  const ruling = mayAttach(role, facts, handAt(by.actor, edition))
  if (!ruling.ok) return ruling

  const attachmentIds: string[] = []
  const turnedAway: { name: string; refusal: Refusal }[] = []
  const there = new Map(attachments.filter((one) => one.role === role).map((one) => [one.sha256, one]))
  for (const { name, bytes } of files) {
    const checked = checkAttachment({ name, bytes: bytes.byteLength, proof: await reading.proofOf(bytes) }, role)
    if (!checked.ok) {
      turnedAway.push(...checked.refusals.map((refusal) => ({ name, refusal })))
      continue
    }
    // the sheet signed on paper stays inside as it was scanned
    const kept =
      role === 'signed-sheet' ? { sha256: await store.put(bytes), bytes, cleaned: undefined } : await keepFile(tx, { name, bytes }, store, reading, by.at)
    const { sha256, cleaned } = kept
    const same = there.get(sha256)
    if (same) {
      // A picture may stand twice in a text; an attachment is listed once.
      if (role === 'attachment') turnedAway.push({ name, refusal: { code: 'attachment-twice', facts: { name, other: same.name } } })
      else attachmentIds.push(same.attachmentId)
      continue
    }
    const text = role === 'attachment' ? await reading.textOf({ name, bytes: kept.bytes }) : ''
    const file = { role, name, mediaType: checked.value.mediaType, bytes: kept.bytes.byteLength, sha256, text, hasText: text.trim() !== '', cleaned }
    attachmentIds.push(await insertAttachment(tx, editionId, { ...file, addedBy: by.actor.accountId, at: by.at }))
  }
  return granted({ attachmentIds, refused: turnedAway })
}
