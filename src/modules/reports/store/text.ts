// The only writer of what stands beside a text: its figures, the sentences that were drawn, its prints.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { MetricFigure } from '../rules/text/resolve.ts'
import type { Sentence } from '../rules/text/starting/shape.ts'

/** All figures that the text names now; those that it names no more go. */
export async function saveTextFigures(tx: Tx, reportId: string, figures: ReadonlyMap<string, MetricFigure>, at: Date): Promise<void> {
  await sql`delete from reports.text_figure where report_id = ${reportId} and name <> all(${[...figures.keys()]}::text[])`.execute(tx)
  if (figures.size === 0) return
  const rows = [...figures].map(([name, figure]) => ({ name, ...figure }))
  await sql`
    insert into reports.text_figure (report_id, name, title, unit, value, counted_at)
    select ${reportId}, one ->> 'name', one ->> 'title', one ->> 'unit', (one ->> 'value')::numeric, ${at} from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) one
    on conflict (report_id, name) do update set title = excluded.title, unit = excluded.unit, value = excluded.value, counted_at = excluded.counted_at`.execute(
    tx,
  )
}

/** In the place of those that were drawn before. */
export async function saveSentences(tx: Tx, reportId: string, sentences: readonly Sentence[], at: Date): Promise<void> {
  await sql`delete from reports.sentence where report_id = ${reportId}`.execute(tx)
  await addSentences(tx, reportId, sentences, at)
}

export async function addSentences(tx: Tx, reportId: string, sentences: readonly Sentence[], at: Date): Promise<void> {
  if (sentences.length === 0) return
  await sql`
    insert into reports.sentence (report_id, ordinal, part, said, article, sources, drawn_at)
    select ${reportId}, place + coalesce((select max(ordinal) from reports.sentence where report_id = ${reportId}), 0),
      (one ->> 'part')::smallint, one ->> 'said', one ->> 'article', one -> 'sources', ${at}
    from jsonb_array_elements(${JSON.stringify(sentences)}::jsonb) with ordinality as row (one, place)`.execute(tx)
}

export interface Print {
  readonly ordinal: number
  readonly bands: readonly number[]
}

export async function savePrints(tx: Tx, reportId: string, prints: readonly Print[]): Promise<void> {
  await sql`delete from reports.part_print where report_id = ${reportId}`.execute(tx)
  for (const { ordinal, bands } of prints)
    await sql`insert into reports.part_print (report_id, ordinal, bands) values (${reportId}, ${ordinal}, ${[...bands]}::bigint[])`.execute(tx)
}
