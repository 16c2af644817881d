// What an edition was made from.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { GuidePart } from '../rules/write-guide.ts'

export async function makingOf(tx: Tx, editionId: string): Promise<readonly GuidePart[] | undefined> {
  const { rows } = await sql<{ parts: GuidePart[] }>`select parts from guide.making where edition_id = ${editionId}::uuid`.execute(tx)
  return rows[0]?.parts
}
