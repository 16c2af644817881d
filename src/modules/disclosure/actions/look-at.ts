// Somebody opens an edition: once it has been submitted, whoever else looks at it ends the author's right to take it back.
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { readableEdition, type Edition } from '../queries/edition.ts'
import { markLooked } from '../store/editions.ts'

export async function lookAt(tx: Tx, by: By, editionId: string): Promise<Edition | undefined> {
  const edition = await readableEdition(tx, by.actor, editionId)
  if (!edition || edition.state !== 'section-review' || edition.lookedAt !== null || edition.authorId === by.actor.accountId) return edition
  await markLooked(tx, editionId, by.at)
  return { ...edition, lookedAt: by.at }
}
