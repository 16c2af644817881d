// After a text was saved: the figures that it names and that no cell holds are counted and kept with it, and the prints of its parts are made anew.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { bandsOf, foldedText, shinglesOf } from '../../channels/index.ts'
import { textLikenessLaw } from '../law/text-likeness.ts'
import { sentencesDrawn, unitsCounted } from '../queries/text.ts'
import type { ReportSheet } from '../rules/sheet.ts'
import { drawnSentences, ownWords } from '../rules/text/own-words.ts'
import { operandsIn, parseText } from '../../../kernel/references.ts'
import type { MetricFigure } from '../rules/text/resolve.ts'
import { countTextMetrics } from './count-text-metrics.ts'
import { savePrints, saveTextFigures, type Print } from '../store/text.ts'

interface Moment {
  readonly at: Date
  readonly today: Day
}

const metricsNamed = ({ parts }: ReportSheet): ReadonlySet<string> =>
  new Set(parts.flatMap(({ body }) => operandsIn(parseText(body)).flatMap(({ of, name }) => (of === 'metric' ? [name] : []))))

async function countFigures(tx: Tx, sheet: ReportSheet, today: Day): Promise<ReadonlyMap<string, MetricFigure>> {
  const named = metricsNamed(sheet)
  return named.size === 0 ? new Map() : countTextMetrics(tx, named, { unitIds: await unitsCounted(tx, sheet), year: sheet.year, today })
}

/** `sheet` as it stands after it was saved. */
export async function keepText(tx: Tx, sheet: ReportSheet, { at, today }: Moment): Promise<void> {
  await saveTextFigures(tx, sheet.id, await countFigures(tx, sheet, today), at)
  const drawn = drawnSentences(((await sentencesDrawn(tx, [sheet.id])).get(sheet.id) ?? []).map(({ said }) => said))
  const prints = sheet.parts.flatMap(({ ordinal, body }): Print[] => {
    const words = foldedText(ownWords(body, drawn))
    return words.length < textLikenessLaw.shortestText ? [] : [{ ordinal, bands: bandsOf(shinglesOf(words)) }]
  })
  await savePrints(tx, sheet.id, prints)
}
