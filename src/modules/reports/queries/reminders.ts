// Reports that are not handed in: those whose day comes, and all of a round.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ReportState } from '../law/states.ts'

export interface ReportToRemind {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  readonly state: ReportState
}

const open = (where: RawBuilder<boolean>): RawBuilder<unknown> => sql`
  select report.id, report.unit_id as "unitId", report.unit_name as "unitName", round.title, report.state
  from reports.report join reports.round on round.id = report.round_id
  where report.state in ('preparing', 'returned', 'signing', 'signed') and report.scope = 'own' and round.closed_at is null and ${where}
  order by report.hand_in_by, report.id`

/** Due on `until` or before, and not told of at this stage. */
export async function reportsToRemind(tx: Tx, until: Day, stage: number, limit: number): Promise<ReportToRemind[]> {
  const { rows } = await sql<ReportToRemind>`${open(sql<boolean>`report.hand_in_by <= ${until} and report.reminded < ${stage}`)} limit ${limit}`.execute(tx)
  return rows
}

export async function openReports(tx: Tx, roundId: string): Promise<ReportToRemind[]> {
  const { rows } = await sql<ReportToRemind>`${open(sql<boolean>`report.round_id = ${roundId}::uuid`)}`.execute(tx)
  return rows
}
