// Makes the reports of a round, a piece at a time: each filled with what the system knows. With the last of them comes that of the region, and everybody who writes one is told.
import { randomUUID } from 'node:crypto'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay } from '../../access/index.ts'
import { notify } from '../../notices/index.ts'
import { unitById } from '../../organization/index.ts'
import { cellsOf } from '../law/forms/cells.ts'
import { reportIdsOf } from '../queries/reports.ts'
import { lockWaitingRound, type Round } from '../queries/rounds.ts'
import { factsOfReports } from '../queries/year-facts.ts'
import { countedCells } from '../rules/count-cells.ts'
import { fill } from '../rules/fill.ts'
import { formFor, partsFor } from '../rules/outline.ts'
import { insertReports, recordStep, saveCells, saveParts, type NewReport } from '../store/reports.ts'
import { takeRoundUnits } from '../store/rounds.ts'

/** Reports made in one transaction: some twenty thousand cells. */
const atOnce = 100
const placesAtOnce = 50

interface Now {
  readonly at: Date
  readonly today: Day
}

type New = Pick<NewReport, 'unitId' | 'unitName' | 'scope' | 'publishBy' | 'handInBy' | 'countsUnits'>

async function make(tx: Tx, round: Round, all: readonly New[], { at }: Now): Promise<void> {
  const { id: roundId, kind, year } = round
  const form = formFor(kind, year)
  const reports = all.map((one): NewReport => ({ ...one, id: randomUUID(), origin: 'system' }))
  await insertReports(tx, { roundId, kind, year, generation: form?.generation ?? null }, reports)
  const own = reports.filter(({ scope }) => scope === 'own')
  if (form && own.length > 0) {
    const cells = cellsOf(form, year)
    const facts = await factsOfReports(tx, own, { form, year })
    const filled = own.flatMap(({ id: reportId }) => {
      const known = facts.get(reportId)
      return known ? fill(cells, countedCells(form, year, known), new Map()).map((cell) => ({ reportId, ...cell, reason: '', by: null })) : []
    })
    await saveCells(tx, filled, at)
  }
  const parts = partsFor(form, round.outline)
  await saveParts(
    tx,
    reports.flatMap(({ id: reportId }) => parts.map(({ ordinal, title }) => ({ reportId, ordinal, title, body: '', byName: null }))),
    at,
  )
  const opener = round.openedById === null ? null : { actor: { accountId: round.openedById, name: round.openedByName } }
  await recordStep(
    tx,
    reports.map(({ id }) => id),
    opener,
    { step: 'open', note: round.basis },
    at,
  )
}

/** Everybody who can write one of the reports is told once. */
async function tell(tx: Tx, { id, title, openedById }: Round, { at, today }: Now): Promise<void> {
  const unitIds = (await reportIdsOf(tx, id)).map(({ unitId }) => unitId)
  const people = new Set<string>()
  for (let from = 0; from < unitIds.length; from += placesAtOnce) {
    const places = unitIds.slice(from, from + placesAtOnce).map((unitId) => ({ unitId }))
    for (const { accountId } of await accountsWhoMay(tx, 'report.write', places, today)) people.add(accountId)
  }
  if (openedById !== null) people.delete(openedById)
  await notify(tx, { accountIds: [...people], kind: 'report', title: `请填报：${title}`, link: `/report-rounds/${id}`, at })
}

/** The next piece of a round that is held. Returns how many reports of units were made. */
export async function makeReports(tx: Tx, round: Round, now: Now): Promise<number> {
  const units = await takeRoundUnits(tx, round.id, atOnce)
  await make(
    tx,
    round,
    units.map((one) => ({ ...one, scope: 'own' as const })),
    now,
  )
  if (round.waiting > units.length) return units.length
  const { unitId, unitName, governmentDue } = round
  if (round.kind === 'yearly' && (await unitById(tx, unitId))?.kind === 'government')
    await make(tx, round, [{ unitId, unitName, scope: 'region', publishBy: governmentDue, handInBy: null, countsUnits: [] }], now)
  await tell(tx, round, now)
  return units.length
}

/** A piece of whatever round waits. Zero where none does, or somebody else is at it. */
export async function makeWaitingReports(tx: Tx, now: Now): Promise<number> {
  const round = await lockWaitingRound(tx)
  return round ? makeReports(tx, round, now) : 0
}
