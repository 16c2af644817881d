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
  const within = sql`day between ${span.from} and ${span.until}`
  const seen = by.includes('unit')
    ? sql`select unit_id, channel, day, count(*) filter (where first) as first, count(*) filter (where first_there) as by from seen group by 1, 2, 3`
    : sql`
      select null::uuid as unit_id, channel, day, count(*) filter (where first) as first, count(*) filter (where first_there) as by from seen where alone group by 2, 3
      union all
      select null, channel, day, 1, 0 from (select distinct on (root_id) channel, day from together order by root_id, day, ${rank}, piece_id) one where ${within}
      union all
      select null, channel, day, 0, 1 from (select distinct on (root_id, channel) channel, day from together order by root_id, channel, day, piece_id) one where ${within}`
  const unit: RawBuilder<unknown> = by.includes('unit') ? sql`unit_id` : sql`null::uuid`
  const { rows } = await sql<{ keys: string[]; first: number; by: number }>`
    with ${seenTables(scope, span)},
    counted as (
      select unit_id, 'website' as channel, day, count as first, count as by from (${listedDocuments(question)}) listed
      union all select ${unit}, 'website', day, -count(*), -count(*) from seen where channel = 'website' group by 1, 3
      union all ${seen})
    select ${of} as keys, sum(first)::int as first, sum(by)::int as by from counted group by 1 having sum(first) <> 0 or sum(by) <> 0`.execute(tx)
  return rows.map(({ keys: at, first, by: shown }) => ({
    keys: at,
    counts: { 'published-distinct': first, 'published-first-by-channel': first, 'published-by-channel': shown },
  }))
}
