// A report that somebody is about to change: held, seen by them, in the state in which they saw it.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import type { Action } from '../../access/law/permissions.ts'
import { roundById, type Round } from '../queries/rounds.ts'
import { lockSheet } from '../queries/sheet.ts'
import { editable } from '../rules/may-take.ts'
import { reportStates } from '../law/states.ts'
import type { ReportSheet } from '../rules/sheet.ts'

export interface HeldReport {
  readonly sheet: ReportSheet
  readonly round: Round
}

/** One that is seen; `version` is what the page showed. Reports that were taken over belong to no round and are at rest. */
export async function heldReport(tx: Tx, by: By, { reportId, version }: { reportId: string; version: number }): Promise<Ruling<HeldReport>> {
  const sheet = await lockSheet(tx, reportId)
  if (!sheet || !may(by.actor, 'report.read', sheet).ok) return refused('not-found')
  const round = sheet.roundId === null ? undefined : await roundById(tx, sheet.roundId)
  if (!round) return refused('report-taken-over')
  if (sheet.version !== version) return refused({ code: 'stale-report', facts: { state: reportStates[sheet.state].title } })
  return granted({ sheet, round })
}

/** The same for whoever changes what stands in it: who reports, or the office that types in a paper report. */
export async function writableReport(tx: Tx, by: By, asked: { reportId: string; version: number }): Promise<Ruling<HeldReport>> {
  const held = await heldReport(tx, by, asked)
  if (!held.ok) return held
  const { sheet, round } = held.value
  if (!mayWrite(by, sheet, round)) return refused('not-allowed')
  if (round.closedAt !== null) return refused('report-round-closed')
  if (!editable(sheet.state)) return refused({ code: 'report-not-editable', facts: { state: reportStates[sheet.state].title } })
  return granted(held.value)
}

export const mayWrite = ({ actor }: Pick<By, 'actor'>, sheet: Pick<ReportSheet, 'unitId'>, round: Pick<Round, 'unitId'>): boolean =>
  has(actor, 'report.write', sheet.unitId) || (has(actor, 'report.accept', round.unitId) && has(actor, 'report.read', sheet.unitId))

const has = (actor: By['actor'], action: Action, unitId: string): boolean => may(actor, action, { unitId }).ok
