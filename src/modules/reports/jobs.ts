// Work of this module that nobody waits for: sums of the figures, reports of a round that was opened, reminders of reports.
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { countSeen, wrongSeen } from '../channels/index.ts'
import { foldPublicationTally, wrongPublicationTallies } from '../publication/index.ts'
import { foldTally, wrongTallies } from '../requests/index.ts'
import { makeWaitingReports } from './actions/make-reports.ts'
import { remindOfReports } from './actions/remind-reports.ts'

/** What changes have added since the last time. Returns how many rows were folded in. */
export async function foldTallies(database: Database): Promise<number> {
  let folded = (await database.transaction((tx) => foldTally(tx))) + (await database.transaction((tx) => foldPublicationTally(tx)))
  for (;;) {
    const some = await database.transaction((tx) => countSeen(tx))
    if (some === 0) return folded
    folded += some
  }
}

export interface TallyCheck {
  readonly requests: number
  readonly publication: number
  readonly channels: number
}

/** How many sums are not what the rows come to: all zero unless something went wrong. */
export const checkTallies = async (database: Database): Promise<TallyCheck> => ({
  requests: await wrongTallies(database.db),
  publication: await wrongPublicationTallies(database.db),
  channels: await wrongSeen(database.db),
})

/** Sums that differ are a bug: the job fails and the log says how many. */
export async function verifyTallies(database: Database): Promise<void> {
  const { requests, publication, channels } = await checkTallies(database)
  if (requests + publication + channels > 0)
    throw new Error(`sums differ from what they sum: ${requests} of requests, ${publication} of publication, ${channels} of channels`)
}

/** In pieces, so that no transaction is long. Returns how many reports were told of. */
export async function remindOfDueReports(database: Database, clock: Clock): Promise<number> {
  let told = 0
  for (;;) {
    const some = await database.transaction((tx) => remindOfReports(tx, clock.today(), clock.now()))
    if (some === 0) return told
    told += some
  }
}

/** Of rounds that were opened, the reports that are still to be made: in pieces, so that what is made stays if this process ends. Returns how many. */
export async function makeReportsOfRounds(database: Database, clock: Clock): Promise<number> {
  let made = 0
  for (;;) {
    const some = await database.transaction((tx) => makeWaitingReports(tx, { at: clock.now(), today: clock.today() }))
    if (some === 0) return made
    made += some
  }
}
