// The way to PostgreSQL. Modules narrow `Tx` to their own tables with `.withTables<…>()` in `store/tables.ts`.
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { preparing } from './prepared.ts'
import { wakerOn } from './wakeups.ts'

// A day stays text (`2026-11-22`), and counts are numbers: none of ours passes 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** A connection or a transaction over tables that the caller names. */
export type Tx = Kysely<unknown>

export interface Database {
  readonly db: Tx
  readonly pool: pg.Pool
  /** Runs `work` in one transaction; what it throws rolls back. */
  readonly transaction: <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly url: string
  readonly poolSize?: number
  /** Name in `pg_stat_activity`. */
  readonly name: string
  /** For bulk work that says the same few things thousands of times: each connection has a text planned once. */
  readonly prepared?: boolean
}

/** To compile a plan takes longer than any query of ours. The address of the database may say otherwise by `?options=`. */
const settings = [process.env['PGOPTIONS'], '-c jit=off'].filter(Boolean).join(' ')

export function openDatabase({ url, poolSize = 10, name, prepared = false }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: name,
    options: settings,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  })
  // A server that goes away breaks idle connections; the pool replaces them, and the next query tells.
  pool.on('error', () => {})
  // One in the middle of a transaction tells by its query too; without a listener it would end the whole process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db: Tx = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: preparing(pool, { every: prepared }) }) })
  const waker = wakerOn(pool)
  return {
    db,
    pool,
    async transaction(work) {
      const [value, tx] = await db.transaction().execute(async (begun) => [await work(begun), begun] as const)
      waker.committed(tx)
      return value
    },
    async close() {
      await waker.settle()
      await db.destroy()
    },
  }
}
