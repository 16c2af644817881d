// Which years does the calendar hold, from where, and what was done to them?
import { sql } from 'kysely'
import type { YearRow } from '../../../kernel/calendar.ts'
import { shippedYears } from '../../../law/holidays.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { StepName } from '../law/steps.ts'

export interface EnteredYear extends YearRow {
  readonly id: number
  readonly enteredAt: Date
  readonly enteredByName: string
}

export interface HeldYear {
  readonly row: YearRow
  /** Undefined where it is as it came with the program. */
  readonly entered: Pick<EnteredYear, 'id' | 'enteredAt' | 'enteredByName'> | undefined
}

const fields = sql`id, year, notice, days_off as "daysOff", worked, entered_at as "enteredAt", entered_by_name as "enteredByName"`

/** Of every year the row that holds, oldest first: the latest one entered, else the shipped one. */
export async function heldYears(tx: Tx): Promise<readonly HeldYear[]> {
  const { rows } = await sql<EnteredYear>`select distinct on (year) ${fields} from calendar.year_version order by year, id desc`.execute(tx)
  const entered = new Map(rows.map((row) => [row.year, row]))
  const shipped = shippedYears.filter(({ year }) => !entered.has(year)).map((row): HeldYear => ({ row, entered: undefined }))
  const own = rows.map(({ id, enteredAt, enteredByName, ...row }): HeldYear => ({ row, entered: { id, enteredAt, enteredByName } }))
  return [...shipped, ...own].toSorted((a, b) => a.row.year - b.row.year)
}

/** Every version of one year, latest first; the shipped one is last. */
export async function versionsOf(tx: Tx, year: number): Promise<readonly HeldYear[]> {
  const { rows } = await sql<EnteredYear>`select ${fields} from calendar.year_version where year = ${year} order by id desc limit 100`.execute(tx)
  const shipped = shippedYears.find((row) => row.year === year)
  return [
    ...rows.map(({ id, enteredAt, enteredByName, ...row }): HeldYear => ({ row, entered: { id, enteredAt, enteredByName } })),
    ...(shipped ? [{ row: shipped, entered: undefined }] : []),
  ]
}

export interface CalendarStep {
  readonly at: Date
  readonly byName: string
  readonly step: StepName
  readonly detail: Readonly<Record<string, string | number>>
}

export async function stepsOf(tx: Tx, year: number): Promise<readonly CalendarStep[]> {
  const { rows } = await sql<CalendarStep>`
    select at, by_name as "byName", step, detail from calendar.step_taken where year = ${year} order by id desc limit 100`.execute(tx)
  return rows
}

/** When people were last reminded of a year. */
export async function lastReminder(tx: Tx, year: number): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select at from calendar.step_taken where year = ${year} and step = 'remind' order by id desc limit 1`.execute(tx)
  return rows[0]?.at
}

export async function lastRecount(tx: Tx): Promise<{ version: string; countedAt: Date } | undefined> {
  const { rows } = await sql<{ version: string; countedAt: Date }>`select version, counted_at as "countedAt" from calendar.recount`.execute(tx)
  return rows[0]
}
