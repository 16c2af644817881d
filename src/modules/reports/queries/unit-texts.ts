// The texts of the accepted reports of a round as they are read, in the order of the units.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { bookOf } from '../rules/text/cell-book.ts'
import type { UnitText } from '../rules/text/compile.ts'
import { resolvedBody, type MetricFigure } from '../rules/text/resolve.ts'
import type { ReportSheet } from '../rules/sheet.ts'
import { roundById } from './rounds.ts'
import { sheetsOf } from './sheet.ts'

const atOnce = 200

/** Three queries for two hundred reports, however many units there are. Changes to last year are read where they stand: they need that year's report. */
export async function unitTexts(tx: Tx, collector: ReportSheet): Promise<readonly UnitText[]> {
  const round = collector.roundId === null ? undefined : await roundById(tx, collector.roundId)
  if (!round) return []
  const { rows } = await sql<{ id: string; lastId: string | null }>`
    select report.id, (select before.id from reports.report before where before.unit_id = report.unit_id and before.kind = 'yearly' and report.kind = 'yearly'
        and before.year = report.year - 1 and before.scope = 'own' order by before.state = 'accepted' desc, before.round_id is not null desc, before.id limit 1) as "lastId"
    from reports.report join organization.unit on unit.id = report.unit_id
    where report.round_id = ${round.id} and report.scope = 'own' and report.state = 'accepted' and report.id <> ${collector.id}
    order by unit.position, report.unit_name, report.id`.execute(tx)
  const texts: UnitText[] = []
  for (let at = 0; at < rows.length; at += atOnce) {
    const piece = rows.slice(at, at + atOnce)
    const sheets = new Map((await sheetsOf(tx, piece.flatMap(({ id, lastId }) => (lastId ? [id, lastId] : [id])))).map((sheet) => [sheet.id, sheet])) // prettier-ignore
    const figures = await sql<MetricFigure & { reportId: string; name: string }>`
      select report_id as "reportId", name, title, unit, value::float8 as value from reports.text_figure where report_id = any(${piece.map(({ id }) => id)}::uuid[])`.execute(
      tx,
    )
    const kept = new Map(figures.rows.map(({ reportId, name, ...figure }) => [`${reportId} ${name}`, figure]))
    for (const { id, lastId } of piece) {
      const sheet = sheets.get(id)
      if (!sheet) continue
      const read = { book: bookOf(sheet, round.outline), cells: sheet.cells, last: sheets.get(lastId ?? '')?.cells ?? null, metric: (name: string) => kept.get(`${id} ${name}`) } // prettier-ignore
      texts.push({ reportId: id, unitName: sheet.unitName, parts: new Map(sheet.parts.map(({ ordinal, body }) => [ordinal, resolvedBody(body, read)])) })
    }
  }
  return texts
}
