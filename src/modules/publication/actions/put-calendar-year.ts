// Makes a year of the holiday calendar known to the public side: the State Council's notice is public law, no item of the register.
import type { YearRow } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { saveCalendarYear } from '../store/calendar-years.ts'

export function putCalendarYear(tx: Tx, row: YearRow, at: Date): Promise<void> {
  return saveCalendarYear(tx, row, at)
}
