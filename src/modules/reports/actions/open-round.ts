// Opens a round: asks every unit of the office's tree for its report. The first reports are made at once, the job makes those of further units.
import { day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { allUnits, successions, unitById } from '../../organization/index.ts'
import type { RoundKind } from '../law/states.ts'
import { lockRound, roundWithTitle, yearlyRound } from '../queries/rounds.ts'
import { formFor, type Outline } from '../rules/outline.ts'
import { checkDays, publishBy, type RoundDays } from '../rules/round-days.ts'
import { unitsAsked, type AskedUnit } from '../rules/round-units.ts'
import { insertRound } from '../store/rounds.ts'
import { makeReports } from './make-reports.ts'

export interface RoundRequest extends RoundDays {
  readonly id: string
  readonly kind: RoundKind
  readonly year: number
  readonly title: string
  readonly unitId: string
  readonly basis: string
  readonly outline: Outline | null
  /** Institutions that report for themselves. */
  readonly institutionIds: readonly string[]
  /** Empty: all of the tree. A yearly report is asked of all. */
  readonly unitIds: readonly string[]
}

/** The units of the office's tree that would be asked today. */
export async function unitsToAsk(
  tx: Tx,
  by: By,
  { unitId, year, institutionIds }: Pick<RoundRequest, 'unitId' | 'year' | 'institutionIds'>,
): Promise<readonly AskedUnit[]> {
  return unitsAsked(await allUnits(tx), await successions(tx), { rootId: unitId, year, today: by.today, institutionIds })
}

export async function openRound(tx: Tx, by: By, asked: RoundRequest): Promise<Ruling<{ roundId: string; reports: number }>> {
  const { id, kind, year, unitId } = asked
  const unit = await unitById(tx, unitId)
  if (!unit || !may(by.actor, 'report.round', { unitId }).ok) return refused('not-found')
  const form = formFor(kind, year)
  const refusals: Refusal[] = []
  if (kind === 'yearly' && !form) refusals.push({ code: 'no-form-of-year', field: 'year', facts: { year } })
  if (kind === 'yearly' && by.today <= day(`${year}-12-31`)) refusals.push({ code: 'year-not-over', field: 'year', facts: { year } })
  if (kind === 'yearly' && (await yearlyRound(tx, unitId, year))) refusals.push({ code: 'already-yearly-round', field: 'year', facts: { year } })
  if (kind !== 'yearly' && (asked.outline?.headings ?? []).length === 0) refusals.push({ code: 'outline-empty', field: 'headings' })
  if (await roundWithTitle(tx, { ...asked, title: asked.title.trim() })) refusals.push({ code: 'already-round', field: 'title' })
  const days = checkDays(asked, kind === 'yearly' ? year : null, await currentCalendar(tx))
  if (!days.ok) refusals.push(...days.refusals)
  const all = await unitsToAsk(tx, by, asked)
  const units = kind === 'yearly' || asked.unitIds.length === 0 ? all : all.filter((one) => asked.unitIds.includes(one.unitId))
  if (units.length === 0) refusals.push({ code: 'nobody-asked', field: 'unitId' })
  if (refusals.length > 0) return refused(...refusals)

  const outline = kind === 'yearly' ? null : asked.outline
  await insertRound(
    tx,
    by,
    { ...asked, outline, title: asked.title.trim(), basis: asked.basis.trim() },
    units.map((one) => ({
      unitId: one.unitId,
      unitName: one.unitName,
      handInBy: asked.handInBy,
      publishBy: publishBy(one.kind, asked),
      countsUnits: one.countsUnits,
    })),
  )
  const round = await lockRound(tx, id)
  if (round) await makeReports(tx, round, by)
  return granted({ roundId: id, reports: units.length })
}
