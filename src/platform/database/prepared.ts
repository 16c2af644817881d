// A pool whose statements are parsed and planned once for each connection: planning a join of seven tables takes longer than answering it.
import { createHash } from 'node:crypto'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

/** PostgreSQL cuts longer names. */
const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40)

/** Only where the texts are few: the server keeps every one of them until the connection ends. */
export function preparing(pool: pg.Pool): PostgresPool {
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
      // What has no values goes as one message already.
      return typeof text === 'string' && values.length > 0 ? client.query({ name: named(text), text, values: [...values] }) : client.query(String(text))
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
