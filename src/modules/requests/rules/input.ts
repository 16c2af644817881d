// Of what was sent with a step only what its form asks for is kept.
import { stepRows, type StepName } from '../law/steps.ts'
import { keepAsked } from './checks.ts'
import type { StepInput } from './facts.ts'

export const inputFor = (step: StepName, typed: StepInput): StepInput => keepAsked(stepRows[step].asks ?? [], typed)
