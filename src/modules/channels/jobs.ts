// Work of the module that nobody waits for.
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { findLikeness } from './actions/find-likeness.ts'

const atOnce = 40
const mostInOneRun = 2000

/** Reads what was published since the last run, a few texts in each transaction. */
export async function findAllLikeness(database: Pick<Database, 'transaction'>, clock: Clock): Promise<number> {
  let read = 0
  while (read < mostInOneRun) {
    const more = await database.transaction((tx) => findLikeness(tx, atOnce, clock.now()))
    read += more
    if (more < atOnce) break
  }
  return read
}
