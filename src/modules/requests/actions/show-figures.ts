// Counts the applications of all complete years and shows everybody the guarded figures. The year that runs is left out: from day to day its figures would tell of single applications.
import { yearOf, type Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { putApplicationFigures } from '../../publication/index.ts'
import { alikeInFigures } from '../queries/alike-in-figures.ts'
import { guardedYears } from '../rules/guarded-figures.ts'

/** Returns how many years are shown. */
export async function showFigures(tx: Tx, today: Day, at: Date): Promise<number> {
  const lastYear = yearOf(today) - 1
  const alike = await alikeInFigures(tx, lastYear)
  const first = alike.reduce((least, { receivedIn }) => Math.min(least, receivedIn), lastYear + 1)
  const years = Array.from({ length: lastYear - first + 1 }, (_, back) => lastYear - back)
  await putApplicationFigures(tx, guardedYears(alike, years), at)
  return years.length
}
