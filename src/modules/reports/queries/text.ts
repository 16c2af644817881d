// The text of a report with all that its references are read from; what the system drew; and the prints by which texts that are alike are found.
import { sql } from 'kysely'
import type { Article } from '../../../kernel/article.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { bookOf } from '../rules/text/cell-book.ts'
import type { Figures, MetricFigure } from '../rules/text/resolve.ts'
import type { Source } from '../rules/text/starting/shape.ts'
import type { ReportSheet, SheetPart } from '../rules/sheet.ts'
import { lastYearOf, metaOf } from './report-facts.ts'
import { roundById } from './rounds.ts'

async function keptFigures(tx: Tx, reportId: string): Promise<ReadonlyMap<string, MetricFigure>> {
  const { rows } = await sql<MetricFigure & { name: string }>`
    select name, title, unit, value::float8 as value from reports.text_figure where report_id = ${reportId}::uuid`.execute(tx)
  return new Map(rows.map(({ name, ...figure }) => [name, figure]))
}

/** Whatever reads a text reads it with these: page, check, print. Figures of metrics are those of the last save. */
export async function figuresOfText(tx: Tx, sheet: ReportSheet): Promise<Figures> {
  const round = sheet.roundId === null ? undefined : await roundById(tx, sheet.roundId)
  const kept = await keptFigures(tx, sheet.id)
  return {
    book: bookOf(sheet, round?.outline ?? null),
    cells: sheet.cells,
    last: (await lastYearOf(tx, sheet))?.cells ?? null,
    metric: (name) => kept.get(name),
  }
}

/** Whose records a report tells: its own units, or for a region those of all reports of its round. */
export async function unitsCounted(tx: Tx, sheet: ReportSheet): Promise<readonly string[]> {
  if (sheet.scope === 'own') return (await metaOf(tx, sheet.id)).countsUnits
  const { rows } = await sql<{ id: string }>`
    select distinct unnest(counts_units) as id from reports.report where round_id = ${sheet.roundId}::uuid and scope = 'own'`.execute(tx)
  return rows.map(({ id }) => id)
}

export interface KeptSentence {
  readonly part: number
  readonly said: string
  readonly article: Article
  readonly sources: readonly Source[]
}

/** Of each report in the order in which they were drawn. */
export async function sentencesDrawn(tx: Tx, reportIds: readonly string[]): Promise<ReadonlyMap<string, readonly KeptSentence[]>> {
  const { rows } = await sql<KeptSentence & { reportId: string }>`
    select report_id as "reportId", part, said, article, sources from reports.sentence where report_id = any(${[...reportIds]}::uuid[]) order by report_id, ordinal`.execute(
    tx,
  )
  return Map.groupBy(rows, ({ reportId }) => reportId)
}

export interface TextOf {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly year: number
  readonly parts: readonly SheetPart[]
}

/** Texts alone, without the cells. */
export async function textsOf(tx: Tx, reportIds: readonly string[]): Promise<readonly TextOf[]> {
  const { rows } = await sql<TextOf>`
    select report.id, report.unit_id as "unitId", report.unit_name as "unitName", report.year,
      jsonb_agg(jsonb_build_object('ordinal', part.ordinal, 'title', part.title, 'body', part.body) order by part.ordinal) as parts
    from reports.report join reports.part on part.report_id = report.id where report.id = any(${[...reportIds]}::uuid[]) group by report.id`.execute(tx)
  return rows
}

export interface NearPart {
  readonly part: number
  readonly otherId: string
  readonly otherPart: number
}

/**
 * Parts that share a band with a part of this report: of the same unit a year before, or of another unit in the same round.
 * One probe of the index a band: sixteen a part, however many reports there are; what is compared word by word is bounded by `most`.
 */
export async function nearParts(tx: Tx, sheet: ReportSheet, most: number): Promise<readonly NearPart[]> {
  const { rows } = await sql<NearPart>`
    select part, "otherId", "otherPart" from (
      select mine.ordinal as part, near.report_id as "otherId", near.ordinal as "otherPart", count(*) as shared,
        row_number() over (partition by mine.ordinal order by count(*) desc, near.report_id, near.ordinal) as place
      from reports.part_print mine
      cross join lateral unnest(mine.bands) as band
      cross join lateral (select report_id, ordinal from reports.part_print where bands @> array[band] offset 0) as near
      join reports.report other on other.id = near.report_id
      where mine.report_id = ${sheet.id}::uuid and other.id <> ${sheet.id}::uuid
        and ((other.round_id = ${sheet.roundId}::uuid and other.unit_id <> ${sheet.unitId}::uuid)
          or (other.unit_id = ${sheet.unitId}::uuid and other.kind = ${sheet.kind} and other.year = ${sheet.year - 1}))
      group by mine.ordinal, near.report_id, near.ordinal) ranked
    where place <= ${most} order by part, place`.execute(tx)
  return rows
}
