// Reports of a round as a list: who stands where, who is late.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ReportOrigin, ReportScope, ReportState } from '../law/states.ts'
import { isLate, withinReach } from './rounds.ts'

export interface ListedReport {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly scope: ReportScope
  readonly origin: ReportOrigin
  readonly state: ReportState
  readonly handInBy: Day | null
  readonly publishBy: Day | null
  readonly late: boolean
  /** The day on which it was last handed in. */
  readonly handedInOn: Day | null
  /** Cells that a person typed. */
  readonly typed: number
  readonly changedAt: Date | null
  readonly remark: string | null
}

export interface ReportQuestion {
  readonly view: ReportState | 'late' | 'all'
  readonly words: string
  readonly sort: ReportSort
}

/** The county's own stands before those of its units, whose places are counted anew below it. */
const orders = {
  unit: sql`unit.parent_id is not null, unit.position, report.unit_name, report.scope, report.id`,
  '-unit': sql`unit.parent_id is null, unit.position desc, report.unit_name desc, report.scope, report.id`,
  due: sql`report.hand_in_by nulls last, unit.parent_id is not null, unit.position, report.id`,
  '-due': sql`report.hand_in_by desc nulls last, unit.parent_id is not null, unit.position, report.id`,
  state: sql`array_position(array['returned', 'preparing', 'signing', 'signed', 'submitted', 'accepted'], report.state), unit.position, report.id`,
  '-state': sql`array_position(array['accepted', 'submitted', 'signed', 'signing', 'preparing', 'returned'], report.state), unit.position, report.id`,
} as const

export type ReportSort = keyof typeof orders

function conditions(roundId: string, { view, words }: ReportQuestion, { reach, today }: { reach: Reach; today: Day }): RawBuilder<boolean> {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`${sql.join(
    [
      sql<boolean>`report.round_id = ${roundId}::uuid`,
      withinReach(reach),
      ...(view === 'late' ? [isLate(today)] : view === 'all' ? [] : [sql<boolean>`(report.state = ${view} and report.scope = 'own')`]),
      ...(words === '' ? [] : [sql<boolean>`report.unit_name ilike ${like}`]),
    ],
    sql` and `,
  )}`
}

export async function reportsOfRound(
  tx: Tx,
  roundId: string,
  ask: ReportQuestion,
  asker: { reach: Reach; today: Day },
  page: { limit: number; offset: number },
): Promise<{ rows: ListedReport[]; total: number }> {
  const where = conditions(roundId, ask, asker)
  const { rows } = await sql<ListedReport>`
    with page as materialized (
      select report.*, row_number() over (order by ${orders[ask.sort]}) as place
      from reports.report join organization.unit on unit.id = report.unit_id where ${where} order by place limit ${page.limit} offset ${page.offset})
    select report.id, report.unit_id as "unitId", report.unit_name as "unitName", report.scope, report.origin, report.state, report.hand_in_by as "handInBy",
      report.publish_by as "publishBy", ${isLate(asker.today)} as late,
      (select (max(step.at) at time zone 'Asia/Shanghai')::date from reports.step_taken step
        where step.report_id = report.id and step.step in ('submit', 'enter-paper')) as "handedInOn",
      (select count(*) from reports.cell where cell.report_id = report.id and cell.by_name is not null) as typed,
      (select max(step.at) from reports.step_taken step where step.report_id = report.id) as "changedAt",
      case when report.state = 'returned' then
        (select step.note from reports.step_taken step where step.report_id = report.id and step.step = 'return' order by step.ordinal desc limit 1) end as remark
    from page report order by report.place`.execute(tx)
  const total = await sql<{ count: number }>`select count(*) as count from reports.report where ${where}`.execute(tx)
  return { rows, total: total.rows[0]?.count ?? 0 }
}

/** The own reports of a round, by their units. */
export async function reportIdsOf(tx: Tx, roundId: string): Promise<{ reportId: string; unitId: string }[]> {
  const { rows } = await sql<{ reportId: string; unitId: string }>`
    select id as "reportId", unit_id as "unitId" from reports.report where round_id = ${roundId}::uuid and scope = 'own'`.execute(tx)
  return rows
}
