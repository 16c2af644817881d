// Answers the office's questions about complaints, reconsiderations and lawsuits, and takes their steps.
import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { QueryOf } from '../../../kernel/contract.ts'
import { day, daysBetween, type Day } from '../../../kernel/day.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may, type By } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { unitById } from '../../organization/index.ts'
import type { UnitKind } from '../../organization/law/unit-kinds.ts'
import { enterRemedy } from '../actions/enter-remedy.ts'
import { takeRemedyStep } from '../actions/take-remedy-step.ts'
import { raisers, remedyAction, remedyKinds, remedyResults, remedyStates, remedyStepRows } from '../law/remedy-cases.ts'
import { bodyKindOf } from '../law/remedies.ts'
import { applicationWithin, stepsOf } from '../queries/application.ts'
import {
  remediesOf,
  remedies,
  remedyCounts,
  remedySteps,
  type ListedRemedy,
  type Remedy,
  type RemedyQuestion,
  type RemedyStepRow,
} from '../queries/remedies.ts'
import type { CaseFacts, Now } from '../rules/facts.ts'
import { factsOf } from '../rules/fold.ts'
import { remedyFactsOf, runningTerms, type RemedyFacts } from '../rules/remedy-case.ts'
import { remedyNotes } from '../rules/remedy-notes.ts'
import { remedyArticle, remedyStepsFrom } from '../rules/remedy-steps.ts'
import { remedyOf } from '../rules/remedy.ts'
import { ledgerOf } from './answers.ts'
import * as contract from './remedy-contract.ts'

const byOf = (call: { readonly actor: Actor; readonly clock: Clock }): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })

const mostExported = 50_000

/** `青政复〔2026〕8号`, where it was entered here; else that it was stated. */
function afterText({ after }: RemedyFacts, all: readonly Remedy[]): string | null {
  if (!after) return null
  return all.find(({ id }) => id === after.reconsiderationId)?.number ?? '经过行政复议（未在本系统登记）'
}

function shown(one: Remedy, all: readonly Remedy[], taken: readonly RemedyStepRow[], now: Now, mayHandle: boolean): contract.ShownRemedy {
  const facts = remedyFactsOf(taken)
  const { id, kind, raisedBy, state, steps: seen, number, body, receivedOn, result, concludedOn } = one
  return {
    remedyId: id,
    kind,
    raisedBy,
    state,
    seen,
    number,
    body,
    procedure: facts.procedure,
    receivedOn,
    acceptedOn: facts.acceptedOn,
    answeredOn: facts.answeredOn,
    after: afterText(facts, all),
    result,
    concludedOn,
    terms: runningTerms(kind, facts, now.calendar).map(({ whose, term, from, answer: due }) => ({
      whose,
      over: due.due < now.today,
      ledger: ledgerOf(from, due, term),
    })),
    steps: mayHandle ? remedyStepsFrom(kind, facts).map((name) => ({ name, article: remedyArticle(name, kind, receivedOn) })) : [],
    happened: taken.toReversed().map((step, at) => ({
      key: String(taken.length - at),
      title: remedyStepRows[step.step].title,
      who: step.byName,
      at: step.at.toISOString(),
      text: step.input.text,
      notes: remedyNotes(kind, step),
    })),
  }
}

/** What was withdrawn or lapsed withholds nothing. */
function reconsiderationFirst({ outcome, concludedOn }: CaseFacts, kind: UnitKind): boolean {
  if (!outcome || !concludedOn) return false
  const { name, withheldUnder } = outcome
  return remedyOf({ outcome: name, withheldUnder, body: bodyKindOf[kind], on: concludedOn, electronic: false }).reconsiderationFirst !== 'no'
}

const rowOf = ({ id, applicationId, steps: _steps, ...row }: ListedRemedy, today: Day): contract.RemedyRow => ({
  ...row,
  remedyId: id,
  requestId: applicationId,
  daysLeft: row.dueOn === null ? null : daysBetween(today, row.dueOn),
})

type ListQuery = QueryOf<typeof contract.exportRemedies>

const questionOf = ({ q, year, row, column, figure, from, until, remedy, ...rest }: ListQuery): RemedyQuestion => ({
  ...rest,
  words: q,
  ...(figure && from && until ? { figure: { name: figure, from: day(from), until: day(until), remedy } } : {}),
  ...(year !== undefined && row !== undefined && column !== undefined ? { cell: { year, row, column } } : {}),
}) // prettier-ignore

const headings = [
  '种类',
  '提出人',
  '案号',
  '受理机关',
  '公开申请',
  '申请内容',
  '单位',
  '承办人',
  '状态',
  '收到日期',
  '答复期限',
  '经过复议',
  '结果',
  '结果日期',
]

const cellsOf = (row: ListedRemedy): (string | null)[] => [
  remedyKinds[row.kind].title,
  raisers[row.raisedBy],
  row.number,
  row.body,
  row.requestNumber,
  row.subject,
  row.unitName,
  row.handlerName,
  remedyStates[row.state].title,
  row.receivedOn,
  row.dueOn,
  row.kind === 'lawsuit' ? (row.afterReconsideration ? '是' : '否') : null,
  row.result && remedyResults[row.result].title,
  row.concludedOn,
]

export const remedyRoutes: readonly OfficeRoute[] = [
  answer(contract.listRequestRemedies, async ({ tx, params, reach, actor, clock }) => {
    const application = await applicationWithin(tx, reach, params.id)
    const unit = application && (await unitById(tx, application.unitId))
    if (!application || !unit) return refused('not-found')
    const now = { today: clock.today(), calendar: await currentCalendar(tx) }
    const all = await remediesOf(tx, params.id)
    const taken = await remedySteps(
      tx,
      all.map(({ id }) => id),
    )
    const mayHandle = may(actor, remedyAction, application).ok
    return granted({
      remedies: all.map((one) => shown(one, all, taken.get(one.id) ?? [], now, mayHandle)),
      mayEnter: mayHandle,
      reconsiderationFirst: reconsiderationFirst(factsOf(await stepsOf(tx, params.id)), unit.kind),
    })
  }),

  answer(contract.postRemedy, async (call) => {
    const { tx, params, body, audit } = call
    audit({ objectKind: 'request', objectId: params.id, detail: { remedy: body.kind } })
    return enterRemedy(tx, byOf(call), { ...params, ...body })
  }),

  answer(contract.postRemedyStep, async (call) => {
    const { tx, params, body, audit } = call
    audit({ objectKind: 'request', objectId: params.id, detail: { remedy: params.remedyId, step: body.step } })
    return takeRemedyStep(tx, byOf(call), { ...params, ...body })
  }),

  answer(contract.listRemedies, async ({ tx, query, reach, clock }) => {
    const today = clock.today()
    const { rows, total } = await remedies(tx, questionOf(query), { reach, today }, { limit: query.size, offset: (query.page - 1) * query.size })
    return granted({ rows: rows.map((row) => rowOf(row, today)), total, counts: await remedyCounts(tx, reach, today) })
  }),

  answer(contract.exportRemedies, async ({ tx, query, reach, clock }) => {
    const { rows } = await remedies(tx, questionOf(query), { reach, today: clock.today() }, { limit: mostExported, offset: 0 })
    return granted(csvFile('投诉举报、行政复议和行政诉讼', headings, rows.map(cellsOf)))
  }),
]
