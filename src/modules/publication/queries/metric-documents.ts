// The very documents that a metric counts, as a question that lists build upon: as many as the figure says.
import { sql, type RawBuilder } from 'kysely'
import type { MetricQuestion } from '../../../kernel/metric.ts'
import type { DocumentMetric } from '../law/metrics.ts'
import { interpretingDocuments, isInterpreted } from './interpreting-documents.ts'
import { listedIn, metricUnits } from './metric-counts.ts'
import { normativeDocuments } from './normative-documents.ts'

/** Columns id and day: of what stands at the end of a day, the day on which it was made. */
export function documentsCounted(
  metric: DocumentMetric,
  { span, genre, ...of }: Pick<MetricQuestion, 'reach' | 'unitIds' | 'span'> & { readonly genre?: string | undefined },
): RawBuilder<unknown> {
  const among = sql<boolean>`(${metricUnits(sql`d.unit_id`, of)} and (${genre ?? null}::text is null or d.kind = ${genre ?? null}::text))`
  const { from, until } = span
  const normative = normativeDocuments(among)
  switch (metric) {
    case 'documents':
      return sql`select d.id, (d.listed_at at time zone 'Asia/Shanghai')::date as day from publication.document d where ${listedIn(span)} and ${among}`
    case 'normative-made':
      return sql`select id, made_on as day from (${normative}) normative where made_on between ${from} and ${until}`
    case 'normative-interpreted':
      return sql`select id, made_on as day from (${normative}) normative where made_on between ${from} and ${until} and ${isInterpreted(sql`id`)}`
    case 'normative-uninterpreted':
      return sql`select id, made_on as day from (${normative}) normative where made_on between ${from} and ${until} and not ${isInterpreted(sql`id`)}`
    case 'interpretations':
      return sql`select id, day from (${interpretingDocuments(sql<boolean>`${listedIn(span)} and ${among}`)}) interpreting`
    case 'normative-repealed':
      return sql`select id, repealed_on as day from (${normative}) normative where repealed_on between ${from} and ${until}`
    case 'normative-in-force':
      return sql`select id, made_on as day from (${normative}) normative where made_on <= ${until} and (ended_on is null or ended_on > ${until})`
  }
}
