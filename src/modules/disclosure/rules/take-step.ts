// May this person take this step now? Every reason against it at once; the same rows draw the buttons.
import type { Grant } from '../../../kernel/actor.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { permissions, roles, type Action } from '../../access/law/permissions.ts'
import { states, type State } from '../law/states.ts'
import { stepRows, type StepName } from '../law/steps.ts'
import type { EditionFacts, Hand, StepInput } from './facts.ts'
import { metByInput, needs } from './needs.ts'

export interface Taken {
  readonly from: State
  readonly to: State
  readonly grant: Grant
}

export interface OpenStep {
  readonly name: StepName
  readonly refusals: readonly Refusal[]
}

const nothingTyped: StepInput = { opinion: '' }

/** Titles of the roles that hold an action: 科室负责人、分管领导. */
export function holdersOf(action: Action): string {
  const holders = new Set(permissions.filter((row) => row.action === action).map((row) => roles[row.role].title))
  return [...holders].join('、')
}

function refusalsOf(name: StepName, facts: EditionFacts, by: Hand, input: StepInput | undefined): { grant: Grant | undefined; refusals: Refusal[] } {
  const step = stepRows[name]
  const refusals: Refusal[] = []
  if (!step.from.includes(facts.state))
    refusals.push({ code: 'wrong-state', article: step.article, facts: { step: step.title, state: states[facts.state].title } })
  const grant = by.grantFor(step.action)
  if (!grant) refusals.push({ code: 'not-yours-to-do', article: step.article, facts: { step: step.title, who: holdersOf(step.action) } })
  else {
    const asked = input ? step.needs : step.needs.filter((need) => !metByInput.has(need))
    for (const need of asked) refusals.push(...needs[need]({ facts, input: input ?? nothingTyped, by, grant }))
  }
  return { grant, refusals }
}

/** The guard of every step: where it leads and with which grant, or all the reasons why not. */
export function takeStep(name: StepName, facts: EditionFacts, by: Hand, input: StepInput): Ruling<Taken> {
  const { grant, refusals } = refusalsOf(name, facts, by, input)
  if (!grant || refusals.length > 0) return refused(...refusals)
  const { to } = stepRows[name]
  return granted({ from: facts.state, to: to === 'same' ? facts.state : to, grant })
}

/** The steps that leave this state, each with the reasons that close it for this person; what the form asks for closes nothing. */
export function stepsFrom(facts: EditionFacts, by: Hand): OpenStep[] {
  return (Object.keys(stepRows) as StepName[])
    .filter((name) => stepRows[name].from.includes(facts.state) && !stepRows[name].automatic)
    .map((name) => ({ name, refusals: refusalsOf(name, facts, by, undefined).refusals }))
}

/** Names of the steps that this person could take now. */
export const stepsOpenTo = (facts: EditionFacts, by: Hand): StepName[] =>
  stepsFrom(facts, by)
    .filter((step) => step.refusals.length === 0)
    .map((step) => step.name)

/** Whether the text may be changed now: only before it is submitted, and by who may draft there. */
export function mayChange(facts: EditionFacts, by: Hand): Ruling<Grant> {
  const grant = by.grantFor('edition.draft')
  const refusals: Refusal[] = []
  if (!(['draft', 'returned'] as State[]).includes(facts.state)) refusals.push({ code: 'not-editable', facts: { state: states[facts.state].title } })
  if (!grant) refusals.push({ code: 'not-yours-to-do', article: 'ogi-2019/17', facts: { step: '修改', who: holdersOf('edition.draft') } })
  return grant && refusals.length === 0 ? granted(grant) : refused(...refusals)
}

/** Files change with the text; a scanned sheet is added while a signature is awaited or the paper of an urgent release is owed. */
export function mayAttach(role: 'attachment' | 'original' | 'picture' | 'signed-sheet', facts: EditionFacts, by: Hand): Ruling<Grant> {
  if (role !== 'signed-sheet') return mayChange(facts, by)
  const { action, article, title } = stepRows['record-paper-signature']
  const from = [...stepRows['record-paper-signature'].from, ...(facts.review.paperOwed ? stepRows['complete-paper'].from : [])]
  const grant = by.grantFor(action)
  const refusals: Refusal[] = []
  if (!from.includes(facts.state)) refusals.push({ code: 'sheet-not-awaited' })
  if (!grant) refusals.push({ code: 'not-yours-to-do', article, facts: { step: title, who: holdersOf(action) } })
  return grant && refusals.length === 0 ? granted(grant) : refused(...refusals)
}
