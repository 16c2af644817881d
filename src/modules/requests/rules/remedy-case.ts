// One complaint, reconsideration or lawsuit: what is true of it, folded from its steps, and every day that runs in it.
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import { dueDay, versionOn, type DueAnswer, type Term } from '../../../kernel/term.ts'
import { terms } from '../../../law/terms.ts'
import {
  remedyClocks,
  remedyResultRows,
  remedyStepRows,
  type Procedure,
  type Raiser,
  type RemedyKind,
  type RemedyResult,
  type RemedyState,
  type RemedyStepName,
} from '../law/remedy-cases.ts'

/** Which parts are asked for stands in the row of the step. */
export interface RemedyInput {
  readonly text: string
  readonly day?: Day | undefined
  readonly acceptedOn?: Day | null | undefined
  readonly body?: string | undefined
  readonly number?: string | undefined
  readonly procedure?: Procedure | undefined
  readonly raisedBy?: Raiser | undefined
  /** It went through reconsideration: through which, where that was entered. */
  readonly after?: { readonly reconsiderationId: string | null } | null | undefined
  readonly days?: number | undefined
  readonly result?: RemedyResult | undefined
}

export interface TakenRemedyStep {
  readonly step: RemedyStepName
  /** The day on which it was entered. */
  readonly on: Day
  readonly input: RemedyInput
}

interface Decision {
  readonly on: Day
  readonly number: string
  readonly result: RemedyResult
}

export interface RemedyFacts {
  readonly state: RemedyState
  readonly raisedBy: Raiser
  readonly receivedOn: Day | null
  readonly acceptedOn: Day | null
  /** Who decides, at present: after an appeal the court above. */
  readonly body: string
  readonly number: string
  readonly procedure: Procedure
  readonly after: { readonly reconsiderationId: string | null } | null
  readonly answeredOn: Day | null
  readonly prolongedBy: number
  readonly firstDecision: Decision | null
  readonly appealedOn: Day | null
  readonly decision: Decision | null
  readonly result: RemedyResult | null
  /** The day that decides in which year the result is counted. */
  readonly concludedOn: Day | null
  readonly lastDay: Day | null
}

export const noRemedyYet: RemedyFacts = {
  state: 'start',
  raisedBy: 'applicant',
  receivedOn: null,
  acceptedOn: null,
  body: '',
  number: '',
  procedure: 'ordinary',
  after: null,
  answeredOn: null,
  prolongedBy: 0,
  firstDecision: null,
  appealedOn: null,
  decision: null,
  result: null,
  concludedOn: null,
  lastDay: null,
}

type Effect = (facts: RemedyFacts, input: RemedyInput, on: Day) => Partial<RemedyFacts>

const enters: Effect = (_facts, { acceptedOn, body, number, procedure, raisedBy, after }, on) => ({
  receivedOn: on,
  acceptedOn: acceptedOn ?? null,
  body: body ?? '',
  number: number ?? '',
  procedure: procedure ?? 'ordinary',
  raisedBy: raisedBy ?? 'applicant',
  after: after ?? null,
})

const answers: Effect = (_facts, _input, on) => ({ answeredOn: on })

const decides: Effect = ({ firstDecision }, { number, result }, on) => {
  const decision = result ? { on, number: number ?? '', result } : null
  return { decision, firstDecision: firstDecision ?? decision, result: result ?? null, concludedOn: on }
}

/** What a step changes besides the state; steps that are not here change nothing else. */
const effects: Partial<Readonly<Record<RemedyStepName, Effect>>> = {
  complain: enters,
  reconsider: enters,
  sue: enters,
  report: answers,
  answer: answers,
  defend: answers,
  'turn-ordinary': () => ({ procedure: 'ordinary' }),
  prolong: (_facts, { days }) => ({ prolongedBy: days ?? 0 }),
  settle: decides,
  decide: decides,
  judge: decides,
  // What is appealed against has not ended: the result of the last instance is the one that counts.
  appeal: (_facts, { body }, on) => ({ body: body ?? '', appealedOn: on, decision: null, result: null, concludedOn: null }),
  'drop-appeal': ({ firstDecision }, _input, on) => ({ decision: firstDecision, result: firstDecision?.result ?? null, concludedOn: on }),
  withdraw: (_facts, _input, on) => ({ result: 'withdrawn', concludedOn: on }),
}

export function afterRemedyStep(facts: RemedyFacts, { step, on: entered, input }: TakenRemedyStep): RemedyFacts {
  const { to } = remedyStepRows[step]
  const on = input.day ?? entered
  return { ...facts, ...effects[step]?.(facts, input, on), state: to === 'same' ? facts.state : to, lastDay: on }
}

export const remedyFactsOf = (steps: readonly TakenRemedyStep[]): RemedyFacts => steps.reduce(afterRemedyStep, noRemedyYet)

export interface RunningTerm {
  readonly whose: 'office' | 'body' | 'parties'
  readonly term: Term
  readonly from: Day
  readonly answer: DueAnswer
}

/** Every term that runs now; none where the law of the day knew none, or its first day is not known. */
export function runningTerms(kind: RemedyKind, facts: RemedyFacts, calendar: Calendar): RunningTerm[] {
  const days = { receivedOn: facts.receivedOn, acceptedOn: facts.acceptedOn, decidedOn: facts.decision?.on ?? null, appealedOn: facts.appealedOn }
  return remedyClocks
    .filter((clock) => clock.kind === kind && clock.states.includes(facts.state) && !(clock.whose === 'parties' && facts.appealedOn !== null))
    .flatMap(({ whose, from, term: plain, simplified, ruling }) => {
      const isRuling = facts.result !== null && remedyResultRows[facts.result].ruling === true
      const term = terms[(facts.procedure === 'simplified' && simplified) || (isRuling && ruling) || plain]
      const first = days[from]
      if (first === null || !versionOn(term, first)) return []
      const extendedBy = whose === 'body' ? facts.prolongedBy : 0
      return [{ whose, term, from: first, answer: dueDay(term, { from: first, extendedBy }, calendar) }]
    })
}

/** What the row of a remedy keeps of its facts and its terms, so that lists can ask. */
export interface CachedRemedy {
  readonly state: RemedyState
  readonly receivedOn: Day
  readonly body: string
  readonly number: string
  readonly afterReconsideration: boolean
  /** Until when the office must answer; null while it owes nothing. */
  readonly dueOn: Day | null
  /** Until when the body must decide, or an appeal may be lodged. */
  readonly awaitedUntil: Day | null
  readonly provisional: boolean
  readonly calendarVersion: string
  readonly result: RemedyResult | null
  readonly concludedOn: Day | null
}

export function cachedRemedy(kind: RemedyKind, facts: RemedyFacts, calendar: Calendar): CachedRemedy {
  if (!facts.receivedOn) throw new Error('a remedy begins with its receipt')
  const running = runningTerms(kind, facts, calendar)
  const dayOf = (office: boolean): Day | null => running.find(({ whose }) => (whose === 'office') === office)?.answer.due ?? null
  return {
    state: facts.state,
    receivedOn: facts.receivedOn,
    body: facts.body,
    number: facts.number,
    afterReconsideration: facts.after !== null,
    dueOn: dayOf(true),
    awaitedUntil: dayOf(false),
    provisional: running.some(({ answer }) => answer.provisional),
    calendarVersion: calendar.version,
    result: facts.result,
    concludedOn: facts.concludedOn,
  }
}
