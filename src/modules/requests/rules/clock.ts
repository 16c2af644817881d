// Every day that runs in an application: the reply with its ledger, the notice of correction, and what others may still do until when.
import type { Article } from '../../../kernel/article.ts'
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import { dueDay, startOf, versionOn, type DueAnswer, type Pause, type TermEvents } from '../../../kernel/term.ts'
import { terms } from '../../../law/terms.ts'
import { outcomeRows } from '../law/outcomes.ts'
import type { CaseFacts, Consultation } from './facts.ts'

const consultationTerms = { 'third-party': terms['third-party-opinion'], 'co-maker': terms['co-maker-opinion'] } as const

/** Until when an opinion may come; counted from the proven receipt, before it is known from the day of sending. Null where the law sets no term. */
export function opinionDue({ kind, receivedOn, sentOn }: Consultation, calendar: Calendar): DueAnswer | null {
  const term = consultationTerms[kind]
  const from = receivedOn ?? sentOn
  return versionOn(term, from) ? dueDay(term, { from }, calendar) : null
}

/** Last day that does not count: the day of the opinion, or the end of its term, whichever comes first; null while it has no end. */
function pauseOf(one: Consultation, calendar: Calendar): Pause | null {
  const limit = opinionDue(one, calendar)?.due
  if (one.answeredOn) return { from: one.sentOn, to: limit && limit < one.answeredOn ? limit : one.answeredOn }
  return limit ? { from: one.sentOn, to: limit } : null
}

function replyEvents(facts: CaseFacts, receivedOn: Day, calendar: Calendar): { events: TermEvents; endless: boolean } {
  const { restarts, extension, consultations } = facts
  const start = startOf({ from: receivedOn, restarts })
  const known = versionOn(terms.reply, start)?.pausedBy?.length ?? 0
  // The Regulation of 2008 excludes the asking of third parties alone.
  const excluded = consultations.filter(({ kind }) => kind === 'third-party' || known > 1)
  const pauses = excluded.map((one) => pauseOf(one, calendar))
  const extendedBy = extension && !restarts.some((restart) => restart >= extension.on) ? extension.days : 0
  return { events: { from: receivedOn, restarts, extendedBy, pauses: pauses.filter((one) => one !== null) }, endless: pauses.includes(null) }
}

/** The day for the reply; null while none runs: not yet received, awaiting correction or payment, an opinion without a term, or concluded before. */
export function replyDue(facts: CaseFacts, calendar: Calendar): DueAnswer | null {
  if (facts.receivedOn === null || facts.state === 'correction-asked' || facts.state === 'fee-notified') return null
  // What lapsed or was withdrawn is owed no reply.
  if (facts.outcome && outcomeRows[facts.outcome.name].by !== undefined) return null
  const { events, endless } = replyEvents(facts, facts.receivedOn, calendar)
  if (endless) return null
  const answer = dueDay(terms.reply, events, calendar)
  return facts.deferredTo && facts.deferredTo > answer.due ? { ...answer, due: facts.deferredTo, article: 'ogi-2019/35' } : answer
}

/** Until when the one notice of correction may be given; null where the law sets no term. */
export const correctionNoticeDue = ({ receivedOn }: CaseFacts, calendar: Calendar): DueAnswer | null =>
  receivedOn && versionOn(terms['correction-notice'], receivedOn) ? dueDay(terms['correction-notice'], { from: receivedOn }, calendar) : null

export interface Awaited {
  readonly what: 'correction' | 'reasons' | 'fee' | 'opinion'
  readonly until: Day
  readonly provisional: boolean
  readonly article: Article
}

/** What the office waits for, until when; null where it waits for nothing, or cannot know the day yet. */
export function awaitedOf(facts: CaseFacts, calendar: Calendar): Awaited | null {
  const { state, correction, reasons, fee, consultations } = facts
  if (state === 'correction-asked' && correction) return { what: 'correction', until: correction.until, provisional: false, article: 'ogi-2019/30' }
  if (state === 'reasons-asked' && reasons) return { what: 'reasons', until: reasons.until, provisional: false, article: 'ogi-2019/35' }
  if (state === 'fee-notified' && fee?.receivedOn) {
    const { due, provisional, article } = dueDay(terms['fee-payment'], { from: fee.receivedOn }, calendar)
    return { what: 'fee', until: due, provisional, article }
  }
  if (state !== 'consulting') return null
  const open = consultations.filter(({ opinion }) => opinion === null).flatMap((one) => opinionDue(one, calendar) ?? [])
  const last = open.toSorted((a, b) => (a.due < b.due ? -1 : 1)).at(-1)
  return last ? { what: 'opinion', until: last.due, provisional: last.provisional, article: last.article } : null
}

/** Most days that the reply may be extended by, under the law of its own term. */
export function extendableBy({ receivedOn, restarts }: CaseFacts): number {
  return receivedOn ? (versionOn(terms.reply, startOf({ from: receivedOn, restarts }))?.extendableBy ?? 0) : 0
}
