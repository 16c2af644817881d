// Opens the next edition of a public document; the live text stays as it is until the next one is published.
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { Edition } from '../queries/edition.ts'
import { repointed } from '../rules/pictures.ts'
import { copyAttachments } from '../store/attachments.ts'
import { insertEdition, saveContent } from '../store/editions.ts'

/** A draft with the live text and its files, whose pictures lead to the draft's own copies; returns its id. */
export async function reviseEdition(tx: Tx, by: By, live: Edition): Promise<string> {
  const who = { accountId: by.actor.accountId, at: by.at }
  const content = { ...live, changeNote: '' }
  const editionId = await insertEdition(tx, live.documentId, content, who, live.report)
  const files = await copyAttachments(tx, live.editionId, editionId)
  const bodyHtml = repointed(live.bodyHtml, { from: live.editionId, to: editionId }, files)
  if (bodyHtml !== live.bodyHtml) await saveContent(tx, editionId, { ...content, bodyHtml }, who)
  return editionId
}
