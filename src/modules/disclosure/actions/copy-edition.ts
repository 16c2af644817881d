// Opens a new document with the text and files of another; number, dates and history stay with the first.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { editionById, readableEdition } from '../queries/edition.ts'
import { repointed } from '../rules/pictures.ts'
import { copyAttachments } from '../store/attachments.ts'
import { saveContent } from '../store/editions.ts'
import { createEdition, type Opened } from './create-edition.ts'

export async function copyEdition(
  tx: Tx,
  by: By,
  { editionId, unitId }: { readonly editionId: string; readonly unitId?: string | undefined },
): Promise<Ruling<Opened>> {
  const source = await readableEdition(tx, by.actor, editionId)
  if (!source) return refused('not-found')
  const own = { documentNumber: null, draftedOn: null, effectiveOn: null, expiresOn: null, validity: 'valid', replacedBy: null, changeNote: '' } as const
  const content = { ...source, ...own }

  const place = unitId === undefined || unitId === source.unitId ? { unitId: source.unitId, sectionId: source.sectionId } : { unitId }
  const opened = await createEdition(tx, by, { ...place, content })
  if (!opened.ok) return opened

  const files = await copyAttachments(tx, editionId, opened.value.editionId)
  const copy = await editionById(tx, opened.value.editionId)
  const bodyHtml = repointed(source.bodyHtml, { from: editionId, to: opened.value.editionId }, files)
  if (!copy || bodyHtml === copy.bodyHtml) return opened
  const version = await saveContent(tx, copy.editionId, { ...copy, bodyHtml }, { accountId: by.actor.accountId, at: by.at })
  return granted({ ...opened.value, version })
}
