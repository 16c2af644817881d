// Writes versions of years, what was done, and how far the due days were counted anew.
import { sql } from 'kysely'
import type { YearRow } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { StepName } from '../law/steps.ts'

/** Nobody else changes the calendar until the transaction ends. */
export async function holdCalendar(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('calendar.year_version'))`.execute(tx)
}

export interface Author {
  readonly accountId: string
  readonly name: string
  readonly at: Date
}

export async function insertYear(tx: Tx, { year, notice, daysOff, worked }: YearRow, { accountId, name, at }: Author): Promise<void> {
  await sql`
    insert into calendar.year_version (year, notice, days_off, worked, entered_at, entered_by, entered_by_name)
    values (${year}, ${notice}, ${JSON.stringify(daysOff)}::jsonb, ${JSON.stringify(worked)}::jsonb, ${at}, ${accountId}::uuid, ${name})`.execute(tx)
}

export interface StepRecord {
  readonly step: StepName
  readonly year: number | null
  readonly detail: Readonly<Record<string, string | number>>
}

/** `by` undefined: the system itself. */
export async function recordStep(tx: Tx, { step, year, detail }: StepRecord, at: Date, by?: Author): Promise<void> {
  await sql`
    insert into calendar.step_taken (at, by_account_id, by_name, step, year, detail)
    values (${at}, ${by?.accountId ?? null}::uuid, ${by?.name ?? '系统'}, ${step}, ${year}, ${JSON.stringify(detail)}::jsonb)`.execute(tx)
}

export async function saveRecount(tx: Tx, version: string, at: Date): Promise<void> {
  await sql`
    insert into calendar.recount (version, counted_at) values (${version}, ${at})
    on conflict (single) do update set version = excluded.version, counted_at = excluded.counted_at`.execute(tx)
}
