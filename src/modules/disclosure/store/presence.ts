// Writes who has an edition open just now, and the phrases that people keep.
import type { Tx } from '../../../platform/database/database.ts'
import { tablesOf } from './tables.ts'

export async function seen(tx: Tx, editionId: string, accountId: string, at: Date): Promise<void> {
  await tablesOf(tx)
    .insertInto('disclosure.presence')
    .values({ edition_id: editionId, account_id: accountId, seen_at: at })
    .onConflict((conflict) => conflict.columns(['edition_id', 'account_id']).doUpdateSet({ seen_at: at }))
    .execute()
}

export async function gone(tx: Tx, editionId: string, accountId: string): Promise<void> {
  await tablesOf(tx).deleteFrom('disclosure.presence').where('edition_id', '=', editionId).where('account_id', '=', accountId).execute()
}

/** Replaces the phrases of one person. */
export async function putPhrases(tx: Tx, accountId: string, texts: readonly string[]): Promise<void> {
  const tables = tablesOf(tx)
  await tables.deleteFrom('disclosure.phrase').where('account_id', '=', accountId).execute()
  if (texts.length === 0) return
  await tables
    .insertInto('disclosure.phrase')
    .values(texts.map((text, position) => ({ account_id: accountId, unit_id: null, text, position })))
    .execute()
}
