// Removes a file from a draft, or puts the files into another order.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { lockEdition } from '../queries/edition.ts'
import { handAt, knownOf } from '../queries/facts.ts'
import { photosOf } from '../queries/paper/photos.ts'
import { mayAttach } from '../rules/take-step.ts'
import { deleteAttachment, orderAttachments } from '../store/attachments.ts'

export async function removeAttachment(
  tx: Tx,
  by: By,
  { editionId, attachmentId }: { readonly editionId: string; readonly attachmentId: string },
): Promise<Ruling<void>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  const { facts, attachments } = await knownOf(tx, edition, by)
  const file = attachments.find((one) => one.attachmentId === attachmentId)
  if (!file) return refused('attachment-not-found')
  const ruling = mayAttach(file.role, facts, handAt(by.actor, edition))
  if (!ruling.ok) return ruling
  if (file.role === 'picture' && edition.bodyHtml.includes(attachmentId)) return refused('attachment-in-use')
  if (file.role === 'signed-sheet' && (await photosOf(tx, editionId)).some((photo) => photo.attachmentId === attachmentId)) return refused('sheet-filed')

  await deleteAttachment(tx, attachmentId)
  return granted(undefined)
}

export async function arrangeAttachments(
  tx: Tx,
  by: By,
  { editionId, attachmentIds }: { readonly editionId: string; readonly attachmentIds: readonly string[] },
): Promise<Ruling<void>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  const { facts } = await knownOf(tx, edition, by)
  const ruling = mayAttach('attachment', facts, handAt(by.actor, edition))
  if (!ruling.ok) return ruling

  await orderAttachments(tx, editionId, attachmentIds)
  return granted(undefined)
}
