// May this person take this step of a remedy now? Every reason against it at once; the same rows draw the buttons.
import type { Article } from '../../../kernel/article.ts'
import type { Grant } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { laws } from '../../../law/laws.ts'
import { terms } from '../../../law/terms.ts'
import { regimeOn } from '../law/regimes.ts'
import {
  remedyAction,
  remedyEntries,
  remedyKinds,
  remedyResultRows,
  remedyStates,
  remedyStepNames,
  remedyStepRows,
  type Raiser,
  type RemedyKind,
  type RemedyNeed,
  type RemedyState,
  type RemedyStepName,
} from '../law/remedy-cases.ts'
import { dayFaults, keepAsked, missing, when } from './checks.ts'
import type { Hand, Now } from './facts.ts'
import type { RemedyFacts, RemedyInput } from './remedy-case.ts'
import { holdersOf } from './take-step.ts'

/** Another remedy against the same application. */
export interface OtherRemedy {
  readonly id: string
  readonly kind: RemedyKind
  readonly raisedBy: Raiser
  readonly concluded: boolean
  /** The day by which it should have been decided. */
  readonly awaitedUntil: Day | null
}

export interface RemedyCase {
  readonly kind: RemedyKind
  readonly facts: RemedyFacts
  /** The day on which the application arrived: nothing follows upon it before. */
  readonly arrivedOn: Day
  readonly others: readonly OtherRemedy[]
}

interface Asked extends RemedyCase {
  readonly input: RemedyInput
  readonly now: Now
}

type Check = (of: Asked) => readonly Refusal[]

/** Most days by which the body may prolong its term; under a law that the terms do not know, as much as now. */
const mostProlonged = terms['reconsideration-decision'].versions[0].extendableBy

const resultLawful: Check = ({ kind, input: { result } }) => {
  if (!result) return [{ code: 'result-missing', field: 'result' }]
  const { title, article, by } = remedyResultRows[result]
  return when(!article[kind] || by !== undefined, { code: 'result-otherwise', field: 'result', facts: { result: title, kind: remedyKinds[kind].title } })
}

/** Of the same person, not ended, and its term not over: then another way is closed (recon-2023/29). */
const isPending = (one: OtherRemedy, kind: RemedyKind, { input, now }: Asked): boolean =>
  one.kind === kind &&
  one.raisedBy === (input.raisedBy ?? 'applicant') &&
  !one.concluded &&
  (kind === 'lawsuit' || one.awaitedUntil === null || one.awaitedUntil >= now.today)

const needs: Readonly<Record<RemedyNeed, Check>> = {
  'day-in-order': ({ input: { day }, facts, arrivedOn, now }) => dayFaults(day, facts.lastDay ?? arrivedOn, now.today),
  'accepted-in-order': ({ input: { acceptedOn, day }, arrivedOn }) => [
    ...when(Boolean(acceptedOn && day && acceptedOn > day), { code: 'accepted-late', field: 'acceptedOn' }),
    ...when(Boolean(acceptedOn && acceptedOn < arrivedOn), { code: 'day-early', field: 'acceptedOn', facts: { first: arrivedOn } }),
  ],
  'body-named': ({ kind, input }) => when(missing(input.body), { code: 'body-missing', field: 'body', facts: { body: remedyKinds[kind].body } }),
  'number-given': ({ input }) => when(missing(input.number), { code: 'number-missing', field: 'number' }),
  'words-given': ({ input }) => when(missing(input.text), { code: 'words-missing', field: 'text' }),
  'reconsideration-there': ({ input: { after }, others }) =>
    when(Boolean(after?.reconsiderationId) && !others.some(({ id, kind }) => kind === 'reconsideration' && id === after?.reconsiderationId), {
      code: 'reconsideration-unknown',
      field: 'after',
    }),
  'not-beside-reconsideration': (of) =>
    when(
      of.others.some((one) => isPending(one, 'reconsideration', of)),
      { code: 'reconsideration-pending', article: 'recon-2023/29' },
    ),
  'not-beside-lawsuit': (of) =>
    when(
      of.others.some((one) => isPending(one, 'lawsuit', of)),
      { code: 'lawsuit-pending', article: 'recon-2023/29' },
    ),
  simplified: ({ facts }) => when(facts.procedure !== 'simplified', { code: 'ordinary-already' }),
  'prolonging-lawful': ({ facts, input: { days = 0 } }) => [
    ...when(facts.prolongedBy > 0, { code: 'prolonged-before', article: 'recon-2023/62' }),
    ...when(facts.procedure === 'simplified', { code: 'prolonging-not-simplified', article: 'recon-2023/62' }),
    ...when(!Number.isInteger(days) || days < 1 || days > mostProlonged, { code: 'prolonged-too-long', field: 'days', facts: { most: mostProlonged } }),
  ],
  'result-lawful': resultLawful,
  'first-instance': ({ facts }) => when(facts.appealedOn !== null, { code: 'appealed-before' }),
}

export interface AllowedRemedyStep {
  readonly from: RemedyState
  readonly to: RemedyState
  readonly article: Article
  readonly grant: Grant
}

/** The article of a step; under a law not yet in force, that of the Regulation which opens the way. */
export function remedyArticle(name: RemedyStepName, kind: RemedyKind, on: Day): Article {
  const article = remedyStepRows[name].article[kind]
  const regime = regimeOn(on)
  const inForce = article && laws[article.split('/')[0] as keyof typeof laws].inForceFrom
  return article && inForce && inForce <= on ? article : regime === 'ogi-2019' ? 'ogi-2019/51' : 'ogi-2008/33'
}

const isEntry = (name: RemedyStepName): boolean => Object.values<string>(remedyEntries).includes(name)

/** The guard of every step: where it leads, by which article, with which grant; or all the reasons why not. */
export function takeRemedyStep(name: RemedyStepName, of: RemedyCase, by: Hand, now: Now, input: RemedyInput): Ruling<AllowedRemedyStep> {
  const { title, from, to, article, needs: wanted } = remedyStepRows[name]
  const { state } = of.facts
  const grant = by.grantFor(remedyAction)
  if (!from.includes(state) || !article[of.kind]) return refused({ code: 'wrong-state', facts: { step: title, state: remedyStates[state].title } })
  if (!grant) return refused({ code: 'not-yours-to-do', facts: { step: title, who: holdersOf(remedyAction) } })
  const refusals = wanted.flatMap((need) => needs[need]({ ...of, input, now }))
  if (refusals.length > 0) return refused(...refusals)
  return granted({ from: state, to: to === 'same' ? state : to, article: remedyArticle(name, of.kind, of.facts.receivedOn ?? input.day ?? now.today), grant })
}

/** The steps that can be taken now; what the form fills in is not asked yet. */
export function remedyStepsFrom(kind: RemedyKind, { state, procedure, prolongedBy, appealedOn }: RemedyFacts): RemedyStepName[] {
  const shut: Partial<Record<RemedyStepName, boolean>> = {
    'turn-ordinary': procedure !== 'simplified',
    prolong: procedure === 'simplified' || prolongedBy > 0,
    appeal: appealedOn !== null,
  }
  return remedyStepNames.filter((name) => !isEntry(name) && remedyStepRows[name].from.includes(state) && remedyStepRows[name].article[kind] && !shut[name])
}

/** Of what was sent with a step only what its form asks for is kept. */
export const remedyInputFor = (step: RemedyStepName, typed: RemedyInput): RemedyInput => keepAsked(remedyStepRows[step].asks, typed)
