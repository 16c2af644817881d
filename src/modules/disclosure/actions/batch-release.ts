// Publishes released batches a few documents at a time: one approval stands behind them all, and each is published or fails alone.
import type { Clock } from '../../../kernel/clock.ts'
import { refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { actorOf, type By } from '../../access/index.ts'
import type { Published } from '../../publication/index.ts'
import type { State } from '../law/states.ts'
import type { StepName } from '../law/steps.ts'
import { batchRows, batchToRelease, findingsOf, type Batch, type BatchRow } from '../queries/batch.ts'
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

/** The sheet of each document says who reviewed and approved the batch, and when. */
async function copySignatures(tx: Tx, by: By, batch: Batch, row: BatchRow): Promise<void> {
  const signatures: readonly (readonly [StepName, State, State, string | null, string | null, Date | null, Record<string, unknown>])[] = [
    ['submit', row.state, 'secrecy-review', batch.submittedBy, batch.createdByName, batch.submittedAt, {}],
    [
      'pass-secrecy',
      'secrecy-review',
      'signing',
      batch.secrecyBy,
      batch.secrecyByName,
      batch.secrecyAt,
      { secrecy: { basis: batch.secrecyBasis, conclusion: 'may-disclose' } },
    ],
    ['sign', 'signing', 'signed', batch.approvedBy, batch.approvedByName, batch.approvedAt, {}],
  ]
  for (const [step, from, to, accountId, name, at, detail] of signatures) {
    if (accountId === null || at === null) continue
    const signer = { accountId, name: name ?? '', grants: [] }
    const opinion = step === 'sign' ? batch.opinion : step === 'pass-secrecy' ? batch.secrecyConclusion : ''
    await recordStep(tx, {
      editionId: row.editionId,
      documentId: row.documentId,
      unitId: batch.unitId,
      step,
      from,
      to,
      by: signer,
      role: 'batch',
      onBehalfOf: null,
      at,
      opinion,
      detail: { ...detail, batchId: batch.batchId, batch: batch.name },
    })
  }
  await moveEdition(tx, row.editionId, { to: 'signed', at: by.at })
}

async function publishOne(tx: Tx, by: By, batch: Batch, row: BatchRow): Promise<Ruling<Published>> {
  const findings = findingsOf(row, by.today)
  if (findings.length > 0) return refused(...findings)
  // what was approved is what goes out
  if (batch.submittedAt === null || row.updatedAt > batch.submittedAt) return refused('changed-since-submission')
  const grant = handIn(by.actor, batch.unitId).grantFor('batch.approve')
  if (!grant) return refused('not-allowed')
  await copySignatures(tx, by, batch, row)
  const edition = await editionById(tx, row.editionId)
  return edition ? publishEdition(tx, by, { edition, grant, secrecyReviewed: batch.secrecyBy !== null }) : refused('batch-document-not-found')
}

/** One chunk of the oldest released batch; returns how many documents it went through. Asked again and again by the worker. */
export async function releaseChunk({ transaction }: ReleaseParts, clock: Clock): Promise<number> {
  return transaction(async (tx) => {
    const batch = await batchToRelease(tx)
    if (!batch) return 0
    const now = clock.now()
    const today = clock.today()
    const actor = batch.releasedBy === null ? undefined : await actorOf(tx, { accountId: batch.releasedBy }, today)
    const rows = await batchRows(tx, batch.batchId, { waiting: true, limit: chunk + 1 })
    for (const row of rows.slice(0, chunk)) {
      const ruling = actor ? await apart(tx, () => publishOne(tx, { actor, at: now, today }, batch, row)) : refused('not-allowed')
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
