// Every night: forgets which pages were touched, once every reader has long read it.
import type { Clock } from '../../../kernel/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { forgetChanges } from '../store/changes.ts'

/** A mirror that was not brought up to date for longer compares everything. */
const keptMilliseconds = 7 * 24 * 3600 * 1000

/** Returns how many were forgotten. */
export const forgetOldChanges = (database: Database, clock: Clock): Promise<number> =>
  database.transaction((tx) => forgetChanges(tx, new Date(clock.now().getTime() - keptMilliseconds)))
