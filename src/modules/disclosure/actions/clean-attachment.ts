// Puts a copy that tells less in the place of an attachment, because a person asked for it; the file that came stays inside.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Cleaning } from '../../../platform/documents/clean/cleaning.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { By } from '../../access/index.ts'
import { inspectFiles } from '../../gate/index.ts'
import { lockEdition } from '../queries/edition.ts'
import { handAt, knownOf } from '../queries/facts.ts'
import { mayAttach } from '../rules/take-step.ts'
import { replaceByCopy } from '../store/attachments.ts'
import type { FileReading } from './add-attachments.ts'

export interface CleaningOrder {
  readonly editionId: string
  readonly attachmentId: string
  readonly how: Cleaning
}

export async function cleanAttachment(
  tx: Tx,
  by: By,
  { editionId, attachmentId, how }: CleaningOrder,
  store: FileStore,
  reading: FileReading,
): Promise<Ruling<void>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  const { facts, attachments } = await knownOf(tx, edition, by)
  const file = attachments.find((one) => one.attachmentId === attachmentId)
  if (!file || (file.role !== 'attachment' && file.role !== 'picture') || !(await store.has(file.sha256))) return refused('attachment-not-found')
  const ruling = mayAttach(file.role, facts, handAt(by.actor, edition))
  if (!ruling.ok) return ruling
  const result = await reading.clean({ name: file.name, bytes: await store.read(file.sha256) }, how)
  if (result.as === 'refused') return refused({ code: `not-cleaned-${result.code}`, facts: { name: file.name } })

  const bytes = Buffer.from(result.bytes)
  const sha256 = await store.put(bytes)
  await inspectFiles(tx, [{ sha256, name: file.name }], { bytesOf: async () => bytes, inspect: async () => result.inspection }, by.at)
  const text = file.role === 'attachment' ? await reading.textOf({ name: file.name, bytes }) : ''
  await replaceByCopy(tx, attachmentId, { sha256, bytes: bytes.byteLength, text, how, by: by.actor.accountId, at: by.at })
  return granted(undefined)
}
