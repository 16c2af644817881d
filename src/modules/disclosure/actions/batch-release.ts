// Publishes released batches a few documents at a time: one approval stands behind them all, and each is published or fails alone.
import type { Clock } from '../../../kernel/clock.ts'
import { refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { actorOf, type By } from '../../access/index.ts'
import type { Published } from '../../publication/index.ts'
import type { BatchStepName } from '../law/historic-batch.ts'
import type { State } from '../law/states.ts'
import type { StepName } from '../law/steps.ts'
import { batchHistory, batchRows, batchToRelease, findingsOf, type Batch, type BatchHistoryRow, type BatchRow } from '../queries/batch.ts'
import { editionById } from '../queries/edition.ts'
import { handIn } from '../queries/import-reach.ts'
import { moveEdition } from '../store/editions.ts'
import { finishBatch, setReleaseFailure } from '../store/import.ts'
import { apart } from '../store/savepoint.ts'
import { recordStep } from '../store/steps.ts'
import { publishEdition } from './publish-edition.ts'

interface ReleaseParts {
  transaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>
}

const chunk = 20

const signatures: readonly (readonly [BatchStepName, StepName, State, State])[] = [
  ['submit', 'submit', 'draft', 'secrecy-review'],
  ['pass-secrecy', 'pass-secrecy', 'secrecy-review', 'signing'],
  ['approve', 'sign', 'signing', 'signed'],
]

/** The sheet of each document says who submitted, reviewed and approved the batch, and when. */
async function copySignatures(tx: Tx, by: By, batch: Batch, history: readonly BatchHistoryRow[], row: BatchRow): Promise<void> {
  for (const [batchStep, step, from, to] of signatures) {
    const taken = history.findLast((one) => one.step === batchStep)
    if (!taken) continue
    const secrecy = step === 'pass-secrecy' ? { secrecy: { basis: batch.secrecyBasis, conclusion: 'may-disclose' } } : {}
    await recordStep(tx, {
      editionId: row.editionId,
      documentId: row.documentId,
      unitId: batch.unitId,
      step,
      from,
      to,
      by: { accountId: taken.byAccountId, name: taken.byName, grants: [] },
      role: taken.role,
      onBehalfOf: taken.onBehalfOf,
      at: taken.at,
      opinion: taken.opinion,
      detail: { ...secrecy, batchId: batch.batchId, batch: batch.name },
    })
  }
  await moveEdition(tx, row.editionId, { to: 'signed', at: by.at })
}

async function publishOne(tx: Tx, by: By, batch: Batch, history: readonly BatchHistoryRow[], row: BatchRow): Promise<Ruling<Published>> {
  const findings = findingsOf(row, by.today)
  if (findings.length > 0) return refused(...findings)
  // what was approved is what goes out
  if (batch.submittedAt === null || row.updatedAt > batch.submittedAt) return refused('changed-since-submission')
  const grant = handIn(by.actor, batch.unitId).grantFor('batch.approve')
  if (!grant) return refused('not-allowed')
  await copySignatures(tx, by, batch, history, row)
  const edition = await editionById(tx, row.editionId)
  return edition ? publishEdition(tx, by, { edition, grant, secrecyReviewed: batch.secrecyBy !== null }) : refused('batch-document-not-found')
}

/** One chunk of the oldest released batch; returns how many documents it went through. Asked again and again by the worker. */
export async function releaseChunk(parts: ReleaseParts, clock: Clock): Promise<number> {
  return parts.transaction(async (tx) => {
    const batch = await batchToRelease(tx)
    if (!batch) return 0
    const now = clock.now()
    const today = clock.today()
    const actor = batch.releasedBy === null ? undefined : await actorOf(tx, { accountId: batch.releasedBy }, today)
    const history = await batchHistory(tx, batch.batchId)
    const rows = await batchRows(tx, batch.batchId, { waiting: true, limit: chunk + 1 })
    for (const row of rows.slice(0, chunk)) {
      const ruling = actor ? await apart(tx, () => publishOne(tx, { actor, at: now, today }, batch, history, row)) : refused('not-allowed')
      if (!ruling.ok) await setReleaseFailure(tx, row.documentId, ruling.refusals)
    }
    if (rows.length <= chunk) await finishBatch(tx, batch.batchId, now)
    return Math.min(rows.length, chunk)
  })
}

/** All that waits, chunk after chunk, each in a transaction of its own. */
export async function releaseBatches(parts: ReleaseParts, clock: Clock): Promise<number> {
  let released = 0
  for (let done = await releaseChunk(parts, clock); done > 0; done = await releaseChunk(parts, clock)) released += done
  return released
}
