// Gathers what the units wrote into the report of the office that collects: of the region, or its own summary. What stands there stays, the lines come behind it.
import { refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { roundById } from '../queries/rounds.ts'
import { unitTexts } from '../queries/unit-texts.ts'
import type { ReportSheet } from '../rules/sheet.ts'
import { appended, compiled } from '../rules/text/compile.ts'
import type { Sentence } from '../rules/text/starting/shape.ts'
import { addSentences } from '../store/text.ts'
import { writableReport } from './held-report.ts'
import { saveReportParts } from './save-parts.ts'

/** As long as a part may be. */
const longestPart = 60_000

export interface CompiledPart {
  readonly ordinal: number
  readonly title: string
  readonly sentences: readonly Sentence[]
}

/** Whether the report is that of the office that collects the round: the region's, or in a round without one its own. */
export async function isCollectors(tx: Tx, { roundId, scope, kind, unitId }: ReportSheet): Promise<boolean> {
  if (roundId === null) return false
  return scope === 'region' || (kind !== 'yearly' && (await roundById(tx, roundId))?.unitId === unitId)
}

/** Nothing is written. */
export async function compiledParts(tx: Tx, sheet: ReportSheet): Promise<CompiledPart[]> {
  const units = (await isCollectors(tx, sheet)) ? await unitTexts(tx, sheet) : []
  return sheet.parts.map(({ ordinal, title }) => ({ ordinal, title, sentences: compiled(ordinal, units) }))
}

export async function compileText(
  tx: Tx,
  by: By,
  asked: { readonly reportId: string; readonly version: number; readonly ordinals: readonly number[] },
): Promise<Ruling<{ version: number }>> {
  const held = await writableReport(tx, by, asked)
  if (!held.ok) return held
  const { sheet } = held.value
  const wanted = (await compiledParts(tx, sheet)).filter(({ ordinal, sentences }) => asked.ordinals.includes(ordinal) && sentences.length > 0)
  if (wanted.length === 0) return refused('report-nothing-to-compile')
  const parts = wanted.map(({ ordinal, sentences }) => ({
    ordinal,
    body: appended(sheet.parts.find((part) => part.ordinal === ordinal)?.body ?? '', sentences),
  }))
  if (parts.some(({ body }) => body.length > longestPart)) return refused({ code: 'report-compiled-too-long', facts: { most: longestPart } })
  await addSentences(tx, sheet.id, wanted.flatMap(({ sentences }) => sentences), by.at) // prettier-ignore
  return saveReportParts(tx, by, { reportId: sheet.id, version: sheet.version, parts })
}
