// Whether a unit wants the legality of its answers reviewed before they are signed, and since when by whose word.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface LegalityWish {
  readonly setByName: string
  readonly setAt: Date
}

/** Undefined where the unit wants no such review. */
export async function legalityWishOf(tx: Tx, unitId: string): Promise<LegalityWish | undefined> {
  const { rows } = await sql<LegalityWish>`
    select set_by_name as "setByName", set_at as "setAt" from requests.legality_wish where unit_id = ${unitId}::uuid`.execute(tx)
  return rows[0]
}
