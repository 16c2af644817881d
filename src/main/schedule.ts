// When what is done without being asked: the one list of regular work.
import type { Clock } from '../kernel/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { ScheduledTask } from '../platform/jobs/jobs.ts'
import type { Log } from '../platform/log/log.ts'
import { dropStaleSessions } from '../modules/access/index.ts'

export interface ScheduleParts {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
}

/** Times are UTC. What must follow within seconds (the inbox, the register) runs in loops of `worker.ts`. */
export function schedule({ database, clock }: ScheduleParts): readonly ScheduledTask[] {
  return [
    // 02:40 in China
    { name: 'drop-stale-sessions', at: '40 18 * * *', work: () => database.transaction((tx) => dropStaleSessions(tx, clock.now())) },
  ]
}
