// Work of this module that nobody waits for.
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { currentCalendar } from '../calendar/index.ts'
import { feel } from './actions/feel.ts'
import { hearEvents } from './actions/raise-events.ts'
import { makeDuties } from './actions/make-duties.ts'
import { refreshMap } from './actions/refresh-map.ts'
import { remind } from './actions/remind.ts'
import { showCatalogueOf } from './actions/show-catalogue.ts'
import { unitsAnswering } from './queries/public-entries.ts'

/** Makes what is due to be made, each batch in a transaction of its own, so that a quarter's first day holds up nobody. */
export async function makeDueDuties(database: Database, clock: Clock): Promise<number> {
  for (let made = 0; ;) {
    const looked = await database.transaction(async (tx) => makeDuties(tx, { today: clock.today(), at: clock.now(), calendar: await currentCalendar(tx) }))
    made += looked
    // what fell behind has one period made in each turn
    if (looked === 0) return made
  }
}

export const remindOfDuties = (database: Database, clock: Clock): Promise<number> => database.transaction((tx) => remind(tx, clock.today(), clock.now()))

/** Listens until there is nothing new, each part in a transaction of its own. */
export async function feelHeartbeats(database: Database): Promise<void> {
  for (;;) if (!(await database.transaction((tx) => feel(tx)))) return
}

/** Counts what the heartbeat map no longer tells rightly, each part in a transaction of its own; returns how many units it was. */
export async function refreshHeartbeatMap(database: Database, clock: Clock): Promise<number> {
  for (let counted = 0; ;) {
    const units = await database.transaction((tx) => refreshMap(tx, clock.today()))
    counted += units
    if (units === 0) return counted
  }
}

/** Raises what the register's news ask for until there is nothing new, each part in a transaction of its own. */
export async function hearSiteEvents(database: Database, clock: Clock): Promise<void> {
  for (;;) if (!(await database.transaction(async (tx) => hearEvents(tx, { at: clock.now(), calendar: await currentCalendar(tx) })))) return
}

/** Unit by unit, so that no transaction is long. */
export async function showCatalogue(database: Database, clock: Clock): Promise<void> {
  for (const unitId of await unitsAnswering(database.db)) await database.transaction((tx) => showCatalogueOf(tx, unitId, clock.today()))
}
