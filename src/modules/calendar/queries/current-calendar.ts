// By which calendar does the office count today?
import { createHash } from 'node:crypto'
import { calendarOf, type Calendar } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { heldYears, type HeldYear } from './years.ts'

let last: Calendar | undefined

/** Named by what it holds: the same days have the same version, on every machine. */
function versionOf(years: readonly HeldYear[]): string {
  const days = JSON.stringify(years.map(({ row: { year, daysOff, worked } }) => [year, daysOff, worked]))
  const [first, end] = [years[0]?.row.year, years.at(-1)?.row.year]
  return `${first}-${end}.${createHash('sha256').update(days).digest('hex').slice(0, 12)}`
}

/** Shipped years and those entered here; built anew only where they changed. */
export async function currentCalendar(tx: Tx): Promise<Calendar> {
  const years = await heldYears(tx)
  const version = versionOf(years)
  if (last?.version !== version) {
    last = calendarOf(
      years.map(({ row }) => row),
      version,
    )
  }
  return last
}
