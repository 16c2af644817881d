// Counts the stored due days anew where the calendar is another than the one they were counted by: a new program may bring new years.
import type { Tx } from '../../../platform/database/database.ts'
import { currentCalendar } from '../queries/current-calendar.ts'
import { lastRecount } from '../queries/years.ts'
import { holdCalendar, recordStep, saveRecount } from '../store/years.ts'
import type { TermKeeper } from '../term-keeper.ts'

/** A term that began while a notice was being applied was counted by the old calendar: it is found within this time. */
const longestMilliseconds = 12 * 3_600_000

/** Returns how many due days moved; undefined where there was nothing to do. */
export async function recountTerms(tx: Tx, keepers: readonly TermKeeper[], at: Date): Promise<number | undefined> {
  const [calendar, last] = [await currentCalendar(tx), await lastRecount(tx)]
  const isFresh = last?.version === calendar.version && at.getTime() - last.countedAt.getTime() < longestMilliseconds
  if (isFresh) return undefined
  await holdCalendar(tx)
  let moved = 0
  for (const keeper of keepers) moved += await keeper.apply(tx, calendar)
  if (moved > 0) await recordStep(tx, { step: 'recount', year: null, detail: { 变动的期限: moved, 日历: calendar.version } }, at)
  await saveRecount(tx, calendar.version, at)
  return moved
}
