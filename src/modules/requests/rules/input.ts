// Of what was sent with a step only what its form asks for is kept.
import { stepRows, type StepName } from '../law/steps.ts'
import type { StepInput } from './facts.ts'

export function inputFor(step: StepName, typed: StepInput): StepInput {
  const asks = stepRows[step].asks ?? []
  const kept: Partial<Record<keyof StepInput, unknown>> = {}
  for (const ask of asks) if (ask !== 'text' && typed[ask] !== undefined) kept[ask] = typed[ask]
  return { ...(kept as Partial<StepInput>), text: asks.includes('text') ? typed.text.trim() : '' }
}
