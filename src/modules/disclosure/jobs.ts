// Work of this module that nobody waits for.
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { publishNextDue } from './actions/publish-due.ts'

/** Publishes all that is due, each in its own transaction; returns how many went out and how many could not. */
export async function publishDue(database: Database, clock: Clock): Promise<{ published: number; failed: number }> {
  const count = { published: 0, failed: 0 }
  for (;;) {
    const outcome = await database.transaction((tx) => publishNextDue(tx, clock))
    if (outcome === 'nothing-due') return count
    count[outcome] += 1
  }
}
