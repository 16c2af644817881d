// Draws the starting text of a report from the facts of its year. It is shown first; the sentences are kept with their records when it is taken over.
import { granted, type Ruling } from '../../../kernel/ruling.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { isYearMetric, yearMetrics } from '../law/year-metrics.ts'
import { figuresOfText, unitsCounted } from '../queries/text.ts'
import { particularsOf } from '../queries/year-metrics.ts'
import type { ReportSheet } from '../rules/sheet.ts'
import { resolvedBody, type Figures, type MetricFigure } from '../rules/text/resolve.ts'
import { drawText, type StartingPart } from '../rules/text/starting/draw.ts'
import type { StartingFacts } from '../rules/text/starting/shape.ts'
import { saveSentences } from '../store/text.ts'
import { yearValues } from './count-text-metrics.ts'
import { writableReport } from './held-report.ts'
import { saveReportParts } from './save-parts.ts'

/** What would be drawn now, and the figures that its references are read with: counted at this moment. */
export interface Drawn {
  readonly parts: readonly StartingPart[]
  readonly figures: Figures
}

const problemPart = 5

async function startingFacts(tx: Tx, sheet: ReportSheet, last: Figures['last'], today: Day): Promise<StartingFacts> {
  const values = await yearValues(tx, { unitIds: await unitsCounted(tx, sheet), year: sheet.year, today })
  return {
    sheet,
    hasLast: last?.get('newReceived.total')?.value.stands === 'figure',
    metric: (name) => values.get(name) ?? 0,
    ...(await particularsOf(tx, sheet.unitId, sheet.year)),
  }
}

/** Nothing is written. */
export async function startingText(tx: Tx, sheet: ReportSheet, today: Day): Promise<Drawn> {
  const kept = await figuresOfText(tx, sheet)
  const facts = await startingFacts(tx, sheet, kept.last, today)
  const counted = (name: string): MetricFigure | undefined =>
    isYearMetric(name) ? { title: yearMetrics[name].title, unit: yearMetrics[name].measure, value: facts.metric(name) } : kept.metric(name)
  return { parts: drawText(facts), figures: { ...kept, metric: counted } }
}

/** What the tables and the duties show to have gone wrong, in words. */
export const problemsIn = ({ parts, figures }: Drawn): string[] =>
  parts.filter(({ ordinal }) => ordinal === problemPart).flatMap(({ sentences }) => sentences.map(({ said }) => resolvedBody(said, figures).replace(/。$/, '')))

/** Puts the drawn text into the parts that are named, and keeps every drawn sentence with the way to its records. */
export async function takeStartingText(
  tx: Tx,
  by: By,
  asked: { readonly reportId: string; readonly version: number; readonly ordinals: readonly number[] },
): Promise<Ruling<{ version: number }>> {
  const held = await writableReport(tx, by, asked)
  if (!held.ok) return held
  const { sheet } = held.value
  const drawn = (await startingText(tx, sheet, by.today)).parts
  await saveSentences(
    tx,
    sheet.id,
    drawn.flatMap(({ sentences }) => sentences),
    by.at,
  )
  const parts = drawn.filter(({ ordinal, body }) => asked.ordinals.includes(ordinal) && body !== '').map(({ ordinal, body }) => ({ ordinal, body }))
  if (parts.length === 0) return granted({ version: sheet.version })
  return saveReportParts(tx, by, { reportId: sheet.id, version: sheet.version, parts })
}
