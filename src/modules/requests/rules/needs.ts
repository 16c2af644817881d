// What each need of a step comes down to: a row finds every reason against it.
import type { Grant } from '../../../kernel/actor.ts'
import { day, type Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import { channels } from '../law/channels.ts'
import { feesInForceFrom } from '../law/fees.ts'
import { mostMaterials } from '../law/online.ts'
import { outcomeFacts, outcomeRows } from '../law/outcomes.ts'
import { regimeOn, regimes } from '../law/regimes.ts'
import type { Need } from '../law/steps.ts'
import { dayFaults, missing, serviceFaults, when } from './checks.ts'
import { awaitedOf, correctionNoticeDue, extendableBy, opinionDue, replyDue } from './clock.ts'
import type { CaseFacts, Consultation, Hand, Now, StepInput } from './facts.ts'
import { feeFor } from './fees.ts'

export interface Asked {
  readonly facts: CaseFacts
  readonly input: StepInput
  readonly by: Hand
  readonly grant: Grant | undefined
  readonly now: Now
}

type Check = (of: Asked) => readonly Refusal[]

/** The Regulation that governs it; before receipt, that of the day of arrival. */
export const regimeOfFacts = ({ receivedOn, arrivedOn }: CaseFacts, today: Day) => regimeOn(receivedOn ?? arrivedOn ?? today)

const consultationOf = ({ facts, input }: Asked): Consultation | undefined => facts.consultations.find(({ number }) => number === input.consultation)

/** The earliest day that makes sense: not before what it follows upon. */
function earliest(of: Asked): Day {
  const consultation = consultationOf(of)
  if (consultation) return consultation.receivedOn ?? consultation.sentOn
  return of.facts.lastDay ?? day(regimes['ogi-2008'].inForceFrom)
}

const dayFrom =
  (firstOf: (of: Asked) => Day): Check =>
  (of) => {
    const { input, now } = of
    return dayFaults(input.day, firstOf(of), now.today)
  }

const channelIs =
  (receivedOn: 'arrival' | 'confirmation'): Check =>
  ({ input, now }) => {
    if (!input.channel) return [{ code: 'channel-missing', field: 'channel' }]
    const { title, under } = channels[input.channel]
    return when(under[regimeOn(input.day ?? now.today)].receivedOn !== receivedOn, { code: 'channel-otherwise', facts: { channel: title } })
  }

const withinCorrectionTerm: Check = ({ facts, input, now }) => {
  const due = correctionNoticeDue(facts, now.calendar)?.due
  return when(due !== undefined && (input.day ?? now.today) > due, { code: 'correction-late', article: 'ogi-2019/30', facts: { due: due ?? '' } })
}

const untilSet: Check = ({ input, now }) => {
  const from = input.day ?? now.today
  return input.until === undefined
    ? [{ code: 'until-missing', field: 'until' }]
    : when(input.until <= from, { code: 'until-early', field: 'until', facts: { from } })
}

const untilOver: Check = ({ facts, now }) => {
  const awaited = awaitedOf(facts, now.calendar)
  return awaited
    ? when(awaited.until >= now.today, { code: 'until-not-over', article: awaited.article, facts: { until: awaited.until } })
    : [{ code: 'receipt-unknown' }]
}

const opinionOverdue: Check = (of) => {
  const one = consultationOf(of)
  if (!one) return []
  if (one.receivedOn === null) return [{ code: 'letter-receipt-unknown', article: 'ogi-2019/32' }]
  const due = opinionDue(one, of.now.calendar)?.due
  return when(due === undefined || due >= of.now.today, { code: 'opinion-not-overdue', article: 'ogi-2019/32', facts: { due: due ?? '' } })
}

const outcomeLawful: Check = ({ facts, input, now }) => {
  if (!input.outcome) return [{ code: 'outcome-missing', field: 'outcome' }]
  const { title, article, by } = outcomeRows[input.outcome.name]
  const regime = regimeOfFacts(facts, now.today)
  return [
    ...when(article[regime] === undefined, { code: 'outcome-not-in-law', field: 'outcome', facts: { outcome: title, law: regimes[regime].title } }),
    ...when(by !== undefined, { code: 'outcome-by-step', field: 'outcome', facts: { outcome: title } }),
    ...when(input.outcome.name === 'partial' && input.outcome.withheldUnder.length === 0, {
      code: 'grounds-missing',
      field: 'outcome',
      article: 'ogi-2019/37',
    }),
    ...when(input.outcome.name === 'still-unclear' && !facts.correction?.receivedOn, { code: 'not-corrected-yet', field: 'outcome', article: 'ogi-2019/30' }),
    ...when(input.outcome.name === 'excessive' && !facts.reasons?.settled, { code: 'reasons-not-asked', field: 'outcome', article: 'ogi-2019/35' }),
  ]
}

const outcomeFactsGiven: Check = ({ input: { outcome } }) =>
  outcome
    ? outcomeRows[outcome.name].facts
        .filter((fact) => missing(outcome.facts[fact]))
        .map((fact) => ({ code: 'fact-missing', field: `outcome.facts.${fact}`, facts: { fact: outcomeFacts[fact].title } }))
    : []

/** What a third party objects to is disclosed only for a grave public interest, which must be told to them (ogi-2019/32). */
const objectionAnswered: Check = ({ facts, input: { outcome } }) =>
  when(
    outcome !== undefined &&
      ['granted', 'partial'].includes(outcome.name) &&
      facts.consultations.some(({ kind, opinion }) => kind === 'third-party' && opinion === 'objected') &&
      missing(outcome.facts.balance),
    { code: 'objection-unanswered', field: 'outcome.facts.balance', article: 'ogi-2019/32' },
  )

/** An answer that withholds something takes along what was redacted, or what somebody says in their own name holds nothing of it. */
const enclosuresRedacted: Check = ({ facts, input }) => {
  // a draft that came back is decided anew
  const outcome = facts.state === 'in-progress' ? input.outcome : facts.outcome
  const bare = facts.enclosures.filter(({ redacted, declaration }) => !redacted && missing(declaration))
  return when(outcome != null && outcomeRows[outcome.name].withholds === true && bare.length > 0, {
    code: 'enclosure-unredacted',
    article: 'ogi-2019/37',
    facts: { names: bare.map(({ name }) => `《${name}》`).join('、') },
  })
}

/** Consent that came before the day of service stands; otherwise the office says that it was given. */
export const hasAgreed = ({ agreedOn }: CaseFacts, servedOn: Day): boolean => agreedOn !== null && agreedOn <= servedOn

const serviceLawful: Check = ({ facts, input: { service, day: servedOn }, now }) => serviceFaults(service, hasAgreed(facts, servedOn ?? now.today))

const termRunning: Check = ({ facts, now }) => {
  const due = replyDue(facts, now.calendar)?.due
  return when(due !== undefined && now.today > due, { code: 'term-over', article: 'ogi-2019/33', facts: { due: due ?? '' } })
}

export const needs: Readonly<Record<Need, Check>> = {
  'day-in-order': dayFrom(earliest),
  'day-since-arrival': dayFrom(({ facts }) => facts.arrivedOn ?? day(regimes['ogi-2008'].inForceFrom)),
  'reason-given': ({ input }) => when(missing(input.text), { code: 'words-missing', field: 'text' }),
  'channel-confirms': channelIs('confirmation'),
  'channel-starts': channelIs('arrival'),
  'assignee-named': ({ input }) => when(!input.assignee?.sectionId && !input.assignee?.accountId, { code: 'assignee-missing', field: 'assignee' }),
  'correction-once': ({ facts }) => when(facts.correction !== null, { code: 'corrected-before', article: 'ogi-2019/30' }),
  'within-correction-term': withinCorrectionTerm,
  'until-set': untilSet,
  'until-over': untilOver,
  'reasons-once': ({ facts }) => when(facts.reasons !== null, { code: 'reasons-asked-before', article: 'ogi-2019/35' }),
  'reasons-received': ({ facts }) => when(!facts.reasons?.given, { code: 'reasons-not-given', article: 'ogi-2019/35' }),
  'not-deferred': ({ facts }) => when(facts.deferredTo !== null, 'deferred-before'),
  'fee-in-force': ({ now }) => when(now.today < feesInForceFrom.day, { code: 'fee-not-in-force', article: 'fee-2020/1' }),
  'fee-once': ({ facts }) => when(facts.fee !== null, { code: 'fee-notified-before', article: 'fee-2020/3' }),
  'fee-due': ({ input: { fee } }) =>
    fee ? when(feeFor(fee) === 0, { code: 'fee-nothing-due', field: 'fee', article: 'ogi-2019/42' }) : [{ code: 'fee-missing', field: 'fee' }],
  'fee-receipt-unknown': ({ facts }) => when(facts.fee?.receivedOn !== null, 'fee-receipt-known'),
  'payment-known': ({ input }) => when(missing(input.payment?.receipt), { code: 'payment-missing', field: 'payment.receipt' }),
  'term-running': termRunning,
  'not-extended': ({ facts }) => when(facts.extension !== null, { code: 'extended-before', article: 'ogi-2019/33' }),
  'extension-lawful': ({ facts, input: { extension } }) => {
    const most = extendableBy(facts)
    const days = extension?.days ?? 0
    return when(!Number.isInteger(days) || days < 1 || days > most, {
      code: 'extension-too-long',
      field: 'extension.days',
      article: 'ogi-2019/33',
      facts: { most },
    })
  },
  'consent-named': ({ input }) =>
    when(missing(input.extension?.consentBy), { code: 'consent-by-missing', field: 'extension.consentBy', article: 'ogi-2019/33' }),
  'other-named': ({ input }) => when(missing(input.other?.name), { code: 'other-missing', field: 'other.name' }),
  'consultation-open': (of) => when(consultationOf(of)?.opinion !== null, { code: 'consultation-not-open', field: 'consultation' }),
  'opinion-given': ({ input }) => when(!input.opinion, { code: 'position-missing', field: 'opinion' }),
  'opinion-overdue': opinionOverdue,
  'nothing-awaited': ({ facts }) =>
    when(
      facts.consultations.some(({ opinion }) => opinion === null),
      'opinions-awaited',
    ),
  'outcome-lawful': outcomeLawful,
  'outcome-facts': outcomeFactsGiven,
  'outcome-on-spot': ({ input: { outcome } }) =>
    when(outcome !== undefined && !outcomeRows[outcome.name].onSpot, { code: 'outcome-not-on-spot', field: 'outcome', article: 'ogi-2019/33' }),
  'objection-answered': objectionAnswered,
  'not-drafter': ({ facts, by, grant }) =>
    when(
      [by.accountId, grant?.onBehalfOf ?? null].some((one) => one !== null && facts.drafterIds.includes(one)),
      'own-draft',
    ),
  'legality-owed': ({ facts }) => when(facts.legality !== 'owed', 'legality-not-owed'),
  'legality-reviewed': ({ facts }) => when(facts.legality === 'owed', { code: 'legality-unreviewed', article: 'ogi-2019/45' }),
  'number-given': ({ input }) => when(missing(input.number), { code: 'number-missing', field: 'number' }),
  'service-lawful': serviceLawful,
  'not-joined': ({ facts: { joinedTo } }) => when(joinedTo !== null, { code: 'joined-before', facts: { lead: joinedTo ?? '' } }),
  joined: ({ facts }) => when(facts.joinedTo === null, 'joined-to-none'),
  'lead-named': ({ input }) => when(missing(input.lead), { code: 'lead-missing', field: 'lead' }),
  'parts-named': ({ input }) => when((input.parts ?? []).length === 0, { code: 'parts-missing', field: 'parts' }),
  // A part begins its course as its origin did: what has been asked or moved since could not be its own.
  'nothing-asked-yet': ({ facts: { correction, reasons, fee, consultations, extension, deferredTo } }) =>
    when([correction, reasons, fee, extension, deferredTo].some((one) => one !== null) || consultations.length > 0, 'split-too-late'),
  'material-room': ({ facts }) => when(facts.materials >= mostMaterials, { code: 'materials-full', facts: { most: mostMaterials } }),
  'not-agreed': ({ facts }) => when(facts.agreedOn !== null, { code: 'agreed-before', facts: { on: facts.agreedOn ?? '' } }),
  'enclosures-redacted': enclosuresRedacted,
}

/** Needs that the form itself meets: they close no button. */
export const metByInput: ReadonlySet<Need> = new Set<Need>([
  'day-in-order', 'day-since-arrival', 'reason-given', 'assignee-named', 'until-set', 'fee-due', 'payment-known', 'extension-lawful', 'consent-named', 'other-named',
  'consultation-open', 'opinion-given', 'opinion-overdue', 'outcome-lawful', 'outcome-facts', 'outcome-on-spot', 'objection-answered', 'number-given', 'service-lawful', 'lead-named', 'parts-named',
]) // prettier-ignore
