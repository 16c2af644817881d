// The instant at which a day begins at the office.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export async function startOfDay(tx: Tx, day: Day, timeZone: string): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select (${day}::date)::timestamp at time zone ${timeZone} as at`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('the database gave no instant')
  return row.at
}
