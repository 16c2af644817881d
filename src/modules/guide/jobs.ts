// Work of this module that nobody waits for.
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { markStale } from '../catalogue/index.ts'
import { refreshGuide } from './actions/refresh-guide.ts'
import { guidesOwed } from './queries/guides.ts'
import { isStale, whatToDo } from './rules/what-to-do.ts'

/** Looks at all guides at once and works only on those that changed, each in a transaction of its own. Returns how many. */
export async function refreshGuides(database: Database, clock: Clock): Promise<number> {
  const moment = { at: clock.now(), today: clock.today() }
  const guides = await guidesOwed(database.db, moment.today)
  const ids = (stale: boolean): string[] =>
    guides.filter(({ standing, fingerprint }) => isStale(standing, fingerprint) === stale).flatMap((one) => one.responsibilityIds)
  await database.transaction(async (tx) => {
    for (const stale of [true, false]) await markStale(tx, ids(stale), stale)
  })
  let done = 0
  for (const { unitId, standing, fingerprint } of guides) {
    if (whatToDo(standing, fingerprint) === 'nothing') continue
    if ((await database.transaction((tx) => refreshGuide(tx, moment, unitId))) !== 'nothing') done += 1
  }
  return done
}
