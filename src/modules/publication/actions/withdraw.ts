// Takes a piece of information back: what it said is deleted everywhere, a tombstone with a neutral reason stays.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { withdrawalReasons, type WithdrawalReason } from '../law/withdrawal-reasons.ts'
import { tombstoneHash } from '../rules/published-content.ts'
import { microseconds } from '../rules/register-chain.ts'
import type { PublishRefusal } from '../rules/public-item.ts'
import { deleteDocument, saveTombstone } from '../store/documents.ts'
import { atTheDoor } from '../store/door.ts'
import { addEntry } from '../store/register.ts'
import { forgetTerms } from '../store/search-index.ts'

export interface Withdrawal {
  readonly documentId: string
  readonly reason: WithdrawalReason
  readonly at: Date
}

/** Withdraws at once and for good: the index number is not given out again, old addresses lead to the tombstone. */
export async function withdraw(tx: Tx, { documentId, reason, at }: Withdrawal): Promise<Ruling<void, PublishRefusal>> {
  const [facts] = await atTheDoor(tx, [{ documentId, unitId: null, columnIds: [], lone: false }])
  if (!facts?.published) return refused(facts?.withdrawn ? 'withdrawn-before' : 'not-published')
  const { published } = facts

  const { article } = withdrawalReasons[reason]
  const tombstone = { documentId, indexNumber: published.indexNumber, reason, article, withdrawnAt: microseconds(at) }
  await forgetTerms(tx, documentId)
  await deleteDocument(tx, documentId)
  await saveTombstone(tx, { document_id: documentId, index_number: published.indexNumber, withdrawn_at: at, reason, article })
  await addEntry(tx, {
    document_id: documentId,
    act: 'withdraw',
    revision: published.revision,
    index_number: published.indexNumber,
    at,
    salted_hash: tombstoneHash(tombstone),
  })
  return granted(undefined)
}
