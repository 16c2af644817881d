// One correction of a person's own record: what is true of it, folded from its steps, and the guard of every step; the same rows draw the buttons.
import type { Article } from '../../../kernel/article.ts'
import type { Grant } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import {
  recordStates,
  recordStepNames,
  recordStepRows,
  type RecordNeed,
  type RecordResult,
  type RecordState,
  type RecordStepName,
} from '../law/record-corrections.ts'
import { regimes } from '../law/regimes.ts'
import { dayFaults, keepAsked, missing, serviceFaults, when, type GivenService } from './checks.ts'
import type { Hand } from './facts.ts'
import { holdersOf } from './take-step.ts'

/** Which parts are asked for stands in the row of the step. */
export interface RecordInput {
  readonly text: string
  readonly day?: Day | undefined
  /** The section that is to handle it. */
  readonly section?: string | undefined
  /** Who has the power to correct it. */
  readonly body?: string | undefined
  readonly service?: GivenService | undefined
}

export interface TakenRecordStep {
  readonly step: RecordStepName
  /** The day on which it was entered. */
  readonly on: Day
  /** Null where the person did it. */
  readonly by: string | null
  readonly onBehalfOf?: string | null
  readonly input: RecordInput
}

export interface RecordFacts {
  readonly state: RecordState
  readonly receivedOn: Day | null
  /** Who examined it, and whom they stood in for: they never decide. */
  readonly examinerIds: readonly string[]
  readonly result: RecordResult | null
  /** What the decision says, and whom it names. */
  readonly decision: { readonly text: string; readonly body: string } | null
  readonly service: { readonly way: GivenService['way']; readonly on: Day; readonly proof: string } | null
  readonly concludedOn: Day | null
  readonly lastDay: Day | null
}

export const noRecordYet: RecordFacts = {
  state: 'start',
  receivedOn: null,
  examinerIds: [],
  result: null,
  decision: null,
  service: null,
  concludedOn: null,
  lastDay: null,
}

type Effect = (facts: RecordFacts, taken: TakenRecordStep, on: Day) => Partial<RecordFacts>

const effects: Partial<Readonly<Record<RecordStepName, Effect>>> = {
  register: (_facts, _taken, on) => ({ receivedOn: on }),
  examine: ({ examinerIds }, { by, onBehalfOf }) => ({
    examinerIds: [...new Set([...examinerIds, ...[by, onBehalfOf].filter((one) => one !== null && one !== undefined)])],
  }),
  serve: (_facts, { input }, on) => ({ service: input.service ? { way: input.service.way, on, proof: input.service.proof } : null }),
}

export function afterRecordStep(facts: RecordFacts, taken: TakenRecordStep): RecordFacts {
  const { to, result } = recordStepRows[taken.step]
  const { input } = taken
  const on = input.day ?? taken.on
  const state = to === 'same' ? facts.state : to
  return {
    ...facts,
    ...effects[taken.step]?.(facts, taken, on),
    ...(result ? { result, decision: { text: input.text, body: input.body ?? '' } } : {}),
    state,
    concludedOn: recordStates[state].end ? on : null,
    // Where nobody says a day, none is set for what comes after.
    lastDay: input.day ?? facts.lastDay,
  }
}

export const recordFactsOf = (steps: readonly TakenRecordStep[]): RecordFacts => steps.reduce(afterRecordStep, noRecordYet)

interface Asked {
  readonly facts: RecordFacts
  readonly input: RecordInput
  readonly by: Hand
  readonly grant: Grant | undefined
  readonly today: Day
}

const needs: Readonly<Record<RecordNeed, (of: Asked) => readonly Refusal[]>> = {
  'day-in-order': ({ input: { day }, facts, today }) => dayFaults(day, facts.lastDay ?? regimes['ogi-2019'].inForceFrom, today),
  'section-named': ({ input }) => when(!input.section, { code: 'section-missing', field: 'section' }),
  'words-given': ({ input }) => when(missing(input.text), { code: 'words-missing', field: 'text' }),
  'body-named': ({ input }) => when(missing(input.body), { code: 'body-missing', field: 'body', facts: { body: '有权更正的行政机关' } }),
  'not-examiner': ({ facts, by, grant }) =>
    when(
      [by.accountId, grant?.onBehalfOf ?? null].some((one) => one !== null && facts.examinerIds.includes(one)),
      'own-examination',
    ),
  'service-lawful': ({ input: { service } }) => serviceFaults(service, false),
}

/** Needs that the form itself meets: they close no button. */
const metByInput: ReadonlySet<RecordNeed> = new Set<RecordNeed>(['day-in-order', 'section-named', 'words-given', 'body-named', 'service-lawful'])

export interface AllowedRecordStep {
  readonly from: RecordState
  readonly to: RecordState
  readonly article: Article
  /** Undefined where the person acts. */
  readonly grant: Grant | undefined
}

function weigh(
  name: RecordStepName,
  facts: RecordFacts,
  by: Hand,
  today: Day,
  input: RecordInput | undefined,
): { grant: Grant | undefined; refusals: Refusal[] } {
  const step = recordStepRows[name]
  const isPerson = by.accountId === null
  const grant = isPerson ? undefined : by.grantFor(step.action)
  const refusals: Refusal[] = []
  if (!step.from.includes(facts.state)) refusals.push({ code: 'wrong-state', facts: { step: step.title, state: recordStates[facts.state].title } })
  if (isPerson ? !step.applicant : !grant)
    refusals.push({ code: 'not-yours-to-do', article: step.article, facts: { step: step.title, who: holdersOf(step.action) } })
  else
    for (const need of input ? step.needs : step.needs.filter((one) => !metByInput.has(one)))
      refusals.push(...needs[need]({ facts, input: input ?? { text: '' }, by, grant, today }))
  return { grant, refusals }
}

/** The guard of every step: where it leads, with which grant; or all the reasons why not. */
export function takeRecordStep(name: RecordStepName, facts: RecordFacts, by: Hand, today: Day, input: RecordInput): Ruling<AllowedRecordStep> {
  const { grant, refusals } = weigh(name, facts, by, today, input)
  if (refusals.length > 0) return refused(...refusals)
  const { to, article } = recordStepRows[name]
  return granted({ from: facts.state, to: to === 'same' ? facts.state : to, article, grant })
}

/** The steps that leave this state, each with the reasons that close it for this person. */
export const recordStepsFrom = (facts: RecordFacts, by: Hand, today: Day): { name: RecordStepName; refusals: readonly Refusal[] }[] =>
  recordStepNames
    .filter((name) => recordStepRows[name].from.includes(facts.state) && !recordStepRows[name].entry)
    .map((name) => ({ name, refusals: weigh(name, facts, by, today, undefined).refusals }))

export const recordInputFor = (step: RecordStepName, typed: RecordInput): RecordInput => keepAsked(recordStepRows[step].asks, typed)
