// May this person take this step now? Every reason against it at once; the same rows draw the buttons.
import type { Article } from '../../../kernel/article.ts'
import type { Grant } from '../../../kernel/actor.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { permissions, roles, type Action } from '../../access/law/permissions.ts'
import { regimes } from '../law/regimes.ts'
import { states, type State } from '../law/states.ts'
import { stepNames, stepRows, type StepName } from '../law/steps.ts'
import type { CaseFacts, Hand, Now, StepInput } from './facts.ts'
import { metByInput, needs, regimeOfFacts } from './needs.ts'

export interface Allowed {
  readonly from: State
  readonly to: State
  readonly article: Article
  /** Undefined where the applicant acts. */
  readonly grant: Grant | undefined
}

export interface OpenStep {
  readonly name: StepName
  readonly refusals: readonly Refusal[]
}

const nothingTyped: StepInput = { text: '' }

/** Titles of the roles that hold an action: 科室负责人、分管领导. */
export function holdersOf(action: Action): string {
  const holders = new Set(permissions.filter((row) => row.action === action).map((row) => roles[row.role].title))
  return [...holders].join('、')
}

interface Weighed {
  readonly article: Article | undefined
  readonly grant: Grant | undefined
  readonly refusals: readonly Refusal[]
}

function weigh(name: StepName, facts: CaseFacts, by: Hand, now: Now, input: StepInput | undefined): Weighed {
  const step = stepRows[name]
  const refusals: Refusal[] = []
  const regime = regimeOfFacts(facts.state === 'start' ? { ...facts, arrivedOn: input?.day ?? null } : facts, now.today)
  const article = step.article[regime]
  if (!step.from.includes(facts.state)) refusals.push({ code: 'wrong-state', facts: { step: step.title, state: states[facts.state].title } })
  if (!article) refusals.push({ code: 'not-in-this-law', facts: { step: step.title, law: regimes[regime].title } })
  const isApplicant = by.accountId === null
  const grant = isApplicant ? undefined : by.grantFor(step.action)
  if (isApplicant ? !step.applicant : !grant && !step.automatic)
    refusals.push({ code: 'not-yours-to-do', ...(article ? { article } : {}), facts: { step: step.title, who: holdersOf(step.action) } })
  else {
    const asked = input ? step.needs : step.needs.filter((need) => !metByInput.has(need))
    for (const need of asked) refusals.push(...needs[need]({ facts, input: input ?? nothingTyped, by, grant, now }))
  }
  return { article, grant, refusals }
}

/** The guard of every step: where it leads, by which article, with which grant; or all the reasons why not. */
export function takeStep(name: StepName, facts: CaseFacts, by: Hand, now: Now, input: StepInput): Ruling<Allowed> {
  const { article, grant, refusals } = weigh(name, facts, by, now, input)
  if (!article || refusals.length > 0) return refused(...refusals)
  const { to } = stepRows[name]
  return granted({ from: facts.state, to: to === 'same' ? facts.state : to, article, grant })
}

/** What follows by itself from here, if anything does. */
export function followingStep(facts: CaseFacts, by: Hand, now: Now): { name: StepName; allowed: Allowed } | undefined {
  for (const name of stepNames.filter((one) => stepRows[one].automatic)) {
    const ruling = takeStep(name, facts, by, now, nothingTyped)
    if (ruling.ok) return { name, allowed: ruling.value }
  }
  return undefined
}

/** The steps that leave this state under its law, each with the reasons that close it for this person. */
export function stepsFrom(facts: CaseFacts, by: Hand, now: Now): OpenStep[] {
  const regime = regimeOfFacts(facts, now.today)
  return stepNames
    .filter((name) => {
      const { from, automatic, entry, article } = stepRows[name]
      return from.includes(facts.state) && article[regime] !== undefined && !automatic && !entry
    })
    .map((name) => ({ name, refusals: weigh(name, facts, by, now, undefined).refusals }))
}
