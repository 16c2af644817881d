// When a document loses its force, those who answer for all that rests on it are told, once each, and find it on their list.
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay, type By } from '../../access/index.ts'
import { notify } from '../../notices/index.ts'
import { documentsCiting } from '../../publication/index.ts'
import type { RelationKindName } from '../../publication/law/relation-kinds.ts'
import { basisChanges } from '../law/basis-changes.ts'
import { ownersOf } from '../queries/basis-changes.ts'
import { relationsOf } from '../queries/relations.ts'
import { insertBasisChanges, type ChangedBasis } from '../store/basis-changes.ts'

const saying: ReadonlySet<RelationKindName> = new Set<RelationKindName>(['amends', 'repeals', 'cleans'])

const shortened = (title: string): string => (title.length <= 30 ? title : `${title.slice(0, 29)}…`)

/** Call it while the document still stands in public: its numbers and names say who cites it. */
export async function tellDependents(tx: Tx, by: By, changed: Omit<ChangedBasis, 'at'> & { readonly replacedBy?: string | null }): Promise<void> {
  // What took its place, amends or repeals it names it in order to say so.
  const said = (await relationsOf(tx, changed.documentId)).filter(({ kind, state, toId }) => state === 'set' && toId === changed.documentId && saying.has(kind))
  const saidBy = new Set<string | null | undefined>([changed.replacedBy, ...said.map(({ fromId }) => fromId)])
  const citing = (await documentsCiting(tx, changed.documentId)).filter((id) => !saidBy.has(id))
  if (citing.length === 0) return
  const fresh = await insertBasisChanges(tx, citing, { ...changed, at: by.at })
  const owners = await ownersOf(tx, fresh)

  const documentsOf = new Map<string, Set<string>>()
  const add = (accountId: string, documentId: string): void => {
    documentsOf.set(accountId, (documentsOf.get(accountId) ?? new Set()).add(documentId))
  }
  const drafters = new Map<string, Promise<readonly { readonly accountId: string }[]>>()
  for (const { documentId, authorId, unitId, sectionId } of owners) {
    add(authorId, documentId)
    const place = `${unitId} ${sectionId ?? ''}`
    const people = drafters.get(place) ?? accountsWhoMay(tx, 'edition.draft', { unitId, sectionId }, by.today)
    drafters.set(place, people)
    for (const { accountId } of await people) add(accountId, documentId)
  }

  // One notice to those for whom as many documents are touched.
  const peopleOf = new Map<number, string[]>()
  for (const [accountId, documents] of documentsOf) peopleOf.set(documents.size, [...(peopleOf.get(documents.size) ?? []), accountId])
  const name = changed.documentNumber ?? `《${shortened(changed.title)}》`
  for (const [count, accountIds] of peopleOf) {
    await notify(tx, {
      accountIds,
      kind: 'basis',
      title: `依据有变化：${name}${basisChanges[changed.change].title}，涉及 ${count} 件`,
      link: '/basis-changes',
      at: by.at,
    })
  }
}
