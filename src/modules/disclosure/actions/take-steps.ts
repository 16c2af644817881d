// The same step over many editions: each stands or falls alone, and what is refused is told for each.
import { refused, type Refusal } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { StepName } from '../law/steps.ts'
import { readableEdition } from '../queries/edition.ts'
import type { StepInput } from '../rules/facts.ts'
import { apart } from '../store/savepoint.ts'
import { takeStep, type Outcome } from './take-step.ts'

export interface BatchRow {
  readonly editionId: string
  readonly title: string
  readonly outcome: Outcome | null
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

export async function takeSteps(
  tx: Tx,
  by: By,
  { editionIds, step, input }: { editionIds: readonly string[]; step: StepName; input: StepInput },
): Promise<BatchRow[]> {
  const rows: BatchRow[] = []
  // In one order for everybody, so that two batches never wait for each other.
  for (const editionId of [...new Set(editionIds)].toSorted()) {
    const title = (await readableEdition(tx, by.actor, editionId))?.title ?? ''
    const ruling = forMany.has(step) ? await apart(tx, () => takeStep(tx, by, { editionId, step, input })) : refused('step-not-for-many')
    rows.push({ editionId, title, outcome: ruling.ok ? ruling.value : null, refusals: ruling.ok ? [] : ruling.refusals })
  }
  return rows
}
