// How many reconsiderations and lawsuits came in, with what result they ended, and how many were open at the end of a day; lists that a figure opens to use the same conditions.
import { sql, type RawBuilder } from 'kysely'
import type { MetricQuestion, MetricRow, MetricSplit, Span } from '../../../kernel/metric.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { remedyFigureNames, type RemedyFigure } from '../law/figures.ts'
import { remedyResultNames, remedyResultRows, type RemedyResult } from '../law/remedy-cases.ts'
import type { RemedyColumn, RemedyRow } from '../law/yearly-form.ts'
import { within } from './reach.ts'

export const rowIs = (row: RemedyRow): RawBuilder<boolean> =>
  row === 'reconsideration'
    ? sql<boolean>`remedy.kind = 'reconsideration'`
    : sql<boolean>`(remedy.kind = 'lawsuit' and remedy.after_reconsideration = ${row === 'lawsuit-after'})`

export const resultsOf = (column: RemedyColumn): RemedyResult[] => remedyResultNames.filter((name) => remedyResultRows[name].column === column)

const endedAs = (column: RemedyColumn, { from, until }: Span): RawBuilder<boolean> =>
  sql<boolean>`(remedy.concluded_on between ${from} and ${until} and remedy.result = any(${resultsOf(column)}))`

/** The one meaning of each figure, over `remedy`: complaints are no remedies of the yearly report. */
export function remedyFigureIs(figure: RemedyFigure, span: Span): RawBuilder<boolean> {
  const remedies = sql<boolean>`remedy.kind <> 'complaint'`
  switch (figure) {
    case 'remedies-received':
      return sql<boolean>`(${remedies} and remedy.received_on between ${span.from} and ${span.until})`
    case 'remedies-upheld':
      return sql<boolean>`(${remedies} and ${endedAs('upheld', span)})`
    case 'remedies-corrected':
      return sql<boolean>`(${remedies} and ${endedAs('corrected', span)})`
    case 'remedies-other':
      return sql<boolean>`(${remedies} and ${endedAs('other', span)})`
    case 'remedies-open':
      return sql<boolean>`(${remedies} and remedy.received_on <= ${span.until} and (remedy.concluded_on is null or remedy.concluded_on > ${span.until}))`
  }
}

const keys = {
  unit: sql`application.unit_id::text`,
  month: sql`to_char(figure.at, 'YYYY-MM')`,
  remedy: sql`case when remedy.kind = 'reconsideration' then 'reconsideration' when remedy.after_reconsideration then 'lawsuit-after' else 'lawsuit-direct' end`,
} as const

type Split = keyof typeof keys

const isSplit = (split: MetricSplit): split is Split => Object.hasOwn(keys, split)

/** What stands at the end of a day has no month. */
const standing: readonly RemedyFigure[] = ['remedies-open']

/** Remedies are few: always counted one by one. */
export async function remedyMetricCounts(tx: Tx, { reach, unitIds, span, by: asked }: MetricQuestion): Promise<MetricRow[]> {
  const by = asked.filter(isSplit)
  if (by.length < asked.length) return []
  const figures = remedyFigureNames.filter((name) => !by.includes('month') || !standing.includes(name))
  const of = by.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(by.map((split) => keys[split]))}]`
  const named = figures.map(
    (name) => sql`(${name}, ${remedyFigureIs(name, span)}, ${name === 'remedies-received' ? sql`remedy.received_on` : sql`remedy.concluded_on`})`,
  )
  const { rows } = await sql<{ keys: string[]; name: RemedyFigure; count: number }>`
    select ${of} as keys, figure.name, count(*)::int as count
    from requests.remedy join requests.application on application.id = remedy.application_id
    cross join lateral (values ${sql.join(named)}) as figure (name, counted, at)
    where figure.counted and ${within(reach)} and ${unitIds === undefined ? sql`true` : sql`application.unit_id = any(${[...unitIds]}::uuid[])`}
    group by 1, 2`.execute(tx)
  return [...Map.groupBy(rows, (row) => row.keys.join(' ')).values()].map((same) => ({
    keys: same[0]?.keys ?? [],
    counts: Object.fromEntries(same.map(({ name, count }) => [name, count])),
  }))
}
