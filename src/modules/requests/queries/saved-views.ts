// The views of the list that one person keeps.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface SavedView {
  readonly id: string
  readonly name: string
  /** As it was sent; the list says what it still knows of it. */
  readonly filters: unknown
}

export async function savedViewsOf(tx: Tx, accountId: string): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    select id, name, filters from requests.saved_view where account_id = ${accountId}::uuid order by saved_at, place`.execute(tx)
  return rows
}
