// A document and the interpretations begun from it go round on one: what is done to the document is done to them, or to none of them.
import { refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { StepName } from '../law/steps.ts'
import { editionById } from '../queries/edition.ts'
import { companionsOf } from '../queries/relations.ts'
import { takeStep, type Outcome, type StepRequest } from './take-step.ts'

/** Steps that belong to one text alone. */
const alone: ReadonlySet<StepName> = new Set<StepName>(['discard', 'revise', 'withdraw', 'urge', 'record-paper-signature', 'file'])

export const goesAlone = (step: StepName): boolean => alone.has(step)

export interface Companion {
  readonly editionId: string
  readonly title: string
  readonly outcome: Outcome
}

/** An interpretation that stands elsewhere (returned by itself, signed before) goes its own way. */
export async function takeStepTogether(tx: Tx, by: By, request: StepRequest): Promise<Ruling<Outcome & { readonly together: readonly Companion[] }>> {
  const before = await editionById(tx, request.editionId)
  const companions = before && !goesAlone(request.step) ? (await companionsOf(tx, before.documentId)).filter(({ state }) => state === before.state) : []
  const taken = await takeStep(tx, by, request)
  if (!taken.ok) return taken
  const together: Companion[] = []
  for (const { editionId, title } of companions) {
    const also = await takeStep(tx, by, { ...request, editionId })
    if (also.ok) {
      together.push({ editionId, title, outcome: also.value })
      continue
    }
    const [first] = also.refusals
    return refused(...also.refusals.map((refusal) => ({ ...refusal, facts: { ...refusal.facts, of: title } })), {
      code: 'interpretation-refused',
      facts: { title },
      ...(first?.article && { article: first.article }),
    })
  }
  return { ok: true, value: { ...taken.value, together } }
}
