// An edition in the form in which it would go through the door.
import type { Tx } from '../../../platform/database/database.ts'
import { frontCodeOfUnit } from '../../organization/index.ts'
import type { PublicItem } from '../../publication/index.ts'
import { attachmentsByEdition, attachmentsOf, textsOfAttachments, type AttachmentRow } from './attachments.ts'
import type { Edition } from './edition.ts'

/** Attachments and the pictures that its text shows; originals of an import and signed sheets stay inside. Who knows its files already hands them in. */
export async function publicItemOf(tx: Tx, edition: Edition, known?: readonly AttachmentRow[]): Promise<PublicItem> {
  return itemOf(tx, edition, known ?? (await attachmentsOf(tx, edition.editionId)), await frontCodeOfUnit(tx, edition.unitId))
}

/** The same of many, in their order. */
export async function publicItemsOf(tx: Tx, editions: readonly Edition[]): Promise<PublicItem[]> {
  const files = await attachmentsByEdition(
    tx,
    editions.map(({ editionId }) => editionId),
  )
  const frontCodes = new Map<string, string>()
  const items: PublicItem[] = []
  for (const edition of editions) {
    const frontCode = frontCodes.get(edition.unitId) ?? (await frontCodeOfUnit(tx, edition.unitId))
    frontCodes.set(edition.unitId, frontCode)
    items.push(await itemOf(tx, edition, files.get(edition.editionId) ?? [], frontCode))
  }
  return items
}

async function itemOf(tx: Tx, edition: Edition, files: readonly AttachmentRow[], frontCode: string): Promise<PublicItem> {
  const goingOut = files.filter((file) => file.role === 'attachment' || (file.role === 'picture' && edition.bodyHtml.includes(file.attachmentId)))
  const texts = goingOut.some(({ hasText }) => hasText) ? await textsOfAttachments(tx, edition.editionId) : new Map<string, string>()
  return {
    documentId: edition.documentId,
    unitId: edition.unitId,
    unitName: edition.unitName,
    frontCode,
    columnIds: edition.columnIds,
    title: edition.title,
    kind: edition.kind,
    theme: edition.theme,
    keywords: edition.keywords,
    summary: edition.summary,
    documentNumber: edition.documentNumber,
    responsibleDepartment: edition.responsibleDepartment,
    source: edition.source,
    sourceUrl: edition.sourceUrl,
    draftedOn: edition.draftedOn,
    effectiveOn: edition.effectiveOn,
    expiresOn: edition.expiresOn,
    validity: edition.validity,
    replacedBy: edition.replacedBy,
    bodyHtml: edition.bodyHtml,
    attachments: goingOut.map(({ attachmentId, name, mediaType, bytes, sha256, hasText }) => ({
      id: attachmentId,
      name,
      mediaType,
      bytes,
      sha256,
      text: texts.get(attachmentId) ?? '',
      hasText,
    })),
    changeNote: edition.changeNote,
    historic:
      edition.historicBatchId === null || edition.originalPublishedOn === null
        ? null
        : { originalPublishedOn: edition.originalPublishedOn, originalIndexNumber: edition.originalIndexNumber, originalAddress: edition.originalAddress },
    ...(edition.fromApplication ? ({ fromApplication: true } as const) : {}),
    ...(edition.report && { report: edition.report }),
  }
}
