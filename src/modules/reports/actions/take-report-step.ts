// Takes one step of a report: loads what it is held against, asks the one guard, records who did what, tells whoever comes next.
import type { Day } from '../../../kernel/day.ts'
import { granted, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay, may, type By } from '../../access/index.ts'
import { notify } from '../../notices/index.ts'
import type { ReportState } from '../law/states.ts'
import type { ReportStepName } from '../law/steps.ts'
import { checkedSheet, outstandingIn } from '../queries/report-facts.ts'
import type { Round } from '../queries/rounds.ts'
import { mayTake, stepRows, type Asker } from '../rules/may-take.ts'
import type { StepFacts } from '../rules/needs.ts'
import type { ReportSheet } from '../rules/sheet.ts'
import { recordStep, saveState, type StateToSave } from '../store/reports.ts'
import { heldReport } from './held-report.ts'

export interface ReportStepRequest {
  readonly reportId: string
  readonly version: number
  readonly step: ReportStepName
  readonly note: string
  readonly day: Day | null
}

/** Everything the guard asks of a report, but what is typed into the form of a step. */
async function stepFacts(tx: Tx, by: By, sheet: ReportSheet, round: Round): Promise<StepFacts> {
  const { meta, findings } = await checkedSheet(tx, sheet, by.today)
  return {
    sheet,
    outline: round.outline,
    findings,
    writers: meta.writers,
    actorId: by.actor.accountId,
    outstanding: sheet.scope === 'region' ? await outstandingIn(tx, sheet.roundId) : 0,
    today: by.today,
    input: { note: '', day: null },
  }
}

export const askerOf = ({ actor }: Pick<By, 'actor'>, sheet: Pick<ReportSheet, 'unitId'>, round: Pick<Round, 'unitId' | 'closedAt'>): Asker => ({
  grantFor: ({ action, by }) => {
    const ruling = may(actor, action, { unitId: by === 'reporter' ? sheet.unitId : round.unitId })
    return ruling.ok ? ruling.value : undefined
  },
  closed: round.closedAt !== null,
})

export async function takeReportStep(tx: Tx, by: By, asked: ReportStepRequest): Promise<Ruling<{ version: number; state: ReportState }>> {
  const held = await heldReport(tx, by, asked)
  if (!held.ok) return held
  const { sheet, round } = held.value
  const note = asked.note.trim()
  const facts: StepFacts = { ...(await stepFacts(tx, by, sheet, round)), input: { note, day: asked.day } }
  const ruling = mayTake(asked.step, facts, askerOf(by, sheet, round))
  if (!ruling.ok) return ruling
  const { to } = ruling.value
  await saveState(tx, sheet.id, { state: to, ...changed(asked.step, by, asked.day) }, asked.step === 'ask-signature' ? by.actor.accountId : null)
  await recordStep(tx, [sheet.id], by, { step: asked.step, note }, by.at)
  await tell(tx, by, asked.step, sheet, round, note)
  return granted({ version: sheet.version + 1, state: to })
}

/** Who signed and when; a report that goes back has no signature and no seal any more. */
function changed(step: ReportStepName, by: By, day: Day | null): Omit<StateToSave, 'state'> {
  switch (step) {
    case 'sign':
      return { signed: { byName: by.actor.name, on: by.today } }
    case 'submit':
      return { sealedOn: day }
    case 'enter-paper':
      return { sealedOn: day, origin: 'paper' }
    case 'return':
      return { signed: { byName: null, on: null }, sealedOn: null }
    default:
      return {}
  }
}

const next: Partial<
  Record<ReportStepName, { readonly action: 'report.sign' | 'report.write' | 'report.accept'; readonly at: 'unit' | 'round'; readonly words: string }>
> = {
  'ask-signature': { action: 'report.sign', at: 'unit', words: '请签发' },
  decline: { action: 'report.write', at: 'unit', words: '退回修改' },
  sign: { action: 'report.write', at: 'unit', words: '已签发，请报送' },
  submit: { action: 'report.accept', at: 'round', words: '已报送，请接收' },
  return: { action: 'report.write', at: 'unit', words: '被退回' },
  accept: { action: 'report.write', at: 'unit', words: '已接收' },
}

async function tell(tx: Tx, by: By, step: ReportStepName, sheet: ReportSheet, round: Round, note: string): Promise<void> {
  const told = next[step]
  if (!told) return
  const people = await accountsWhoMay(tx, told.action, { unitId: told.at === 'unit' ? sheet.unitId : round.unitId }, by.today)
  await notify(tx, {
    accountIds: people.map(({ accountId }) => accountId).filter((one) => one !== by.actor.accountId),
    kind: stepRows[step].tone === 'danger' ? 'returned' : 'report',
    title: `${told.words}：${sheet.unitName}${round.title}${note === '' ? '' : `（${note.slice(0, 60)}）`}`,
    link: `/reports/${sheet.id}`,
    at: by.at,
  })
}
