// The last verdict on an edition, as it was given: readable as long as the edition is.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { GateFinding } from '../rules/standing.ts'

export interface KeptVerdict {
  readonly at: Date
  readonly passed: boolean
  readonly findings: readonly Omit<GateFinding, 'match' | 'nth' | 'masked'>[]
}

export async function verdictOn(tx: Tx, editionId: string): Promise<KeptVerdict | undefined> {
  const { rows } = await sql<KeptVerdict>`
    select given_at as at, passed, findings from gate.verdict where edition_id = ${editionId} order by given_at desc limit 1`.execute(tx)
  return rows[0]
}
