// Work of this module that nobody waits for.
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { alarmUnconfirmed, remindOfDue } from './actions/remind.ts'

export const remindOfRequests = (database: Database, clock: Clock): Promise<number> => database.transaction((tx) => remindOfDue(tx, clock.today(), clock.now()))

export const alarmUnconfirmedRequests = (database: Database, clock: Clock): Promise<number> =>
  database.transaction((tx) => alarmUnconfirmed(tx, clock.today(), clock.now()))
