// Work of this module that nobody waits for.
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Inspector } from '../gate/index.ts'
import { inspectNextWaiting } from './actions/inspect-waiting.ts'
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

/** Inspects every file that waits for it, each in its own transaction; returns how many. */
export async function inspectWaiting(database: Database, clock: Clock, inspector: Inspector): Promise<number> {
  let count = 0
  while ((await database.transaction((tx) => inspectNextWaiting(tx, inspector, clock.now()))) === 'inspected') count += 1
  return count
}
