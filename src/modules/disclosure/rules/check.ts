// How one need of a step is checked: everything that it may look at, and every reason that it finds.
import type { Grant } from '../../../kernel/actor.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import type { EditionFacts, Hand, StepInput } from './facts.ts'

export interface Case {
  readonly facts: EditionFacts
  readonly input: StepInput
  readonly by: Hand
  /** The grant that the step would use. */
  readonly grant: Grant
}

export type Check = (of: Case) => readonly Refusal[]

export const when = (wrong: boolean, refusal: Refusal | string): readonly Refusal[] =>
  wrong ? [typeof refusal === 'string' ? { code: refusal } : refusal] : []
