// The metrics of what stands on the website, for whoever asks by the registry: from the documents as they stand, or from the sums that publications carry on.
import { sql, type RawBuilder } from 'kysely'
import { isWanted, type MetricQuestion, type MetricRow, type MetricSplit } from '../../../kernel/metric.ts'
import { partyKind } from '../../../law/lines.ts'
import { documentMetricNames, type PublicationMetric } from '../law/metrics.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { interpretingDocuments, isInterpreted } from './interpreting-documents.ts'
import { normativeDocuments } from './normative-documents.ts'

const splits = { unit: sql`unit_id::text`, month: sql`to_char(day, 'YYYY-MM')`, genre: sql`kind` } as const

type Split = keyof typeof splits

const isSplit = (split: MetricSplit): split is Split => Object.hasOwn(splits, split)

const keysOf = (by: readonly Split[]): RawBuilder<unknown> =>
  by.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(by.map((split) => splits[split]))}]`

/** Units of the government's line that are asked for. */
export function metricUnits(column: RawBuilder<unknown>, { reach, unitIds }: Pick<MetricQuestion, 'reach' | 'unitIds'>): RawBuilder<boolean> {
  const reached = reach.everywhere ? sql`true` : sql`${column} = any(${[...reach.unitIds]}::uuid[])`
  const named = unitIds === undefined ? sql`true` : sql`${column} = any(${[...unitIds]}::uuid[])`
  return sql<boolean>`(${reached} and ${named} and not ${column} = any(array(select id from publication.unit where kind = ${partyKind})))`
}

const startOf = (day: string): RawBuilder<unknown> => sql`((${day}::date)::timestamp at time zone 'Asia/Shanghai')`

export const listedIn = ({ from, until }: MetricQuestion['span']): RawBuilder<boolean> =>
  sql<boolean>`(d.listed_at >= ${startOf(from)} and d.listed_at < ${startOf(until)} + interval '1 day')`

/** By the index of their days alone where all are asked for without their units: only those of the party are looked up, to be taken out again. */
const wholeByDay = ({ span, by }: MetricQuestion): RawBuilder<unknown> => {
  const day = by.includes('month') ? sql`date_trunc('month', d.listed_at at time zone 'Asia/Shanghai')::date` : sql`null::date`
  const party = sql`d.unit_id in (select id from publication.unit where kind = ${partyKind})`
  return sql`
    select null::uuid as unit_id, ${day} as day, null::text as kind, count(*) as count from publication.document d where ${listedIn(span)} group by 2
    union all
    select null, ${day}, null, -count(*) from publication.document d where ${listedIn(span)} and ${party} group by 2`
}

const fromRows = (question: MetricQuestion): RawBuilder<unknown> => {
  const { span, by, reach, unitIds } = question
  if (reach.everywhere && unitIds === undefined && !by.includes('unit') && !by.includes('genre')) return wholeByDay(question)
  return sql`
    select d.unit_id, ${by.includes('month') ? sql`date_trunc('month', d.listed_at at time zone 'Asia/Shanghai')::date` : sql`null::date`} as day,
      ${by.includes('genre') ? sql`d.kind` : sql`null::text`} as kind, count(*) as count
    from publication.document d where ${listedIn(span)} and ${metricUnits(sql`d.unit_id`, question)} group by 1, 2, 3`
}

/** Sums and what is not folded into them yet, in one snapshot. */
const fromSums = ({ span: { from, until }, by, ...of }: MetricQuestion): RawBuilder<unknown> => sql`
  select ${by.includes('unit') ? sql`unit_id` : sql`null::uuid`} as unit_id, ${by.includes('month') ? sql`month` : sql`null::date`} as day, null::text as kind, sum(count)::bigint as count
  from (
    select unit_id, month, count from publication.tally where month between ${from} and ${until}
    union all select unit_id, month, count from publication.tally_delta where month between ${from} and ${until}) carried
  where ${metricUnits(sql`unit_id`, of)} group by 1, 2`

/** How many documents were first listed in the period: columns unit_id, day, kind and count, each told where it is a key of the question. Whole months can be asked from the sums, which know no kinds. */
export const listedDocuments = (question: MetricQuestion): RawBuilder<unknown> =>
  question.from === 'rows' || question.by.includes('genre') ? fromRows(question) : fromSums(question)

/** Of each event: its day, and which normative documents it is counted of. */
const events = {
  'normative-made': { on: sql`made_on`, among: sql`true` },
  'normative-repealed': { on: sql`repealed_on`, among: sql`true` },
  'normative-uninterpreted': { on: sql`made_on`, among: sql`not ${isInterpreted(sql`id`)}` },
  'normative-interpreted': { on: sql`made_on`, among: isInterpreted(sql`id`) },
} as const

const none: { readonly rows: readonly never[] } = { rows: [] }

/** Normative documents and interpretations are few, and always counted as they stand. */
export async function publicationMetricCounts(tx: Tx, question: MetricQuestion): Promise<MetricRow[]> {
  const by = question.by.filter(isSplit)
  if (by.length < question.by.length) return []
  const { from, until } = question.span
  const wants = (name: PublicationMetric): boolean => isWanted(question, name)
  const documents = !wants('documents')
    ? none
    : await sql<{ keys: string[]; count: number }>`
    select ${keysOf(by)} as keys, sum(count)::int as count from (${listedDocuments(question)}) counted
    group by 1 having sum(count) <> 0`.execute(tx)
  const normative = !documentMetricNames.some((name) => name !== 'documents' && wants(name))
    ? none
    : await sql<{ keys: string[]; name: string; count: number }>`
    with normative as materialized (${normativeDocuments(metricUnits(sql`d.unit_id`, question))}),
    counted as (
      ${sql.join(
        Object.entries(events).map(
          ([name, { on, among }]) =>
            sql`select ${name}::text as name, unit_id, ${on} as day, kind from normative where ${on} between ${from} and ${until} and ${among}`,
        ),
        sql` union all `,
      )}
      union all select 'interpretations', unit_id, day, kind from (${interpretingDocuments(sql<boolean>`${listedIn(question.span)} and ${metricUnits(sql`d.unit_id`, question)}`)}) interpreting
      ${by.includes('month') ? sql`` : sql`union all select 'normative-in-force', unit_id, null, kind from normative where made_on <= ${until} and (ended_on is null or ended_on > ${until})`})
    select ${keysOf(by)} as keys, name, count(*)::int as count from counted group by 1, 2`.execute(tx)
  const rows = new Map<string, { readonly keys: readonly string[]; readonly counts: Record<string, number> }>()
  for (const { keys, name, count } of [...documents.rows.map((row) => ({ ...row, name: 'documents' })), ...normative.rows]) {
    const id = keys.join(' ')
    const row = rows.get(id) ?? { keys, counts: {} }
    row.counts[name] = count
    rows.set(id, row)
  }
  return [...rows.values()]
}
