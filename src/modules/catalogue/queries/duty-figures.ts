// How many duties were met in a period, in time or late, and how many were open at the end of a day; the list that a figure opens to uses the same conditions.
import { sql, type RawBuilder } from 'kysely'
import { isWanted, type MetricQuestion, type MetricRow, type MetricSplit, type Span } from '../../../kernel/metric.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { dutyMetrics, type DutyMetric } from '../law/metrics.ts'
import { unitsOfLine, unitsWithin } from './reach.ts'

/** The one meaning of each figure, over `duty`. */
export function dutyFigureIs(figure: DutyMetric, { from, until }: Span): RawBuilder<boolean> {
  const done = sql<boolean>`(duty.outcome in ('met', 'closed') and duty.settled_on between ${from} and ${until})`
  // both halves name the outcome: each has an index of its own
  const open = sql<boolean>`((duty.made_at at time zone 'Asia/Shanghai')::date <= ${until} and (duty.outcome is null or (duty.outcome is not null and duty.settled_on > ${until})))`
  switch (figure) {
    case 'duties-met':
      return sql<boolean>`(${done} and duty.settled_on <= duty.due_on)`
    case 'duties-late':
      return sql<boolean>`(${done} and duty.settled_on > duty.due_on)`
    case 'duties-open':
      return open
    case 'duties-overdue':
      return sql<boolean>`(${open} and duty.due_on < ${until})`
  }
}

const keys = { unit: sql`duty.unit_id::text`, month: sql`to_char(duty.settled_on, 'YYYY-MM')` } as const

type Split = keyof typeof keys

const isSplit = (split: MetricSplit): split is Split => Object.hasOwn(keys, split)

/** Of each figure by itself, so that each is found by the index of its days. */
export async function dutyMetricCounts(tx: Tx, question: MetricQuestion): Promise<MetricRow[]> {
  const { reach, unitIds, span, by: asked } = question
  const by = asked.filter(isSplit)
  if (by.length < asked.length) return []
  const figures = (Object.keys(dutyMetrics) as DutyMetric[]).filter(
    (name) => isWanted(question, name) && (!by.includes('month') || dutyMetrics[name].over === 'period'),
  )
  if (figures.length === 0) return []
  const of = by.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(by.map((split) => keys[split]))}]`
  const among = sql`${unitsWithin(sql`duty.unit_id`, reach)} and ${unitsOfLine(sql`duty.unit_id`, 'government')}
    and ${unitIds === undefined ? sql`true` : sql`duty.unit_id = any(${[...unitIds]}::uuid[])`}`
  const { rows } = await sql<{ keys: string[]; name: DutyMetric; count: number }>`${sql.join(
    figures.map(
      (name) =>
        sql`select ${of} as keys, ${name}::text as name, count(*)::int as count from catalogue.duty where ${dutyFigureIs(name, span)} and ${among} group by 1`,
    ),
    sql` union all `,
  )}`.execute(tx)
  return [...Map.groupBy(rows, (row) => row.keys.join(' ')).values()].map((same) => ({
    keys: same[0]?.keys ?? [],
    counts: Object.fromEntries(same.map(({ name, count }) => [name, count])),
  }))
}
