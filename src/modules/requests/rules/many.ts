// The same step over many applications: which steps can be taken so, what must be said for all of them, and what each is given of it.
import type { Refusal } from '../../../kernel/ruling.ts'
import { stepRows, type StepName } from '../law/steps.ts'
import type { StepInput } from './facts.ts'

/** Reasons against all of them at once; a closing in bulk is owed a recorded reason, which a single one may leave out. */
export function faultsOfMany(step: StepName, { text }: StepInput): Refusal[] {
  if (!stepRows[step].many) return [{ code: 'step-not-for-many', facts: { step: stepRows[step].title } }]
  return step === 'close' && text.trim().length < 2 ? [{ code: 'words-missing', field: 'text' }] : []
}

/** One number given for all begins the number of each: no two cases are filed under the same. */
export const inputForOne = (input: StepInput, number: string): StepInput =>
  (input.number ?? '').trim() === '' ? input : { ...input, number: `${input.number?.trim()}-${number}` }
