// Reads the text of a report as it stands, or as somebody is about to save it, and tells all that is to be said of it. Nothing is written.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { operandsIn, parseText } from '../../../kernel/references.ts'
import { isYearMetric } from '../law/year-metrics.ts'
import { allCitedDocuments } from '../queries/cited-documents.ts'
import { figuresOfText } from '../queries/text.ts'
import { inForce } from '../rules/cited-documents.ts'
import type { ReportSheet } from '../rules/sheet.ts'
import { checkWritten, type WrittenFinding } from '../rules/text/check-written.ts'
import { readingOf, type Written } from '../rules/text/reading-of.ts'
import type { Figures } from '../rules/text/resolve.ts'
import { problemsIn, startingText } from './starting-text.ts'
import { hitsIn } from './word-hits.ts'

export interface TextSeen {
  readonly lines: readonly Written[]
  readonly findings: readonly WrittenFinding[]
}

/** A part this short may deny what the records show. */
const shortPart = 100
const problemPart = 5

/** The records of the year are asked only where something hangs on them: while somebody types, this is asked every second. */
const asksRecords = ({ parts }: ReportSheet, kept: Figures): boolean =>
  parts.some(({ ordinal, body }) => ordinal === problemPart && body.trim().length < shortPart) ||
  parts.some(({ body }) => operandsIn(parseText(body)).some(({ of, name }) => of === 'metric' && isYearMetric(name) && kept.metric(name) === undefined))

export async function lookAtText(tx: Tx, sheet: ReportSheet, today: Day): Promise<TextSeen> {
  const kept = await figuresOfText(tx, sheet)
  const drawn = asksRecords(sheet, kept) ? await startingText(tx, sheet, today) : undefined
  const figures: Figures = { ...kept, metric: (name) => kept.metric(name) ?? drawn?.figures.metric(name) }
  return {
    lines: readingOf(sheet, figures).written,
    findings: checkWritten(sheet, figures, { hits: hitsIn, problems: drawn ? problemsIn(drawn) : [], documents: inForce(await allCitedDocuments(tx)) }),
  }
}
