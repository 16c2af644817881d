// The same step over many editions: each stands or falls with its interpretations and without the others, and what is refused is told for each.
import type { Refusal } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { StepName } from '../law/steps.ts'
import { readableEdition } from '../queries/edition.ts'
import { documentsBeside } from '../queries/relations.ts'
import type { StepInput } from '../rules/facts.ts'
import { apart } from '../store/savepoint.ts'
import type { Outcome } from './take-step.ts'
import { goesAlone, takeStepTogether } from './take-step-together.ts'

export interface BatchRow {
  readonly editionId: string
  readonly title: string
  readonly outcome: Outcome | null
  /** It went with its document, which was chosen. */
  readonly along: boolean
  readonly refusals: readonly Refusal[]
}

/** Steps that lead many editions the same way; each of the others asks for something of its own. */
const forMany: ReadonlySet<StepName> = new Set<StepName>([
  'submit',
  'submit-to-secrecy',
  'approve-section',
  'pass-secrecy',
  'sign',
  'pass-to-main-leader',
  'sign-important',
  'publish',
  'file',
  'urge',
  'discard',
])

/** A document and its interpretations stand or fall together; an interpretation is not carried past its document. */
export async function takeSteps(
  tx: Tx,
  by: By,
  { editionIds, step, input }: { editionIds: readonly string[]; step: StepName; input: StepInput },
): Promise<BatchRow[]> {
  const rows = new Map<string, BatchRow>()
  const titleOf = async (editionId: string): Promise<string> => (await readableEdition(tx, by.actor, editionId))?.title ?? ''
  const refuse = async (editionId: string, refusal: Refusal): Promise<void> => {
    rows.set(editionId, { editionId, title: await titleOf(editionId), outcome: null, along: false, refusals: [refusal] })
  }
  const chosen = [...new Set(editionIds)]
  const documents = goesAlone(step) ? new Map<string, never>() : await documentsBeside(tx, by.actor, chosen)
  // In one order for everybody, so that two batches never wait for each other; what goes with its document comes after it.
  for (const editionId of chosen.toSorted((a, b) => Number(documents.has(a)) - Number(documents.has(b)) || a.localeCompare(b))) {
    if (rows.has(editionId)) continue
    const document = documents.get(editionId)
    if (document)
      await refuse(editionId, { code: chosen.includes(document.editionId) ? 'document-refused' : 'document-not-chosen', facts: { title: document.title } })
    else if (!forMany.has(step)) await refuse(editionId, { code: 'step-not-for-many' })
    else {
      const title = await titleOf(editionId)
      const ruling = await apart(tx, () => takeStepTogether(tx, by, { editionId, step, input }))
      rows.set(editionId, { editionId, title, outcome: ruling.ok ? ruling.value : null, along: false, refusals: ruling.ok ? [] : ruling.refusals })
      for (const one of ruling.ok ? ruling.value.together : []) rows.set(one.editionId, { ...one, along: true, refusals: [] })
    }
  }
  return [...rows.values()]
}
