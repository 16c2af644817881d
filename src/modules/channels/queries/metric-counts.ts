// The metrics of channels for whoever asks by the registry: all that is listed on the website, as rows or as sums, without what the ledger speaks of; that is kept piece by piece with what the figures ask of it.
import { sql, type RawBuilder } from 'kysely'
import type { MetricQuestion, MetricRow, MetricSplit } from '../../../kernel/metric.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { listedDocuments } from '../../publication/index.ts'
import { rank } from './figures.ts'
import { seenTables } from './seen.ts'
import type { Scope } from './scope.ts'

const keys = { unit: sql`unit_id::text`, month: sql`to_char(day, 'YYYY-MM')`, channel: sql`channel` } as const

type Split = keyof typeof keys

const isSplit = (split: MetricSplit): split is Split => Object.hasOwn(keys, split)

/** Units are each counted by themselves where they are a key: what two of them showed counts at both. */
export async function channelMetricCounts(tx: Tx, question: MetricQuestion): Promise<MetricRow[]> {
  const by = question.by.filter(isSplit)
  if (by.length < question.by.length) return []
  const scope: Scope = { reach: question.reach, among: question.unitIds, line: 'government' }
  const { span } = question
  const of = by.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(by.map((split) => keys[split]))}]`
  const own = by.includes('unit')
  const unit: RawBuilder<unknown> = own ? sql`unit_id` : sql`null::uuid`
  const day = by.includes('month') ? sql`date_trunc('month', day)::date` : sql`null::date`
  const within = sql`where day between ${span.from} and ${span.until}`
  // what several units showed is put together of its days, unless each unit counts by itself
  const counts = (flag: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`count(*) filter (where ${flag} ${own ? sql`` : sql`and alone`}) - count(*) filter (where channel = 'website')`
  const shared = sql`
      union all select null, channel, ${day}, 1, 0 from (select distinct on (root_id) channel, day from shown_on order by root_id, day, ${rank}) one ${within}
      union all select null, channel, ${day}, 0, 1 from shown_on ${within}`
  const { rows } = await sql<{ keys: string[]; first: number; by: number }>`
    with ${seenTables(scope, span)},
    counted as (
      select unit_id, 'website' as channel, day, count as first, count as by from (${listedDocuments(question)}) listed
      union all select ${unit}, channel, ${day}, ${counts(sql`first`)}, ${counts(sql`first_there`)} from seen group by 1, 2, 3
      ${own ? sql`` : shared})
    select ${of} as keys, sum(first)::int as first, sum(by)::int as by from counted group by 1 having sum(first) <> 0 or sum(by) <> 0`.execute(tx)
  return rows.map(({ keys: at, first, by: shown }) => ({
    keys: at,
    counts: { 'published-distinct': first, 'published-first-by-channel': first, 'published-by-channel': shown },
  }))
}
