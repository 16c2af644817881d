// The metrics of channels for whoever asks by the registry. The sums of what is listed on the website come from `publication`; what the ledger knows more of is taken out of them and counted piece by piece.
import { sql, type RawBuilder } from 'kysely'
import type { MetricQuestion, MetricRow, MetricSplit } from '../../../kernel/metric.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { appearances, lonely, rank } from './figures.ts'
import type { Scope } from './scope.ts'
import { inScope } from './scope.ts'

const month = sql`to_char(day, 'YYYY-MM')`

const keys = { unit: sql`unit_id::text`, month, channel: sql`channel` } as const

type Split = keyof typeof keys

const isSplit = (split: MetricSplit): split is Split => Object.hasOwn(keys, split)

/** Of the website, all that stand alone: each is one document, seen first there. */
const alone = (scope: Scope, { span }: MetricQuestion): RawBuilder<unknown> => sql`
  select d.unit_id, 'website' as channel, (d.listed_at at time zone 'Asia/Shanghai')::date as day, 1::bigint as count ${lonely(scope, span)}`

/** The same by subtraction: all that are listed in the months, without those that the ledger speaks of. */
const aloneBySums = (scope: Scope, { span }: MetricQuestion): RawBuilder<unknown> => sql`
  select unit_id, 'website' as channel, month as day, count from (
    select unit_id, month, count from publication.tally where month between ${span.from} and ${span.until}
    union all select unit_id, month, count from publication.tally_delta where month between ${span.from} and ${span.until}) listed
  where ${inScope(sql`unit_id`, scope)}
  union all
  select unit_id, 'website', day, -1 from appearance where channel = 'website' and day between ${span.from} and ${span.until}`

/** Units are each counted by themselves where they are a key: what two of them showed counts at both. */
export async function channelMetricCounts(tx: Tx, question: MetricQuestion): Promise<MetricRow[]> {
  const by = question.by.filter(isSplit)
  if (by.length < question.by.length) return []
  const scope: Scope = { reach: question.reach, among: question.unitIds, line: 'government' }
  const { span } = question
  const own = by.includes('unit') ? sql`unit_id` : sql`null::uuid`
  const of = by.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(by.map((split) => keys[split]))}]`
  const within = sql`day between ${span.from} and ${span.until}`
  const { rows } = await sql<{ keys: string[]; first: number; by: number }>`
    with appearance as materialized (${appearances(scope, span)}),
    lone as (${question.from === 'rows' ? alone(scope, question) : aloneBySums(scope, question)}),
    first as (select distinct on (${own}, root) unit_id, channel, day from appearance order by ${own}, root, day, ${rank}, piece),
    by_channel as (select distinct on (${own}, root, channel) unit_id, channel, day from appearance order by ${own}, root, channel, day, piece)
    select keys, sum(first)::int as first, sum(by)::int as by from (
      select ${of} as keys, count as first, count as by from lone
      union all select ${of}, 1, 0 from first where ${within}
      union all select ${of}, 0, 1 from by_channel where ${within}) counted
    group by keys having sum(first) <> 0 or sum(by) <> 0`.execute(tx)
  return rows.map(({ keys: at, first, by: seen }) => ({
    keys: at,
    counts: { 'published-distinct': first, 'published-first-by-channel': first, 'published-by-channel': seen },
  }))
}
