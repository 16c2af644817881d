// Which years of the holiday calendar were entered by this office, besides those that came with the program?
import { sql } from 'kysely'
import type { YearRow } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/database.ts'

export async function calendarYears(tx: Tx): Promise<readonly YearRow[]> {
  const { rows } = await sql<YearRow>`select year, notice, days_off as "daysOff", worked from publication.calendar_year order by year`.execute(tx)
  return rows
}
