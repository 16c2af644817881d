// Applications in the shapes of their contracts.
import { daysBetween, type Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import type { DueAnswer, Term } from '../../../kernel/term.ts'
import { articleTitle } from '../../../law/laws.ts'
import { dayReason } from '../../../law/ledger-words.ts'
import { terms } from '../../../law/terms.ts'
import type { Article } from '../../../kernel/article.ts'
import type { UnitKind } from '../../organization/law/unit-kinds.ts'
import { channels } from '../law/channels.ts'
import { feeMethods } from '../law/fees.ts'
import { outcomeFacts, outcomeRows, type OutcomeFact } from '../law/outcomes.ts'
import { regimes } from '../law/regimes.ts'
import { bodyKindOf } from '../law/remedies.ts'
import { stepRows } from '../law/steps.ts'
import type { Application, Look, StepRow } from '../queries/application.ts'
import type { Listed } from '../queries/applications.ts'
import { awaitedOf, correctionNoticeDue, opinionDue, replyDue } from '../rules/clock.ts'
import type { CaseFacts, Now } from '../rules/facts.ts'
import { internalDateNow } from '../rules/internal-dates.ts'
import { regimeOfFacts } from '../rules/needs.ts'
import { notesOf } from '../rules/notes.ts'
import { remedyOf } from '../rules/remedy.ts'
import type { OpenStep } from '../rules/take-step.ts'
import type { RequestRow, RequestSheet, ShownStep } from './contract.ts'

export const rowOf = ({ draftDays, reviewDays, sendDays, ...row }: Listed, { today, calendar }: Now): RequestRow => ({
  ...row,
  internal: internalDateNow(
    row,
    draftDays !== null && reviewDays !== null && sendDays !== null ? { draft: draftDays, review: reviewDays, send: sendDays } : null,
    today,
    calendar,
  ),
  daysLeft: row.dueOn === null ? null : daysBetween(row.concludedOn ?? today, row.dueOn),
})

const awaitedTitles = { correction: '申请人补正', reasons: '申请人说明理由', fee: '申请人缴费', opinion: '第三方、其他机关提出意见' } as const
const opinionTitles = { agreed: '同意公开', objected: '不同意公开', silent: '逾期未提出意见' } as const
const consultationTitles = { 'third-party': '第三方', 'co-maker': '共同制作机关' } as const

/** A due day with the ledger of its days. */
export const ledgerOf = (from: Day, due: DueAnswer, { title, startsOn }: Pick<Term, 'title' | 'startsOn'>): NonNullable<RequestSheet['reply']> => ({
  title,
  startsOn,
  from,
  due: due.due,
  provisional: due.provisional,
  article: due.article,
  basis: articleTitle(due.article),
  days: due.days.map((one) => ({ day: one.day, counted: one.counted, reason: one.reason, why: dayReason(one) })),
})

function replyOf(facts: CaseFacts, now: Now): RequestSheet['reply'] {
  const due = replyDue(facts, now.calendar)
  if (!due || !facts.receivedOn) return null
  return ledgerOf(facts.receivedOn, due, { title: terms.reply.title, startsOn: facts.restarts.length > 0 ? '收到申请之日；其后重新起算' : '收到申请之日' })
}

function outcomeOf(facts: CaseFacts, kind: UnitKind, today: Day): RequestSheet['outcome'] {
  const { outcome } = facts
  if (!outcome) return null
  const { title, article, by } = outcomeRows[outcome.name]
  const on = facts.concludedOn ?? today
  const given = Object.entries(outcome.facts) as [OutcomeFact, string][]
  return {
    name: outcome.name,
    title,
    article: article[regimeOfFacts(facts, today)] ?? '',
    facts: given.map(([fact, text]) => ({ title: outcomeFacts[fact].title, text })),
    remedy: by === 'withdraw' ? null : remedyOf({ outcome: outcome.name, withheldUnder: outcome.withheldUnder, body: bodyKindOf[kind], on, electronic: facts.service?.way === 'electronic' }).text,
  }
} // prettier-ignore

export function shownStep({ name, refusals }: OpenStep, sentence: (refusal: Refusal) => string, article: Article | undefined): ShownStep {
  const { title, asks = [], text, confirm, tone } = stepRows[name]
  return {
    name,
    title,
    open: refusals.length === 0,
    refusals: refusals.map((one) => ({ code: one.code, sentence: sentence(one), ...(one.article ? { article: one.article } : {}) })),
    asks: [...asks],
    textTitle: text ?? '说明',
    confirm: confirm ?? null,
    article: article ?? '',
    tone: tone ?? 'plain',
  }
}

export interface Known {
  readonly application: Application
  readonly unitKind: UnitKind
  readonly facts: CaseFacts
  readonly taken: readonly StepRow[]
  readonly looks: readonly Look[]
  readonly now: Now
}

export function sheetOf({ application, unitKind, facts, taken, looks, now }: Known): Omit<RequestSheet, 'steps' | 'handlers' | 'sections' | 'mayOpenIdentity'> {
  const regime = regimeOfFacts(facts, now.today)
  const awaited = awaitedOf(facts, now.calendar)
  const { handlerId: _handler, sectionId: _section, steps: seen, enteredAt: _entered, dueOn: _due, ...row } = application
  const reply = replyOf(facts, now)
  return {
    ...row,
    seen,
    state: facts.state,
    law: regimes[regime].title,
    receivedOn: facts.receivedOn,
    receiptBasis: channels[application.channel].under[regime].basis,
    concludedOn: facts.concludedOn,
    agreedOn: facts.agreedOn,
    late: reply !== null && reply.due < (facts.concludedOn ?? now.today),
    reply,
    correctionNoticeDue: facts.state === 'in-progress' && facts.correction === null ? (correctionNoticeDue(facts, now.calendar)?.due ?? null) : null,
    awaited: awaited && { what: awaitedTitles[awaited.what], until: awaited.until, over: awaited.until < now.today },
    consultations: facts.consultations.map((one) => ({
      number: one.number,
      kind: consultationTitles[one.kind],
      name: one.name,
      sentOn: one.sentOn,
      receivedOn: one.receivedOn,
      due: opinionDue(one, now.calendar)?.due ?? null,
      opinion: one.opinion ? opinionTitles[one.opinion] : '等待意见',
      open: one.opinion === null,
    })),
    fee: facts.fee && { title: feeMethods[facts.fee.method].title, yuan: facts.fee.yuan, notifiedOn: facts.fee.notifiedOn, receivedOn: facts.fee.receivedOn, paidOn: facts.fee.paidOn },
    extension: facts.extension && { days: facts.extension.days, consentBy: facts.extension.consentBy },
    outcome: outcomeOf(facts, unitKind, now.today),
    replyNumber: facts.replyNumber,
    happened: taken.toReversed().map((one, at) => ({
      key: String(taken.length - at),
      title: stepRows[one.step].title,
      who: one.by === null ? '申请人' : one.byName,
      at: one.at.toISOString(),
      day: one.input.day ?? null,
      text: one.input.text,
      notes: [...(one.input.day ? [`日期：${one.input.day}`] : []), ...notesOf(one)],
    })),
    looks: looks.map(({ name, reason, at }) => ({ name, reason, at: at.toISOString() })),
  }
} // prettier-ignore
