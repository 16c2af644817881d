// Settles a duty: met by a publication that a person confirms, or closed by its article with a leader's approval.
import type { Article } from '../../../kernel/article.ts'
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { addMonths } from '../../../kernel/term.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay, type By } from '../../access/index.ts'
import { notify } from '../../notices/index.ts'
import { closingArticles, closings, type ClosingKind } from '../law/duties.ts'
import type { Rhythm } from '../law/rhythms.ts'
import { actingPlaces, mayActAt } from '../queries/acting.ts'
import { publishedDocument } from '../queries/candidates.ts'
import { closingById, dutyById, type Duty } from '../queries/duties.ts'
import { permanentNextOn } from '../rules/next-duty.ts'
import { setClosed, setMet } from '../store/beats.ts'
import { decideClosing, insertClosing, insertFulfilment, setNext, settleDuty } from '../store/duties.ts'

export type SettleRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'duty-settled'
  | 'document-not-public'
  | 'document-of-other-unit'
  | 'document-before-period'
  | 'closing-article'
  | 'closing-reason-missing'
  | 'closing-waiting'
  | 'closing-own'
  | 'closing-decided'
  | 'closing-not-of-reexamination'

const nameOf = (duty: Duty): string => [duty.item1, duty.item2, duty.item3].filter(Boolean).join(' / ') || duty.subjectTitle
export const placeOf = (duty: Duty): { unitId: string; sectionId: string | null } => ({ unitId: duty.unitId, sectionId: duty.sectionId })

/** The duty, locked, where the actor may handle it and it is still open. */
export async function openDuty(tx: Tx, by: By, dutyId: string): Promise<Ruling<Duty, SettleRefusal>> {
  const duty = await dutyById(tx, dutyId, true)
  if (!duty || !(await mayActAt(tx, by.actor, 'catalogue.read', { unitId: duty.unitId })).ok) return refused('not-found')
  if (!(await mayActAt(tx, by.actor, 'duty.handle', placeOf(duty))).ok) return refused('not-allowed')
  return duty.outcome === null ? granted(duty) : refused('duty-settled')
}

/** 是，履行: the publication counts from its own day, however late it is confirmed. */
export async function fulfilDuty(tx: Tx, by: By, dutyId: string, documentId: string): Promise<Ruling<{ id: string }, SettleRefusal>> {
  const found = await openDuty(tx, by, dutyId)
  if (!found.ok) return found
  const duty = found.value
  const document = await publishedDocument(tx, documentId)
  const reasons: Refusal<SettleRefusal>[] = []
  if (!document || duty.cause === 're-examination') reasons.push({ code: 'document-not-public', field: 'documentId' })
  else {
    if (document.unitId !== duty.unitId) reasons.push({ code: 'document-of-other-unit', field: 'documentId' })
    // beforehand is allowed only of events; a period is met by what came out in it or after it
    if (duty.cause !== 'trigger' && document.publishedOn < duty.periodFrom) {
      reasons.push({ code: 'document-before-period', field: 'documentId', facts: { day: document.publishedOn, from: duty.periodFrom } })
    }
  }
  if (!document || reasons.length > 0) return refused(...reasons)
  await insertFulfilment(tx, by, { dutyId, documentId, title: document.title, publishedOn: document.publishedOn })
  await settleDuty(tx, dutyId, 'met', by.today)
  if (duty.responsibilityId) {
    const before = duty.rhythm?.kind === 'ad-hoc' && duty.rhythm.before === true
    await setMet(tx, duty.responsibilityId, { on: document.publishedOn, afterEvent: before && document.publishedOn >= duty.periodTo })
  }
  if (duty.rhythm?.kind === 'permanent' && duty.responsibilityId) {
    await setNext(tx, [{ responsibilityId: duty.responsibilityId, nextOn: permanentNextOn(duty.rhythm.months, document.publishedOn) }])
  }
  return granted({ id: dutyId })
}

export interface ClosingAsked {
  readonly dutyId: string
  readonly kind: ClosingKind
  readonly article: string
  readonly reason: string
}

export async function askClosing(tx: Tx, by: By, asked: ClosingAsked): Promise<Ruling<{ id: string }, SettleRefusal>> {
  const found = await openDuty(tx, by, asked.dutyId)
  if (!found.ok) return found
  const duty = found.value
  const reasons: Refusal<SettleRefusal>[] = []
  if (duty.cause === 're-examination') reasons.push({ code: 'closing-not-of-reexamination' })
  if (!closingArticles(asked.kind, duty.line).includes(asked.article as Article)) reasons.push({ code: 'closing-article', field: 'article' })
  if (asked.reason.trim() === '') reasons.push({ code: 'closing-reason-missing', field: 'reason' })
  if (duty.waitingClosing) reasons.push({ code: 'closing-waiting' })
  if (reasons.length > 0) return refused(...reasons)
  const id = await insertClosing(tx, by, { ...asked, reason: asked.reason.trim() })
  const leaders = await accountsWhoMay(tx, 'duty.close', await actingPlaces(tx, placeOf(duty)), by.today)
  await notify(tx, {
    accountIds: leaders.map((one) => one.accountId).filter((one) => one !== by.actor.accountId),
    kind: 'duty',
    title: `${by.actor.name}申请按“${closings[asked.kind].title}”办结：${nameOf(duty)}`,
    link: `/duties/${duty.dutyId}`,
    at: by.at,
  })
  return granted({ id })
}

/** When the next duty is made after one was closed: what is said for good is looked at again in a year. */
const nextAfterClosing = (kind: ClosingKind, rhythm: Rhythm, today: Day): Day | null =>
  closings[kind].lasting ? addMonths(today, 12) : rhythm.kind === 'permanent' ? addMonths(today, rhythm.months) : null

export async function decideOnClosing(
  tx: Tx,
  by: By,
  closingId: string,
  decision: { readonly granted: boolean; readonly opinion: string },
): Promise<Ruling<{ id: string }, SettleRefusal>> {
  const closing = await closingById(tx, closingId)
  const duty = closing && (await dutyById(tx, closing.dutyId, true))
  if (!closing || !duty || !(await mayActAt(tx, by.actor, 'catalogue.read', { unitId: duty.unitId })).ok) return refused('not-found')
  if (!(await mayActAt(tx, by.actor, 'duty.close', placeOf(duty))).ok) return refused('not-allowed')
  if (closing.granted !== null || duty.outcome !== null) return refused('closing-decided')
  if (closing.askedBy === by.actor.accountId) return refused({ code: 'closing-own', article: 'ogi-2019/17' })
  await decideClosing(tx, by, closingId, decision)
  if (decision.granted) {
    await settleDuty(tx, duty.dutyId, 'closed', by.today)
    if (duty.responsibilityId) await setClosed(tx, duty.responsibilityId, by.today)
    const { responsibilityId, rhythm } = duty
    const nextOn = rhythm && rhythm.kind !== 'ad-hoc' ? nextAfterClosing(closing.kind, rhythm, by.today) : null
    if (responsibilityId && nextOn) await setNext(tx, [{ responsibilityId, nextOn }])
  }
  await notify(tx, {
    accountIds: [closing.askedBy],
    kind: 'duty',
    title: `${by.actor.name}${decision.granted ? '同意' : '不同意'}按“${closings[closing.kind].title}”办结：${nameOf(duty)}`,
    link: `/duties/${duty.dutyId}`,
    at: by.at,
  })
  return granted({ id: duty.dutyId })
}
