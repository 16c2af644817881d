// Publishes released batches a few documents at a time: one approval stands behind them all, and each is published or fails alone.
import type { Clock } from '../../../kernel/clock.ts'
import { refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { actorOf, type By } from '../../access/index.ts'
import { openPreparers, type Preparers, type Published } from '../../publication/index.ts'
import { waitingStates, type BatchStepName } from '../law/historic-batch.ts'
import type { State } from '../law/states.ts'
import type { StepName } from '../law/steps.ts'
import { batchHistory, batchesToRelease, waitingDocuments, type Batch, type BatchHistoryRow } from '../queries/batch.ts'
import { batchRows, findingsOf, type BatchRow } from '../queries/batch-documents.ts'
import { editionsById } from '../queries/edition.ts'
import { handIn } from '../queries/import-reach.ts'
import { finishBatches, setReleaseFailure } from '../store/import.ts'
import type { StepRecord } from '../store/steps.ts'
import { publishEditions, type Release } from './publish-edition.ts'

interface ReleaseParts {
  transaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>
}

const chunk = 100

const signatures: readonly (readonly [BatchStepName, StepName, State, State])[] = [
  ['submit', 'submit', 'draft', 'secrecy-review'],
  ['pass-secrecy', 'pass-secrecy', 'secrecy-review', 'signing'],
  ['approve', 'sign', 'signing', 'signed'],
]

/** The sheet of each document says who submitted, reviewed and approved the batch, and when. */
function signaturesFor(batch: Batch, history: readonly BatchHistoryRow[], row: BatchRow): StepRecord[] {
  return signatures.flatMap(([batchStep, step, from, to]) => {
    const taken = history.findLast((one) => one.step === batchStep)
    if (!taken) return []
    const secrecy = step === 'pass-secrecy' ? { secrecy: { basis: batch.secrecyBasis, conclusion: 'may-disclose' } } : {}
    return {
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
    }
  })
}

/** What keeps a document from going out before the gate and the door are asked. */
function reasonsAgainst(by: By, batch: Batch, row: BatchRow): readonly Refusal[] {
  const findings = findingsOf(row, by.today)
  if (findings.length > 0) return findings
  // what was approved is what goes out
  return batch.submittedAt === null || row.updatedAt > batch.submittedAt ? [{ code: 'changed-since-submission' }] : []
}

interface ReleaseOf {
  readonly batch: Batch
  readonly history: readonly BatchHistoryRow[]
  readonly rows: readonly BatchRow[]
  readonly preparers?: Preparers | undefined
}

/** Each row with what came of it. */
async function publishRows(tx: Tx, by: By, { batch, history, rows, preparers }: ReleaseOf): Promise<Map<BatchRow, Ruling<Published>>> {
  const outcomes = new Map<BatchRow, Ruling<Published>>()
  const grant = handIn(by.actor, batch.unitId).grantFor('batch.approve')
  const editions = await editionsById(
    tx,
    rows.map((row) => row.editionId),
  )
  const releases: { row: BatchRow; release: Release }[] = []
  for (const row of rows) {
    const edition = editions.get(row.editionId)
    const reasons = reasonsAgainst(by, batch, row)
    if (reasons.length > 0) outcomes.set(row, refused(...reasons))
    else if (!grant) outcomes.set(row, refused('not-allowed'))
    else if (!edition) outcomes.set(row, refused('batch-document-not-found'))
    else {
      const stepsBefore = signaturesFor(batch, history, row)
      releases.push({ row, release: { edition: { ...edition, state: 'signed' }, grant, secrecyReviewed: batch.secrecyBy !== null, stepsBefore } })
    }
  }
  const rulings = await publishEditions(
    tx,
    by,
    releases.map(({ release }) => release),
    preparers,
  )
  for (const [place, { row }] of releases.entries()) {
    const ruling = rulings[place]
    if (ruling) outcomes.set(row, ruling)
  }
  return outcomes
}

interface Releasing {
  readonly parts: ReleaseParts
  readonly clock: Clock
  readonly preparers: () => Preparers
}

/** Some of the oldest released batch of which some wait that nobody else is at; returns how many documents it went through. */
async function releaseChunk(releasing: Releasing): Promise<number> {
  return releasing.parts.transaction(async (tx) => {
    for (const batch of await batchesToRelease(tx)) {
      const documentIds = await waitingDocuments(tx, batch.batchId, chunk)
      if (documentIds.length > 0) return releaseDocuments(tx, batch, documentIds, releasing)
    }
    return 0
  })
}

async function releaseDocuments(tx: Tx, batch: Batch, documentIds: readonly string[], { clock, preparers }: Releasing): Promise<number> {
  const [now, today] = [clock.now(), clock.today()]
  const actor = batch.releasedBy === null ? undefined : await actorOf(tx, { accountId: batch.releasedBy }, today)
  const history = await batchHistory(tx, batch.batchId)
  const rows = await batchRows(tx, batch.batchId, { documentIds, states: waitingStates })
  // Threads take a while to start: for a few documents they are not worth it.
  const threads = documentIds.length === chunk ? preparers() : undefined
  const outcomes = actor && (await publishRows(tx, { actor, at: now, today }, { batch, history, rows, preparers: threads }))
  for (const row of rows) {
    const ruling = outcomes?.get(row) ?? refused('not-allowed')
    if (!ruling.ok) await setReleaseFailure(tx, row.documentId, ruling.refusals)
  }
  return rows.length
}

/** While the database writes the documents of one lane, those of the other are judged. */
const lanes = 2
/** Of two lanes that want the same number or lock at once, PostgreSQL breaks one off; asked again, it finds what the other did. */
const brokenOff = new Set(['23505', '40P01'])
const mostTries = 3

async function releaseNext(releasing: Releasing): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await releaseChunk(releasing)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (tries >= mostTries || !brokenOff.has(code)) throw error
    }
  }
}

/** All that waits, chunk after chunk, each in a transaction of its own. */
export async function releaseBatches(parts: ReleaseParts, clock: Clock): Promise<number> {
  let opened: Preparers | undefined
  const releasing = { parts, clock, preparers: (): Preparers => (opened ??= openPreparers()) }
  let released = 0
  const lane = async (): Promise<void> => {
    for (let done = await releaseNext(releasing); done > 0; done = await releaseNext(releasing)) released += done
  }
  try {
    const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
    await parts.transaction((tx) => finishBatches(tx, clock.now()))
    const faults = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    if (faults.length > 0) throw faults.length === 1 ? faults[0] : new AggregateError(faults, 'no lane could go on')
    return released
  } finally {
    await opened?.close()
  }
}
