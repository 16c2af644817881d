// Answers the office's questions about duties: who owes what by when, and what settled it.
import type { QueryOf } from '../../../kernel/contract.ts'
import { day, daysBetween, type Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { raiseTrigger } from '../actions/raise-trigger.ts'
import { settleReexamination } from '../actions/reexamine.ts'
import { setQuota } from '../actions/set-quota.ts'
import { askClosing, decideOnClosing, fulfilDuty, placeOf } from '../actions/settle-duty.ts'
import { causes, outcomes } from '../law/duties.ts'
import { mayActAt } from '../queries/acting.ts'
import { closingsOf, dutyById, dutyCounts, dutyList, fulfilmentOf, type Duty } from '../queries/duties.ts'
import { presentEntry } from '../queries/entries.ts'
import { proposalsFor } from '../queries/proposals.ts'
import { quotasOf } from '../queries/quota.ts'
import { ledgerOf } from '../rules/ledger.ts'
import { byOf, sliceOf } from './call.ts'
import * as contracts from './contract.ts'

const mostExported = 50_000

const dutyOut = (duty: Duty, today: Day, publicAddress: string) => ({
  dutyId: duty.dutyId,
  cause: duty.cause,
  entryId: duty.entryId,
  field: duty.field,
  name: duty.subjectTitle || [duty.item1, duty.item2, duty.item3].filter(Boolean).join(' / '),
  line: duty.line,
  statutory: duty.statutoryItem !== null,
  unitId: duty.unitId,
  unitName: duty.unitName,
  sectionName: duty.sectionName,
  event: duty.event,
  eventEnteredBy: duty.eventEnteredBy,
  eventAddress: duty.eventDocumentId && `${publicAddress}documents/${duty.eventDocumentId}`,
  periodFrom: duty.periodFrom,
  periodTo: duty.periodTo,
  dueOn: duty.dueOn,
  provisional: duty.provisional,
  daysLeft: daysBetween(today, duty.dueOn),
  settledOn: duty.settledOn,
  outcome: duty.outcome,
  waitingClosing: duty.waitingClosing,
  subjectId: duty.subjectId,
})

const headings = ['事项', '领域', '产生方式', '触发事项', '责任单位', '责任科室', '期间从', '期间到', '应公开日期', '剩余天数', '结果', '办结日期']

/** What follows from an examination that another module carries out: main joins them. */
export interface ExaminationParts {
  /** Begins the edition with which something that was kept inside becomes public. */
  readonly beginDisclosure: (tx: Tx, by: By, documentId: string) => Promise<Ruling<{ editionId: string }>>
}

const questionOf = ({ q, figure, from, until, ...rest }: QueryOf<typeof contracts.listDuties>) => ({
  ...rest,
  words: q,
  ...(figure && from && until ? { counted: { figure, from: day(from), until: day(until) } } : {}),
})

export const dutyRoutes = ({ beginDisclosure }: ExaminationParts): readonly OfficeRoute[] => [
  answer(contracts.listDuties, async ({ tx, query, reach, clock, publicAddress }) => {
    const today = clock.today()
    const { rows, ...counted } = await dutyList(tx, { ...questionOf(query), today, reach, ...sliceOf(query) })
    return granted({ rows: rows.map((duty) => dutyOut(duty, today, publicAddress)), ...counted })
  }),

  answer(contracts.exportDuties, async ({ tx, query, reach, clock, publicAddress }) => {
    const today = clock.today()
    const { rows } = await dutyList(tx, { ...questionOf(query), today, reach, limit: mostExported, offset: 0 })
    const cells = rows
      .map((duty) => dutyOut(duty, today, publicAddress))
      .map((row) => [
        row.name, row.field, causes[row.cause], row.event, row.unitName, row.sectionName, row.periodFrom, row.periodTo, row.dueOn, row.outcome === null ? row.daysLeft : null,
        row.outcome && outcomes[row.outcome], row.settledOn,
      ]) // prettier-ignore
    return granted(csvFile(query.line === 'party' ? '党务公开任务' : '公开任务', headings, cells))
  }),

  answer(contracts.getDutyCounts, async ({ tx, query, reach, clock, publicAddress }) => {
    const today = clock.today()
    const counts = await dutyCounts(tx, reach, query.line, today)
    const { rows } = await dutyList(tx, { view: 'open', today, reach, line: query.line, words: '', sort: 'due', limit: 5, offset: 0 })
    return granted({ ...counts, first: rows.map((duty) => dutyOut(duty, today, publicAddress)) })
  }),

  answer(contracts.getDuty, async ({ tx, params, actor, clock, publicAddress }) => {
    const duty = await dutyById(tx, params.dutyId)
    if (!duty || !(await mayActAt(tx, actor, 'catalogue.read', { unitId: duty.unitId })).ok) return refused('not-found')
    const [entry, closings, fulfilment] = [
      duty.entryId && (await presentEntry(tx, duty.entryId)),
      await closingsOf(tx, duty.dutyId),
      await fulfilmentOf(tx, duty.dutyId),
    ]
    const found = await proposalsFor(tx, duty)
    const ledger = ledgerOf(duty, await currentCalendar(tx))
    const mayClose = (await mayActAt(tx, actor, 'duty.close', placeOf(duty))).ok
    return granted({
      duty: {
        ...dutyOut(duty, clock.today(), publicAddress),
        mayHandle: duty.outcome === null && (await mayActAt(tx, actor, 'duty.handle', placeOf(duty))).ok,
      },
      limitText: entry ? entry.limitText : '',
      elements: entry ? entry.elements : '',
      ledger: ledger.map(({ day: on, counted, reason, holiday, assumed }) => ({
        day: on,
        counted,
        reason,
        holiday: holiday ?? null,
        assumed: assumed ?? false,
      })),
      proposals: found.map(({ documentId, title, publishedOn, inColumn }) => ({ documentId, title, publishedOn, inColumn })),
      closings: closings.map((one) => ({
        closingId: one.closingId, kind: one.kind, article: one.article, reason: one.reason, askedByName: one.askedByName, askedAt: one.askedAt.toISOString(), granted: one.granted,
        decidedByName: one.decidedByName, decidedAt: one.decidedAt?.toISOString() ?? null, opinion: one.opinion, mayDecide: one.granted === null && mayClose && one.askedBy !== actor.accountId,
      })), // prettier-ignore
      fulfilment: fulfilment ? { ...fulfilment, confirmedAt: fulfilment.confirmedAt.toISOString() } : null,
    })
  }),

  answer(contracts.putFulfilment, async (call) => {
    call.audit({ objectKind: 'duty', objectId: call.params.dutyId, detail: { document: call.body.documentId } })
    return fulfilDuty(call.tx, byOf(call), call.params.dutyId, call.body.documentId)
  }),

  answer(contracts.postClosing, async (call) => {
    call.audit({ objectKind: 'duty', objectId: call.params.dutyId, detail: { kind: call.body.kind, article: call.body.article } })
    return askClosing(call.tx, byOf(call), { dutyId: call.params.dutyId, ...call.body })
  }),

  answer(contracts.putClosingDecision, async (call) => {
    call.audit({ objectKind: 'duty-closing', objectId: call.params.closingId, detail: { granted: call.body.granted } })
    return decideOnClosing(call.tx, byOf(call), call.params.closingId, call.body)
  }),

  answer(contracts.putExamination, async (call) => {
    call.audit({ objectKind: 'duty', objectId: call.params.dutyId, detail: { conclusion: call.body.conclusion } })
    const settled = await settleReexamination(call.tx, byOf(call), { dutyId: call.params.dutyId, ...call.body })
    if (!settled.ok || call.body.conclusion === 'keep') return settled.ok ? granted({ ...settled.value, editionId: null }) : settled
    const begun = await beginDisclosure(call.tx, byOf(call), settled.value.documentId)
    return begun.ok ? granted({ ...settled.value, editionId: begun.value.editionId }) : begun
  }),

  answer(contracts.postTrigger, async (call) => {
    const { entryId, unitId, happenedOn, what } = call.body
    call.audit({ objectKind: 'catalogue-trigger', unitId, detail: { entry: entryId, happenedOn } })
    return raiseTrigger(call.tx, byOf(call), await currentCalendar(call.tx), { entryId, unitId, happenedOn: day(happenedOn), what })
  }),

  answer(contracts.listQuotas, async ({ tx, query, reach }) => granted({ rows: await quotasOf(tx, reach, query.line, day(`${query.month}-01`)) })),

  answer(contracts.putQuotaOf, async (call) => {
    call.audit({ objectKind: 'quota', unitId: call.body.unitId, detail: { perMonth: call.body.perMonth } })
    return setQuota(call.tx, byOf(call), call.body)
  }),
]
