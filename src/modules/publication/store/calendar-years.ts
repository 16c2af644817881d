// Writes the public copy of a year of the holiday calendar.
import { sql } from 'kysely'
import type { YearRow } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/database.ts'

export async function saveCalendarYear(tx: Tx, { year, notice, daysOff, worked }: YearRow, at: Date): Promise<void> {
  await sql`
    insert into publication.calendar_year (year, notice, days_off, worked, published_at)
    values (${year}, ${notice}, ${JSON.stringify(daysOff)}::jsonb, ${JSON.stringify(worked)}::jsonb, ${at})
    on conflict (year) do update set notice = excluded.notice, days_off = excluded.days_off, worked = excluded.worked, published_at = excluded.published_at`.execute(
    tx,
  )
}
