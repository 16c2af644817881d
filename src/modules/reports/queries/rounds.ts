// Rounds as they are: one by id, the list of those in which somebody has a part, and how many of their reports stand where.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ReportScope, ReportState, RoundKind } from '../law/states.ts'
import type { Outline } from '../rules/outline.ts'
import type { RoundDays } from '../rules/round-days.ts'

export interface Round extends RoundDays {
  readonly id: string
  readonly kind: RoundKind
  readonly year: number
  readonly title: string
  readonly unitId: string
  readonly unitName: string
  readonly basis: string
  readonly outline: Outline | null
  readonly openedAt: Date
  readonly openedById: string | null
  readonly openedByName: string
  /** How many units were asked, and how many of their reports are still to be made. */
  readonly asked: number
  readonly waiting: number
  readonly closedAt: Date | null
  readonly closedByName: string | null
  readonly closedNote: string
}

const columns = sql`
  round.id, round.kind, round.year, round.title, round.unit_id as "unitId", unit.name as "unitName", round.basis, round.outline,
  round.department_due as "departmentDue", round.government_due as "governmentDue", round.town_due as "townDue", round.hand_in_by as "handInBy",
  round.opened_at as "openedAt", round.opened_by as "openedById", round.asked, (select count(*)::int from reports.round_unit where round_unit.round_id = round.id) as waiting, round.opened_by_name as "openedByName", round.closed_at as "closedAt", round.closed_by_name as "closedByName", round.closed_note as "closedNote"`

export async function roundById(tx: Tx, roundId: string): Promise<Round | undefined> {
  const { rows } = await sql<Round>`
    select ${columns} from reports.round join organization.unit on unit.id = round.unit_id where round.id = ${roundId}::uuid`.execute(tx)
  return rows[0]
}

/** The same, held until the transaction ends. */
export async function lockRound(tx: Tx, roundId: string): Promise<Round | undefined> {
  await sql`select from reports.round where id = ${roundId}::uuid for update`.execute(tx)
  return roundById(tx, roundId)
}

/** A round with units that wait for their reports, the oldest first; held until the transaction ends, and passed over while somebody else holds it. */
export async function lockWaitingRound(tx: Tx): Promise<Round | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from reports.round where exists (select from reports.round_unit where round_unit.round_id = round.id) order by opened_at, id limit 1 for update skip locked`.execute(
    tx,
  )
  return rows[0] && roundById(tx, rows[0].id)
}

export async function yearlyRound(tx: Tx, unitId: string, year: number): Promise<boolean> {
  const { rows } = await sql`select from reports.round where kind = 'yearly' and unit_id = ${unitId}::uuid and year = ${year}`.execute(tx)
  return rows.length > 0
}

export async function roundWithTitle(tx: Tx, { unitId, kind, year, title }: Pick<Round, 'unitId' | 'kind' | 'year' | 'title'>): Promise<boolean> {
  const { rows } = await sql`select from reports.round where unit_id = ${unitId}::uuid and kind = ${kind} and year = ${year} and title = ${title}`.execute(tx)
  return rows.length > 0
}

/** Which reports somebody may see. */
export const withinReach = ({ everywhere, unitIds }: Pick<Reach, 'everywhere' | 'unitIds'>): RawBuilder<boolean> =>
  everywhere ? sql<boolean>`true` : sql<boolean>`report.unit_id = any(${[...unitIds]}::uuid[])`

/** Not handed in, and the day is over: asked of the day, never stored. */
export const isLate = (today: Day): RawBuilder<boolean> =>
  sql<boolean>`(report.state in ('preparing', 'signing', 'signed', 'returned') and coalesce(report.hand_in_by < ${today}, false))`

export interface RoundCounts {
  readonly states: Readonly<Partial<Record<ReportState, number>>>
  readonly late: number
  readonly total: number
  /** With the sums of regions, which nobody is asked for. */
  readonly listed: number
}

/** Of each round the own reports within the reach. */
async function countsOf(tx: Tx, roundIds: readonly string[], reach: Reach, today: Day): Promise<ReadonlyMap<string, RoundCounts>> {
  const { rows } = await sql<{ roundId: string; scope: ReportScope; state: ReportState; count: number; late: number }>`
    select round_id as "roundId", scope, state, count(*) as count, count(*) filter (where ${isLate(today)}) as late
    from reports.report where round_id = any(${[...roundIds]}::uuid[]) and ${withinReach(reach)} group by round_id, scope, state`.execute(tx)
  return new Map(
    [...Map.groupBy(rows, ({ roundId }) => roundId)].map(([roundId, all]) => {
      const own = all.filter(({ scope }) => scope === 'own')
      return [
        roundId,
        {
          states: Object.fromEntries(own.map(({ state, count }) => [state, count])),
          late: own.reduce((sum, { late }) => sum + late, 0),
          total: own.reduce((sum, { count }) => sum + count, 0),
          listed: all.reduce((sum, { count }) => sum + count, 0),
        },
      ]
    }),
  )
}

const none: RoundCounts = { states: {}, late: 0, total: 0, listed: 0 }

export const countsOfRound = async (tx: Tx, roundId: string, reach: Reach, today: Day): Promise<RoundCounts> =>
  (await countsOf(tx, [roundId], reach, today)).get(roundId) ?? none

export interface RoundQuestion {
  readonly view: 'open' | 'closed' | 'all'
  readonly kind?: RoundKind | undefined
  readonly year?: number | undefined
  readonly words: string
}

/** Rounds with a report within the reach, the newest first. */
export async function roundsWithin(
  tx: Tx,
  ask: RoundQuestion,
  { reach, today }: { reach: Reach; today: Day },
  page: { limit: number; offset: number },
): Promise<{ rows: (Round & { counts: RoundCounts })[]; total: number }> {
  const like = `%${ask.words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const where = sql<boolean>`${sql.join(
    [
      sql<boolean>`exists (select from reports.report where report.round_id = round.id and ${withinReach(reach)})`,
      ...(ask.view === 'all' ? [] : [sql<boolean>`(round.closed_at is null) = ${ask.view === 'open'}`]),
      ...(ask.kind ? [sql<boolean>`round.kind = ${ask.kind}`] : []),
      ...(ask.year ? [sql<boolean>`round.year = ${ask.year}`] : []),
      ...(ask.words === '' ? [] : [sql<boolean>`(round.title ilike ${like} or round.basis ilike ${like})`]),
    ],
    sql` and `,
  )}`
  const { rows } = await sql<Round>`
    select ${columns} from reports.round join organization.unit on unit.id = round.unit_id
    where ${where} order by round.year desc, round.opened_at desc, round.id limit ${page.limit} offset ${page.offset}`.execute(tx)
  const total = await sql<{ count: number }>`select count(*) as count from reports.round where ${where}`.execute(tx)
  const counts = await countsOf(
    tx,
    rows.map(({ id }) => id),
    reach,
    today,
  )
  return { rows: rows.map((row) => ({ ...row, counts: counts.get(row.id) ?? none })), total: total.rows[0]?.count ?? 0 }
}
