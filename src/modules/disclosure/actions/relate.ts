// Says how a document belongs with another, that it does not, or that it no longer does. What both have made public goes out of the door at once.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { hideRelation, showRelation } from '../../publication/index.ts'
import { documentExists } from '../queries/around.ts'
import { lockEdition, type Edition } from '../queries/edition.ts'
import { handAt } from '../queries/facts.ts'
import { documentsWithRelations, relatedDocuments, relationsOf } from '../queries/relations.ts'
import { reasonsAgainstRelation, type RelationFacts } from '../rules/relation.ts'
import { endRelation, lockCarrying, saveRelation } from '../store/relations.ts'

/** Where both are public a relation is seen at once, and is for those who may publish; before, it goes round with the edition. */
async function reasonsOfRight(tx: Tx, by: By, edition: Edition, otherId: string): Promise<Refusal[]> {
  const other = (await relatedDocuments(tx, by.actor, [otherId])).get(otherId)
  const seenAtOnce = edition.liveEditionId !== null && other?.isPublic === true
  if (handAt(by.actor, edition).grantFor(seenAtOnce ? 'edition.publish' : 'edition.draft')) return []
  return [{ code: seenAtOnce ? 'relation-seen-at-once' : 'relation-by-drafters', article: 'ogi-2019/17' }]
}

export interface Relating {
  readonly editionId: string
  readonly relation: RelationFacts
  /** False: it was proposed, and is not so. */
  readonly isSo: boolean
}

export async function relate(tx: Tx, by: By, { editionId, relation, isSo }: Relating): Promise<Ruling<{ id: string }>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition || ![relation.fromId, relation.toId].includes(edition.documentId)) return refused('not-found')
  const otherId = relation.fromId === edition.documentId ? relation.toId : relation.fromId
  const known = (await documentExists(tx, otherId)) && (await relatedDocuments(tx, by.actor, [otherId])).get(otherId)?.title !== null
  const reasons = [
    ...(known ? [] : [{ code: 'related-document-unknown', field: 'documentId' }]),
    ...(isSo ? reasonsAgainstRelation(relation) : []),
    ...(await reasonsOfRight(tx, by, edition, otherId)),
  ]
  if (reasons.length > 0) return refused(...reasons)
  const id = await saveRelation(tx, relation, isSo ? 'set' : 'refused', by)
  if (isSo) await showRelation(tx, relation)
  else await hideRelation(tx, relation)
  return granted({ id })
}

export async function unrelate(tx: Tx, by: By, { editionId, relationId }: { readonly editionId: string; readonly relationId: string }): Promise<Ruling<void>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  const relation = edition && (await relationsOf(tx, edition.documentId)).find(({ id, state }) => id === relationId && state === 'set')
  if (!edition || !relation) return refused('not-found')
  const reasons = await reasonsOfRight(tx, by, edition, relation.fromId === edition.documentId ? relation.toId : relation.fromId)
  if (reasons.length > 0) return refused(...reasons)
  await endRelation(tx, relationId, by)
  await hideRelation(tx, relation)
  return granted(undefined)
}

/**
 * After documents went out: what was said of them while they were drafts becomes public with them. One at a time until the transaction ends: of two documents
 * that go out at once, neither would find the other.
 */
export async function carryRelations(tx: Tx, documentIds: readonly string[]): Promise<void> {
  const related = await documentsWithRelations(tx, documentIds)
  if (related.length === 0) return
  await lockCarrying(tx)
  for (const documentId of related) for (const relation of await relationsOf(tx, documentId)) if (relation.state === 'set') await showRelation(tx, relation)
}
