// Work of this module that nobody waits for.
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { recountTerms } from './actions/recount-terms.ts'
import { remindOfYear } from './actions/remind-of-year.ts'
import type { TermKeeper } from './term-keeper.ts'

export function recount(database: Database, clock: Clock, keepers: readonly TermKeeper[]): Promise<number | undefined> {
  return database.transaction((tx) => recountTerms(tx, keepers, clock.now()))
}

export function remindOfMissingYear(database: Database, clock: Clock): Promise<number | undefined> {
  return database.transaction((tx) => remindOfYear(tx, { at: clock.now(), today: clock.today() }))
}
