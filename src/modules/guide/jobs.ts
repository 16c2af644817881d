// Work of this module that nobody waits for.
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { markStale } from '../catalogue/index.ts'
import { ownersOf, refreshGuidesOf } from './actions/refresh-guide.ts'
import { guidesOwed } from './queries/guides.ts'
import { isStale, whatToDo } from './rules/what-to-do.ts'

const mostAtOnce = 200

/** Looks at all guides at once and works only on those that changed, all of one person in one transaction, so that they are told once. Returns how many. */
export async function refreshGuides(database: Database, clock: Clock): Promise<number> {
  const moment = { at: clock.now(), today: clock.today() }
  const guides = await guidesOwed(database.db, moment.today)
  const ids = (stale: boolean): string[] =>
    guides.filter(({ standing, fingerprint }) => isStale(standing, fingerprint) === stale).flatMap((one) => one.responsibilityIds)
  await database.transaction(async (tx) => {
    for (const stale of [true, false]) await markStale(tx, ids(stale), stale)
  })
  const changed = guides.filter(({ standing, fingerprint }) => whatToDo(standing, fingerprint) !== 'nothing')
  let done = 0
  for (const unitIds of (await ownersOf(database.db, moment, changed)).values()) {
    for (let at = 0; at < unitIds.length; at += mostAtOnce)
      done += await database.transaction((tx) => refreshGuidesOf(tx, moment, unitIds.slice(at, at + mostAtOnce)))
  }
  return done
}
