// How many applications came in a period, how many were concluded, in what time, and how many of them too late; how many were open at the end of a day?
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { MetricQuestion, Span } from '../../../kernel/metric.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { FigureSplit, ListedFigure } from '../law/figures.ts'
import type { Counted } from '../rules/figures.ts'
import { within } from './reach.ts'

export interface FigurePeriod {
  readonly from: Day
  readonly until: Day
}

/** Also what has no term. */
const notLate = sql<boolean>`(application.due_on is null or application.concluded_on <= application.due_on)`

/** The one meaning of each figure, over `application`; lists that a figure opens to use it, too. */
export function figureIs(figure: ListedFigure, { from, until }: FigurePeriod): RawBuilder<boolean> {
  const concluded = sql<boolean>`(application.received_on is not null and application.concluded_on between ${from} and ${until})`
  const open = sql<boolean>`(application.received_on <= ${until} and (application.concluded_on is null or application.concluded_on > ${until}))`
  switch (figure) {
    case 'received':
      return sql<boolean>`application.received_on between ${from} and ${until}`
    case 'concluded':
      return concluded
    case 'in-time':
      return sql<boolean>`(${concluded} and application.concluded_on <= application.due_on)`
    case 'late':
      return sql<boolean>`(${concluded} and application.concluded_on > application.due_on)`
    case 'extended':
      return sql<boolean>`(${concluded} and application.extended)`
    case 'prompt':
      return sql<boolean>`(${concluded} and not application.extended and ${notLate})`
    case 'extended-in-time':
      return sql<boolean>`(${concluded} and application.extended and ${notLate})`
    case 'belated':
      return sql<boolean>`(${concluded} and not (not application.extended and ${notLate}))`
    case 'open':
      return open
    case 'overdue':
      return sql<boolean>`(${open} and application.due_on < ${until})`
  }
}

const keys: Readonly<Record<FigureSplit, (on: 'received_on' | 'concluded_on') => RawBuilder<string>>> = {
  unit: () => sql<string>`application.unit_id::text`,
  month: (on) => sql<string>`to_char(${sql.ref(`application.${on}`)}, 'YYYY-MM')`,
  kind: () => sql<string>`application.applicant_kind`,
  channel: () => sql<string>`application.channel`,
  outcome: () => sql<string>`case when application.concluded_on is null then '' else application.outcome end`,
}

const keysOf = (by: readonly FigureSplit[], on: 'received_on' | 'concluded_on'): RawBuilder<unknown> =>
  by.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(by.map((split) => keys[split](on)))}]`

export interface FigureRow extends Counted {
  /** Ids, names or `2026-03` of what the row counts. */
  readonly keys: readonly string[]
  readonly prompt: number
  readonly 'extended-in-time': number
  readonly belated: number
}

interface Asked extends FigurePeriod {
  readonly by: readonly FigureSplit[]
  readonly where: RawBuilder<boolean>
}

const columns: Readonly<Record<FigureSplit, (on: 'received_on' | 'concluded_on') => RawBuilder<unknown>>> = {
  ...keys,
  unit: () => sql`application.unit_id`,
  month: (on) => sql`date_trunc('month', ${sql.ref(`application.${on}`)})::date`,
}

/** Grouped before keys are made: of the few groups, not of the many applications. */
async function countedRows(tx: Tx, { by, where, ...period }: Asked): Promise<FigureRow[]> {
  const at = (split: FigureSplit): RawBuilder<unknown> => sql.ref(`counted.${split}`)
  const groups = (on: 'received_on' | 'concluded_on'): RawBuilder<unknown> =>
    sql.join([sql`1 as one`, ...by.map((split) => sql`${columns[split](on)} as ${sql.ref(split)}`)])
  const grouped = sql`group by ${sql.join([sql`1`, ...by.map((_split, place) => sql.lit(place + 2))])}`
  const key = (split: FigureSplit): RawBuilder<unknown> => (split === 'month' ? sql`to_char(${at(split)}, 'YYYY-MM')` : sql`${at(split)}::text`)
  const { rows } = await sql<FigureRow>`
    select ${by.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(by.map(key))}]`} as keys, sum(received)::int as received, sum(concluded)::int as concluded,
      sum(in_time)::int as "in-time", sum(late)::int as late, sum(extended)::int as extended, sum(prompt)::int as prompt,
      sum(extended_in_time)::int as "extended-in-time", sum(concluded - prompt)::int as belated, sum(days)::int as days, max(days_late)::int as "mostLate"
    from (
      select ${groups('received_on')}, count(*) as received, 0 as concluded, 0 as in_time, 0 as late, 0 as extended, 0 as prompt, 0 as extended_in_time, 0 as days, 0 as days_late
      from requests.application where ${figureIs('received', period)} and ${where} ${grouped}
      union all
      select ${groups('concluded_on')}, 0, count(*), count(*) filter (where application.concluded_on <= application.due_on), count(*) filter (where application.concluded_on > application.due_on),
        count(*) filter (where application.extended), count(*) filter (where not application.extended and ${notLate}), count(*) filter (where application.extended and ${notLate}), sum(application.concluded_on - application.received_on),
        coalesce(max(greatest(application.concluded_on - application.due_on, 0)), 0)
      from requests.application where ${figureIs('concluded', period)} and ${where} ${grouped}
    ) as counted
    group by ${sql.join([sql`one`, ...by.map(at)])}`.execute(tx)
  return rows
}

/** One row for each key that counts anything; by outcome, what is not concluded stands under the empty key. */
export async function requestFigureRows(
  tx: Tx,
  reach: Reach,
  { by, unitId, ...period }: FigurePeriod & { readonly by: FigureSplit; readonly unitId?: string | undefined },
): Promise<(Counted & { readonly key: string })[]> {
  const where = sql<boolean>`(${within(reach)} and (${unitId ?? null}::uuid is null or application.unit_id = ${unitId ?? null}::uuid))`
  return (await countedRows(tx, { by: [by], where, ...period })).map(({ keys: [key = ''], ...row }) => ({ key, ...row }))
}

const ofQuestion = ({ reach, unitIds }: Pick<MetricQuestion, 'reach' | 'unitIds'>): RawBuilder<boolean> =>
  unitIds === undefined ? within(reach) : sql<boolean>`(${within(reach)} and application.unit_id = any(${[...unitIds]}::uuid[]))`

/** The figures of the period, split by any of its keys. */
export const periodRows = (tx: Tx, question: Pick<MetricQuestion, 'reach' | 'unitIds'>, span: Span, by: readonly FigureSplit[]): Promise<FigureRow[]> =>
  countedRows(tx, { by, where: ofQuestion(question), ...span })

export interface StandingRow {
  readonly keys: readonly string[]
  readonly open: number
  readonly overdue: number
}

/** What was open at the end of the last day, and what of it was late. */
export async function standingRows(
  tx: Tx,
  question: Pick<MetricQuestion, 'reach' | 'unitIds'>,
  span: Span,
  by: readonly FigureSplit[],
): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select ${keysOf(by, 'received_on')} as keys, count(*)::int as open, (count(*) filter (where ${figureIs('overdue', span)}))::int as overdue
    from requests.application where ${figureIs('open', span)} and ${ofQuestion(question)} group by 1`.execute(tx)
  return rows
}

/** Names of the units that the rows are of, in the order of the county's list. */
export async function unitNames(tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organization.unit where id = any(${[...ids]}::uuid[]) order by position, name, id`.execute(tx)
  return rows
}
