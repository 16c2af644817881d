// Whether a report may become a draft for publication: a yearly one of this system, taken in by whoever collects it, or signed where nobody stands above.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Generation } from '../law/forms/shape.ts'
import { reportStates } from '../law/states.ts'
import type { ReportSheet } from './sheet.ts'

export interface DraftFacts {
  /** The version that the person saw. */
  readonly version: number
  /** The office that opened the round. */
  readonly collectorId: string | null
}

export function mayDraft(
  sheet: Pick<ReportSheet, 'kind' | 'generation' | 'origin' | 'state' | 'version' | 'unitId' | 'year' | 'scope'>,
  { version, collectorId }: DraftFacts,
): Ruling<{ year: number; scope: ReportSheet['scope']; generation: Generation }> {
  const { kind, generation, origin, state, unitId, year, scope } = sheet
  if (kind !== 'yearly' || generation === null) return refused('report-not-yearly')
  if (origin === 'taken-over') return refused('report-taken-over')
  if (sheet.version !== version) return refused({ code: 'stale-report', facts: { state: reportStates[state].title } })
  const signedHere = ['signed', 'submitted'].includes(state) && unitId === collectorId
  if (state !== 'accepted' && !signedHere) return refused({ code: 'report-not-settled', article: 'ogi-2019/49', facts: { state: reportStates[state].title } })
  return granted({ year, scope, generation })
}

/** All of China keeps one time. A day of publication never rolls forward (ogi-2019/49). */
export function publishedLate(publishBy: Day | null, publishedAt: Date | null, today: Day): boolean {
  if (publishBy === null) return false
  const on = publishedAt === null ? today : new Date(publishedAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  return on > publishBy
}
