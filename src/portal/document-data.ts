// A published document as data (/documents/ID.json): what its page says, for machines; and what is left of a withdrawn one.
import { withdrawalReasons } from '../modules/publication/law/withdrawal-reasons.ts'
import type { PageDocument, Tombstone } from '../modules/publication/queries/pages/document-page.ts'
import type { ListedRelation } from '../modules/publication/queries/pages/relations.ts'
import { documentPath, plainHref } from './place.ts'
import { relationData } from './relation-data.ts'
import type { View } from './view.ts'

export function documentData(view: View, document: PageDocument, relations: readonly ListedRelation[]): string {
  const at = (path: string): string => `${view.origin}${plainHref(view.place, path)}`
  const path = documentPath(document.id)
  return JSON.stringify({
    id: document.id,
    url: at(path),
    title: document.title,
    index_number: document.indexNumber,
    document_number: document.documentNumber,
    unit: document.unitName,
    kind: document.kind,
    theme: document.theme,
    keywords: document.keywords,
    summary: document.summary,
    validity: document.validity,
    replaced_by: document.replacedBy && { title: document.replacedBy.title, url: at(documentPath(document.replacedBy.id)) },
    drafted_on: document.draftedOn,
    effective_on: document.effectiveOn,
    expires_on: document.expiresOn,
    date_published: document.listedAt.toISOString(),
    date_modified: document.publishedAt.toISOString(),
    revision: document.revision,
    content_sha256: document.contentHash,
    content_html: document.bodyHtml,
    attachments: document.attachments.map(({ id, name, mediaType, bytes, sha256 }) => ({
      name,
      url: at(`${path}/attachments/${id}`),
      media_type: mediaType,
      bytes,
      sha256,
    })),
    relations: relationData(view, relations),
  })
}

const known: Readonly<Record<string, { readonly public: string }>> = withdrawalReasons

export const tombstoneData = (gone: Tombstone): string =>
  JSON.stringify({
    id: gone.documentId,
    index_number: gone.indexNumber,
    withdrawn_at: gone.withdrawnAt.toISOString(),
    reason: known[gone.reason]?.public ?? '依法不再公开',
  })
