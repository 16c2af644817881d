// All that was done with a report, in order; and the names of units.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { ReportStepName } from '../law/steps.ts'

export interface Happened {
  readonly ordinal: number
  readonly step: ReportStepName | 'open' | 'fill'
  readonly note: string
  readonly byName: string
  readonly at: Date
}

export async function happenedTo(tx: Tx, reportId: string): Promise<Happened[]> {
  const { rows } = await sql<Happened>`
    select ordinal, step, note, by_name as "byName", at from reports.step_taken where report_id = ${reportId}::uuid order by ordinal desc limit 500`.execute(tx)
  return rows
}

export async function unitNames(tx: Tx, unitIds: readonly string[]): Promise<{ unitId: string; name: string }[]> {
  const { rows } = await sql<{ unitId: string; name: string }>`
    select id as "unitId", name from organization.unit where id = any(${[...unitIds]}::uuid[]) order by position, name, id`.execute(tx)
  return rows
}
