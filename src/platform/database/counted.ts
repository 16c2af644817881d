// How many rows a list has, told exactly up to a limit: counting a million for the foot of a page takes seconds, and nobody turns so many pages.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from './database.ts'

/** Lists are counted so far; what is more is found by narrowing. */
export const mostCounted = 2000

export interface Counted {
  /** Where it is not exact, there are more. */
  readonly total: number
  readonly totalIsExact: boolean
}

/** `rows` is a query that may be cut short by a limit; without `most`, all are counted. */
export async function countedTo(tx: Tx, rows: RawBuilder<unknown>, most?: number): Promise<Counted> {
  const cut = most === undefined ? sql`` : sql`limit ${most + 1}`
  const counted = await sql<{ total: number }>`select count(*) as total from (${rows} ${cut}) counted`.execute(tx)
  const total = counted.rows[0]?.total ?? 0
  return { total: Math.min(total, most ?? total), totalIsExact: total <= (most ?? total) }
}
