// One of many in a transaction: what is refused or breaks is undone alone, the others stay.
import { sql } from 'kysely'
import type { Ruling } from '../../kernel/ruling.ts'
import type { Tx } from './database.ts'

/** Runs `work` behind a savepoint; a refusal rolls back to it, and so does what is thrown, before it is thrown on. */
export async function apart<Value>(tx: Tx, work: () => Promise<Ruling<Value>>): Promise<Ruling<Value>> {
  await sql`savepoint apart`.execute(tx)
  try {
    const ruling = await work()
    if (!ruling.ok) await sql`rollback to savepoint apart`.execute(tx)
    await sql`release savepoint apart`.execute(tx)
    return ruling
  } catch (error) {
    await sql`rollback to savepoint apart`.execute(tx)
    throw error
  }
}
