// Opens a round: asks every unit of the office's tree for its report, and fills what the system knows into each.
import { randomUUID } from 'node:crypto'
import { day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay, may, type By } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { notify } from '../../notices/index.ts'
import { allUnits, successions, unitById } from '../../organization/index.ts'
import { cellsOf } from '../law/forms/cells.ts'
import type { RoundKind } from '../law/states.ts'
import { roundWithTitle, yearlyRound } from '../queries/rounds.ts'
import { factsOfReports } from '../queries/year-facts.ts'
import { countedCells } from '../rules/count-cells.ts'
import { fill } from '../rules/fill.ts'
import { formFor, partsFor, type Outline } from '../rules/outline.ts'
import { checkDays, publishBy, type RoundDays } from '../rules/round-days.ts'
import { unitsAsked, type AskedUnit } from '../rules/round-units.ts'
import { insertReports, insertRound, recordStep, saveCells, saveParts, type NewReport } from '../store/reports.ts'

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

/** Reports filled in one go: some twenty thousand cells. */
const atOnce = 100
const placesAtOnce = 50

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
  await insertRound(tx, by, { ...asked, outline, title: asked.title.trim(), basis: asked.basis.trim() })
  const reports = units.map((one): NewReport => ({
    id: randomUUID(),
    unitId: one.unitId,
    unitName: one.unitName,
    scope: 'own',
    origin: 'system',
    publishBy: publishBy(one.kind, asked),
    handInBy: asked.handInBy,
    countsUnits: one.countsUnits,
  }))
  const own = { roundId: id, kind, year, generation: form?.generation ?? null }
  const region: NewReport[] =
    unit.kind === 'government' && kind === 'yearly'
      ? [{ id: randomUUID(), unitId, unitName: unit.name, scope: 'region', origin: 'system', publishBy: asked.governmentDue, handInBy: null, countsUnits: [] }]
      : []
  const parts = partsFor(form, outline)
  for (let at = 0; at < reports.length; at += atOnce) {
    const piece = reports.slice(at, at + atOnce)
    await insertReports(tx, own, piece)
    if (form) {
      const cells = cellsOf(form, year)
      const facts = await factsOfReports(tx, piece, { form, year })
      const filled = piece.flatMap(({ id: reportId }) => {
        const known = facts.get(reportId)
        return known ? fill(cells, countedCells(form, year, known), new Map()).map((cell) => ({ reportId, ...cell, reason: '', by: null })) : []
      })
      await saveCells(tx, filled, by.at)
    }
  }
  await insertReports(tx, own, region)
  const ids = [...reports, ...region].map((report) => report.id)
  await saveParts(
    tx,
    ids.flatMap((reportId) => parts.map(({ ordinal, title }) => ({ reportId, ordinal, title, body: '', byName: null }))),
    by.at,
  )
  await recordStep(tx, ids, by, { step: 'open', note: asked.basis.trim() }, by.at)
  await tell(tx, by, id, asked.title.trim(), reports)
  return granted({ roundId: id, reports: reports.length })
}

/** Everybody who can write one of the reports is told once. */
async function tell(tx: Tx, by: By, roundId: string, title: string, reports: readonly NewReport[]): Promise<void> {
  const people = new Set<string>()
  for (let at = 0; at < reports.length; at += placesAtOnce) {
    const places = reports.slice(at, at + placesAtOnce).map(({ unitId }) => ({ unitId }))
    for (const { accountId } of await accountsWhoMay(tx, 'report.write', places, by.today)) people.add(accountId)
  }
  people.delete(by.actor.accountId)
  await notify(tx, { accountIds: [...people], kind: 'report', title: `请填报：${title}`, link: `/report-rounds/${roundId}`, at: by.at })
}
