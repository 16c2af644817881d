// Statements that are parsed and planned once for each connection: planning a join of seven tables takes longer than answering it.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

const mark = '/* planned once */'
const isMarked = (text: string): boolean => text.trimStart().startsWith(mark)

/** Begins a statement for which one plan is right whatever its values are, and which is asked again and again with the same text. */
export const plannedOnce = sql.raw(mark)

/** PostgreSQL cuts longer names. */
const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40)

/** Of `every` statement only where their texts are few: the server keeps each of them until the connection ends. Else of those that ask for it. */
export function preparing(pool: pg.Pool, { every }: { readonly every: boolean }): PostgresPool {
  const names = new Map<string, string>()
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const named = (text: string): string => {
    const name = names.get(text) ?? nameOf(text)
    names.set(text, name)
    return name
  }
  function preparingClient(client: pg.PoolClient): PostgresPoolClient {
    function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>
    function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
    function query(text: unknown, values: readonly unknown[] = []): unknown {
      if (typeof text !== 'string') return client.query(text as pg.Submittable)
      const isNamed = isMarked(text) || (every && values.length > 0)
      return isNamed ? client.query({ name: named(text), text, values: [...values] }) : client.query(text, [...values])
    }
    return { query, release: () => client.release() }
  }
  return {
    async connect() {
      const client = await pool.connect()
      const own = known.get(client) ?? preparingClient(client)
      known.set(client, own)
      return own
    },
    end: () => pool.end(),
  }
}
