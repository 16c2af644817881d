// Answers for one report: everything its page shows, and every change of it.
import { granted, refused } from '../../../kernel/ruling.ts'
import { sentenceOf } from '../../../platform/http/problem.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { mayWrite } from '../actions/held-report.ts'
import { refillReport } from '../actions/refill.ts'
import { saveTypedCells } from '../actions/save-cells.ts'
import { saveReportParts } from '../actions/save-parts.ts'
import { askerOf, takeReportStep } from '../actions/take-report-step.ts'
import { reportStepNames } from '../law/steps.ts'
import { happenedTo, unitNames, type Happened } from '../queries/happened.ts'
import { regionRows } from '../queries/region.ts'
import { checkedSheet, outstandingIn } from '../queries/report-facts.ts'
import { countsOfRound, roundById, type Round } from '../queries/rounds.ts'
import { sheetOf } from '../queries/sheet.ts'
import { editable, mayTake, stepRows } from '../rules/may-take.ts'
import type { StepFacts } from '../rules/needs.ts'
import { partsFor } from '../rules/outline.ts'
import { formOf } from '../rules/sheet-checks.ts'
import type { CellValue, ReportSheet, SheetCell } from '../rules/sheet.ts'
import { reportsSentences } from '../sentences.ts'
import { byOf } from './by.ts'
import * as contract from './sheet-contract.ts'

const flat = (value: CellValue): Pick<contract.ShownCell, 'stands' | 'figure' | 'words'> => ({
  stands: value.stands,
  figure: value.stands === 'figure' ? value.figure : null,
  words: value.stands === 'change' ? value.words : '',
})

const shownCell = ([key, { value, changedAt, ...cell }]: [string, SheetCell]): contract.ShownCell => ({
  key,
  ...flat(value),
  ...cell,
  changedAt: changedAt.toISOString(),
})

function shownParts(sheet: ReportSheet, round: Round | undefined): contract.ShownPart[] {
  const optional = new Set(partsFor(formOf(sheet), round?.outline ?? null).filter((part) => part.optional).map(({ ordinal }) => ordinal)) // prettier-ignore
  return sheet.parts.map((part) => ({ ...part, optional: optional.has(part.ordinal) }))
}

function shownSteps(facts: StepFacts, round: Round, by: By): contract.ShownReportStep[] {
  const asker = askerOf(by, facts.sheet, round)
  return reportStepNames
    .filter((name) => stepRows[name].from.includes(facts.sheet.state) && asker.grantFor(stepRows[name]) !== undefined)
    .map((name) => {
      const ruling = mayTake(name, facts, asker, true)
      const { title, tone, confirm, text, needs } = stepRows[name]
      return {
        name,
        title,
        open: ruling.ok,
        refusals: ruling.ok ? [] : ruling.refusals.map((one) => ({ code: one.code, sentence: sentenceOf(one, reportsSentences), ...(one.article ? { article: one.article } : {}) })),
        tone: tone ?? 'plain',
        confirm: confirm ?? null,
        asksText: text ?? null,
        asksDay: needs.includes('sealed-day'),
      }
    })
} // prettier-ignore

const others = { open: '发起填报', fill: '重新取数' } as const
const happening = ({ ordinal, step, note, byName, at }: Happened): contract.ReportAnswer['happened'][number] => ({
  key: String(ordinal),
  title: step === 'open' || step === 'fill' ? others[step] : stepRows[step].title,
  who: byName,
  at: at.toISOString(),
  text: note,
})

async function shown(tx: Tx, by: By, sheet: ReportSheet): Promise<contract.ReportAnswer> {
  const round = sheet.roundId === null ? undefined : await roundById(tx, sheet.roundId)
  const { meta, lastYear, findings } = await checkedSheet(tx, sheet, by.today)
  const outstanding = sheet.scope === 'region' ? await outstandingIn(tx, sheet.roundId) : 0
  const facts: StepFacts = {
    sheet,
    outline: round?.outline ?? null,
    findings,
    writers: meta.writers,
    actorId: by.actor.accountId,
    outstanding,
    today: by.today,
    input: { note: '', day: null },
  }
  const { cells, parts: _parts, ...row } = sheet
  const everybody = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }
  return {
    ...row,
    roundTitle: round?.title ?? null,
    late: findings.some(({ code }) => code === 'not-handed-in'),
    outline: round?.outline ? { headings: [...round.outline.headings], figures: [...round.outline.figures] } : null,
    cells: [...cells].map(shownCell),
    parts: shownParts(sheet, round),
    findings: findings.map(({ code, severity, cell, place, message }) => ({ code, severity, cell, place, message })),
    counts: await unitNames(tx, meta.countsUnits),
    below: round && sheet.scope === 'region' ? { total: (await countsOfRound(tx, round.id, everybody, by.today)).total, outstanding } : null,
    lastYearId: lastYear?.id ?? null,
    editable: round !== undefined && round.closedAt === null && editable(sheet.state) && mayWrite(by, sheet, round),
    steps: round ? shownSteps(facts, round, by) : [],
    happened: (await happenedTo(tx, sheet.id)).map(happening),
  }
}

export const reportSheetRoutes: readonly OfficeRoute[] = [
  answer(contract.getReport, async (call) => {
    const sheet = await sheetOf(call.tx, call.params.reportId)
    if (!sheet || !may(call.actor, 'report.read', sheet).ok) return refused('not-found')
    return granted(await shown(call.tx, byOf(call), sheet))
  }),

  answer(contract.putReportCells, async (call) => {
    call.audit({ objectKind: 'report', objectId: call.params.reportId, detail: { cells: call.body.cells.map(({ key }) => key) } })
    return saveTypedCells(call.tx, byOf(call), { ...call.params, ...call.body })
  }),

  answer(contract.putReportParts, async (call) => {
    call.audit({ objectKind: 'report', objectId: call.params.reportId, detail: { parts: call.body.parts.map(({ ordinal }) => ordinal) } })
    return saveReportParts(call.tx, byOf(call), { ...call.params, ...call.body })
  }),

  answer(contract.postReportRefill, async (call) => {
    call.audit({ objectKind: 'report', objectId: call.params.reportId })
    return refillReport(call.tx, byOf(call), { ...call.params, ...call.body })
  }),

  answer(contract.postReportStep, async (call) => {
    call.audit({ objectKind: 'report', objectId: call.params.reportId, detail: { step: call.body.step } })
    return takeReportStep(call.tx, byOf(call), { ...call.params, ...call.body })
  }),

  answer(contract.listRegionRows, async ({ tx, params, query, actor }) => {
    const sheet = await sheetOf(tx, params.reportId)
    if (!sheet || sheet.roundId === null || sheet.scope !== 'region' || !may(actor, 'report.read', sheet).ok) return refused('not-found')
    return granted({ rows: await regionRows(tx, sheet.roundId, query.key) })
  }),
]
