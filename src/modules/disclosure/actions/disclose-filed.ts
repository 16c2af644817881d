// What was kept inside is to be disclosed after all: a draft of the same document with the same text, to go through the review.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { editionById } from '../queries/edition.ts'
import { handAt } from '../queries/facts.ts'
import { newestEditionOf } from '../queries/filed.ts'
import { holdersOf } from '../rules/take-step.ts'
import { saveContent } from '../store/editions.ts'
import { reviseEdition } from './revise-edition.ts'

export async function discloseFiled(tx: Tx, by: By, documentId: string): Promise<Ruling<{ editionId: string }>> {
  const newest = await newestEditionOf(tx, documentId)
  const edition = newest && (await editionById(tx, newest.editionId))
  if (!edition) return refused('not-found')
  if (!handAt(by.actor, edition).grantFor('edition.draft'))
    return refused({ code: 'not-yours-to-do', article: 'ogi-2019/18', facts: { step: '转为主动公开', who: holdersOf('edition.draft') } })
  // somebody has begun it already
  if (!newest.settled) return granted({ editionId: edition.editionId })
  const editionId = await reviseEdition(tx, by, edition)
  const draft = await editionById(tx, editionId)
  if (!draft) return refused('not-found')
  await saveContent(tx, editionId, { ...draft, disclosureMode: 'proactive', modeReason: '', modeArticle: null }, { accountId: by.actor.accountId, at: by.at })
  return granted({ editionId })
}
