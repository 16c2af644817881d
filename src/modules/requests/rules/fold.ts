// What is true of an application: folded over the steps that were taken, in their order.
import type { Day } from '../../../kernel/day.ts'
import type { OutcomeName } from '../law/outcomes.ts'
import { stepRows, type StepName } from '../law/steps.ts'
import type { CaseFacts, Consultation, StepInput, TakenStep } from './facts.ts'
import { feeFor } from './fees.ts'

export const nothingYet: CaseFacts = {
  state: 'start',
  channel: null,
  arrivedOn: null,
  receivedOn: null,
  correction: null,
  reasons: null,
  fee: null,
  consultations: [],
  extension: null,
  deferredTo: null,
  agreedOn: null,
  materials: 0,
  restarts: [],
  outcome: null,
  drafterIds: [],
  legality: null,
  service: null,
  replyNumber: null,
  joinedTo: null,
  concludedOn: null,
  lastDay: null,
  enclosures: [],
}

type Effect = (facts: CaseFacts, taken: TakenStep, on: Day) => Partial<CaseFacts>

const consult =
  (kind: Consultation['kind']): Effect =>
  ({ consultations }, { input }, on) => ({
    consultations: [
      ...consultations,
      { number: consultations.length + 1, kind, name: input.other?.name ?? '', sentOn: on, receivedOn: null, answeredOn: null, opinion: null },
    ],
  })

const inConsultation = ({ consultations }: CaseFacts, { consultation }: StepInput, change: Partial<Consultation>): Pick<CaseFacts, 'consultations'> => ({
  consultations: consultations.map((one) => (one.number === consultation ? { ...one, ...change } : one)),
})

const endsAs =
  (name: OutcomeName): Effect =>
  (_facts, _taken, on) => ({ outcome: { name, facts: {}, withheldUnder: [] }, concludedOn: on })

/** What a step changes besides the state; steps that are not here change nothing else. */
const effects: Partial<Readonly<Record<StepName, Effect>>> = {
  register: (_facts, { input }, on) => ({ channel: input.channel ?? null, arrivedOn: on, agreedOn: input.agreed ? on : null }),
  receive: (_facts, { input }, on) => ({
    channel: input.channel ?? null,
    arrivedOn: on,
    receivedOn: on,
    agreedOn: input.agreed ? on : null,
  }),
  confirm: (_facts, _taken, on) => ({ receivedOn: on }),
  'ask-correction': (_facts, { input }, on) => ({ correction: { askedOn: on, until: input.until ?? on, receivedOn: null } }),
  'receive-correction': ({ correction, restarts }, _taken, on) => ({
    correction: correction && { ...correction, receivedOn: on },
    restarts: [...restarts, on],
  }),
  'lapse-correction': endsAs('not-corrected'),
  'ask-reasons': (_facts, { input }, on) => ({ reasons: { askedOn: on, until: input.until ?? on, given: false, settled: false } }),
  'receive-reasons': ({ reasons }) => ({ reasons: reasons && { ...reasons, given: true, settled: true } }),
  'note-no-reasons': ({ reasons }) => ({ reasons: reasons && { ...reasons, settled: true } }),
  defer: (_facts, { input }) => ({ deferredTo: input.until ?? null }),
  'notify-fee': (_facts, { input: { fee } }, on) => ({
    fee: fee ? { notifiedOn: on, receivedOn: null, ...fee, yuan: feeFor(fee), paidOn: null } : null,
  }),
  'record-fee-receipt': ({ fee }, _taken, on) => ({ fee: fee && { ...fee, receivedOn: on } }),
  'record-payment': ({ fee, restarts }, _taken, on) => ({ fee: fee && { ...fee, paidOn: on }, restarts: [...restarts, on] }),
  'lapse-fee': endsAs('fee-unpaid'),
  'ask-third-party': consult('third-party'),
  'ask-co-maker': consult('co-maker'),
  'record-letter-receipt': (facts, { input }, on) => inConsultation(facts, input, { receivedOn: on }),
  'record-opinion': (facts, { input }, on) => inConsultation(facts, input, { answeredOn: on, opinion: input.opinion ?? null }),
  'note-silence': (facts, { input }) => inConsultation(facts, input, { opinion: 'silent' }),
  extend: (_facts, { input: { extension }, on: entered }) => ({ extension: extension ? { on: entered, ...extension } : null }),
  decide: ({ drafterIds }, { by, onBehalfOf, input }) => ({
    outcome: input.outcome ?? null,
    legality: input.legality ? 'owed' : null,
    drafterIds: [...new Set([...drafterIds, ...[by, onBehalfOf].filter((one) => one !== null && one !== undefined)])],
  }),
  'pass-legality': () => ({ legality: 'passed' }),
  'answer-on-spot': (_facts, { input }, on) => ({
    outcome: input.outcome ?? null,
    service: input.service ? { way: input.service.way, on } : null,
    concludedOn: on,
  }),
  seal: (_facts, { input }) => ({ replyNumber: input.number ?? null }),
  serve: (_facts, { input }, on) => ({ service: input.service ? { way: input.service.way, on } : null, concludedOn: on }),
  join: (_facts, { input }) => ({ joinedTo: input.lead ?? null }),
  unjoin: () => ({ joinedTo: null }),
  'give-material': ({ materials }) => ({ materials: materials + 1 }),
  'agree-electronic': (_facts, _taken, on) => ({ agreedOn: on }),
  withdraw: (facts, taken, on) => ({ ...endsAs('withdrawn')(facts, taken, on), receivedOn: facts.receivedOn ?? on }),
}

/** Steps on the side of a consultation, and what the applicant sends of their own accord, do not move the course of the application. */
const sideSteps: ReadonlySet<StepName> = new Set(['record-letter-receipt', 'record-opinion', 'record-fee-receipt', 'give-material', 'agree-electronic'])

export function after(facts: CaseFacts, taken: TakenStep): CaseFacts {
  const { to } = stepRows[taken.step]
  const on = taken.input.day ?? taken.on
  const later = sideSteps.has(taken.step) || taken.input.day === undefined || (facts.lastDay !== null && facts.lastDay > on) ? facts.lastDay : on
  return { ...facts, ...effects[taken.step]?.(facts, taken, on), state: to === 'same' ? facts.state : to, lastDay: later }
}

export const factsOf = (steps: readonly TakenStep[]): CaseFacts => steps.reduce(after, nothingYet)
