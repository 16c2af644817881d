// Answers the office's questions about applications, and takes its steps.
import type { Actor, Reach } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Day } from '../../../kernel/day.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { sentenceOf } from '../../../platform/http/problem.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { accountsWhoMay, may, type By } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { unitById, unitTree } from '../../organization/index.ts'
import { handAt } from '../queries/hand.ts'
import { lookAtIdentity } from '../actions/look-at-identity.ts'
import { registerApplication } from '../actions/register-application.ts'
import { takeStep } from '../actions/take-step.ts'
import { applicantKinds } from '../law/applicants.ts'
import { channels } from '../law/channels.ts'
import type { ListedFigure } from '../law/figures.ts'
import { outcomes } from '../law/outcomes.ts'
import { states } from '../law/states.ts'
import { stepRows } from '../law/steps.ts'
import { applicationWithin, looksAt, stepsOf } from '../queries/application.ts'
import { enclosuresOf } from '../queries/files.ts'
import { applications, tabCounts, type Question } from '../queries/applications.ts'
import { yearlyRemedies } from '../queries/yearly-remedies.ts'
import { yearlyTally } from '../queries/yearly.ts'
import type { Now } from '../rules/facts.ts'
import { factsOf } from '../rules/fold.ts'
import { firstDueNotOver } from '../rules/internal-dates.ts'
import { regimeOfFacts } from '../rules/needs.ts'
import { stepsFrom } from '../rules/take-step.ts'
import { remedyTable } from '../rules/yearly-remedies.ts'
import { unbalancedColumns, yearlyTable } from '../rules/yearly-table.ts'
import { requestsSentences } from '../sentences.ts'
import { rowOf, sheetOf, shownStep } from './answers.ts'
import {
  exportRequests,
  getRequest,
  getRequestCounts,
  getYearlyTable,
  listRequests,
  postIdentityLook,
  postRequest,
  postRequestStep,
  type RequestRow,
  type RequestSheet,
} from './contract.ts'

const byOf = (call: { readonly actor: Actor; readonly clock: Clock }): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })

const mostExported = 50_000

type ListQuery = Omit<Question, 'words' | 'cell' | 'figure' | 'watched' | 'internallyOver'> & {
  readonly mark?: 'watched' | 'internal-over' | undefined
  readonly q: string
  readonly year?: number | undefined
  readonly line?: NonNullable<Question['cell']>['line'] | undefined
  readonly figure?: ListedFigure | undefined
  readonly from?: Day | undefined
  readonly until?: Day | undefined
}

const questionOf = ({ q, year, line, figure, from, until, mark, ...rest }: ListQuery, { today, calendar }: Now): Question => ({
  ...rest,
  words: q,
  watched: mark === 'watched',
  ...(mark === 'internal-over' ? { internallyOver: firstDueNotOver(today, calendar) } : {}),
  ...(figure !== undefined && from !== undefined && until !== undefined ? { figure: { name: figure, from, until } } : {}),
  ...(year !== undefined && line !== undefined ? { cell: { year, line } } : {}),
})

const headings = [
  '编号',
  '申请内容',
  '申请人',
  '申请人类别',
  '渠道',
  '单位',
  '科室',
  '承办人',
  '状态',
  '来件日期',
  '收到日期',
  '答复期限',
  '内部期限',
  '处理结果',
  '答复日期',
]

const cellsOf = (row: RequestRow): (string | null)[] => [
  row.number,
  row.subject,
  row.applicantName,
  applicantKinds[row.applicantKind].title,
  channels[row.channel].title,
  row.unitName,
  row.sectionName,
  row.handlerName,
  states[row.state].title,
  row.arrivedOn,
  row.receivedOn,
  row.dueOn,
  row.internal?.on ?? null,
  row.outcome && row.concludedOn ? outcomes[row.outcome].title : null,
  row.concludedOn,
]

async function sheet(tx: Tx, by: By, reach: Reach, id: string): Promise<RequestSheet | undefined> {
  const application = await applicationWithin(tx, reach, id)
  const unit = application && (await unitById(tx, application.unitId))
  if (!application || !unit) return undefined
  const taken = await stepsOf(tx, id)
  const facts = { ...factsOf(taken), enclosures: await enclosuresOf(tx, id) }
  const now = { today: by.today, calendar: await currentCalendar(tx) }
  const mayOpenIdentity = may(by.actor, 'request.identity', application).ok
  const regime = regimeOfFacts(facts, by.today)
  const steps = stepsFrom(facts, handAt(by.actor, application), now)
  const sections = steps.some(({ name }) => name === 'assign')
    ? (await unitTree(tx, { asOf: by.today })).filter((one) => one.parentId === unit.id && one.kind === 'section')
    : []
  return {
    ...sheetOf({ application, unitKind: unit.kind, facts, taken, looks: mayOpenIdentity ? await looksAt(tx, id) : [], now }),
    steps: steps.map((step) => shownStep(step, (refusal) => sentenceOf(refusal, requestsSentences), stepRows[step.name].article[regime])),
    handlers: (await accountsWhoMay(tx, 'request.handle', application, by.today)).map(({ accountId, name }) => ({ accountId, name })),
    sections: sections.map(({ id: sectionId, name }) => ({ sectionId, name })),
    mayOpenIdentity,
  }
}

export const requestRoutes: readonly OfficeRoute[] = [
  answer(listRequests, async ({ tx, query, reach, actor, clock }) => {
    const now = { today: clock.today(), calendar: await currentCalendar(tx) }
    const page = { limit: query.size, offset: (query.page - 1) * query.size }
    const { rows, ...counted } = await applications(tx, questionOf(query, now), { actor, reach, today: now.today }, page)
    return granted({ rows: rows.map((row) => rowOf(row, now)), ...counted })
  }),

  answer(exportRequests, async ({ tx, query, reach, actor, clock }) => {
    const now = { today: clock.today(), calendar: await currentCalendar(tx) }
    const { rows } = await applications(tx, questionOf(query, now), { actor, reach, today: now.today }, { limit: mostExported, offset: 0 })
    return granted(
      csvFile(
        '公开申请',
        headings,
        rows.map((row) => cellsOf(rowOf(row, now))),
      ),
    )
  }),

  answer(getRequestCounts, async ({ tx, reach, actor, clock }) => granted(await tabCounts(tx, { actor, reach, today: clock.today() }))),

  answer(getRequest, async (call) => {
    const found = await sheet(call.tx, byOf(call), call.reach, call.params.id)
    return found ? granted(found) : refused('not-found')
  }),

  answer(postRequest, async (call) => {
    const { tx, body, reach, seal, audit } = call
    audit({ objectKind: 'request', objectId: body.id, unitId: body.unitId })
    if (!reach.everywhere && !reach.unitIds.includes(body.unitId)) return refused({ code: 'unit-unknown', field: 'unitId' })
    return registerApplication(tx, byOf(call), seal, body)
  }),

  answer(postRequestStep, async (call) => {
    const { tx, params, body, audit } = call
    audit({ objectKind: 'request', objectId: params.id, detail: { step: body.step } })
    return takeStep(tx, byOf(call), { id: params.id, ...body })
  }),

  answer(postIdentityLook, async (call) => {
    const { tx, params, body, seal, audit } = call
    audit({ objectKind: 'request-identity', objectId: params.id })
    return lookAtIdentity(tx, byOf(call), seal, { id: params.id, reason: body.reason })
  }),

  answer(getYearlyTable, async ({ tx, query, reach, clock }) => {
    const of = { year: query.year, unitId: query.unitId }
    const table = yearlyTable(await yearlyTally(tx, reach, of))
    const remedies = remedyTable(await yearlyRemedies(tx, reach, of))
    return granted({ year: query.year, asOf: clock.today(), table, unbalanced: unbalancedColumns(table), remedies })
  }),
]
