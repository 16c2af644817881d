// Writes import reports, historic batches and their manifests.
import { sql } from 'kysely'
import type { Actor, Grant } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { waitingStates, type BatchState, type BatchStepName } from '../law/historic-batch.ts'
import type { ImportReport } from '../rules/import/report.ts'
import type { ManifestFacts } from '../rules/import/manifest.ts'

export interface NewImport {
  readonly editionId: string | null
  readonly unitId: string
  readonly batchId: string | null
  readonly report: ImportReport
  readonly importedBy: string
  readonly at: Date
}

export async function insertImport(tx: Tx, { editionId, unitId, batchId, report, importedBy, at }: NewImport): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into disclosure.import_report (edition_id, unit_id, batch_id, file_name, sha256, bytes, outcome, report, imported_by, imported_at)
    values (${editionId}, ${unitId}, ${batchId}, ${report.file.name}, ${report.file.sha256}, ${report.file.bytes}, ${report.outcome},
      ${JSON.stringify(report)}::jsonb, ${importedBy}, ${at})
    returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

export interface NewBatch {
  readonly unitId: string
  readonly name: string
  readonly columnIds: readonly string[]
  readonly createdBy: string
  readonly at: Date
}

export async function insertBatch(tx: Tx, { unitId, name, columnIds, createdBy, at }: NewBatch): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into disclosure.historic_batch (unit_id, name, state, column_ids, created_by, created_at)
    values (${unitId}, ${name}, 'collecting', ${[...columnIds]}::uuid[], ${createdBy}, ${at})
    returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

export interface BatchMove {
  readonly batchId: string
  readonly step: BatchStepName
  readonly from: BatchState
  readonly to: BatchState
  readonly by: Actor
  readonly grant: Grant
  readonly at: Date
  readonly opinion: string
  readonly secrecy?: { readonly basis: string; readonly conclusion: string }
}

const marks = {
  submit: (by: string, at: Date) => sql`, submitted_by = ${by}, submitted_at = ${at}`,
  'pass-secrecy': (by: string, at: Date) => sql`, secrecy_by = ${by}, secrecy_at = ${at}`,
  approve: (by: string, at: Date) => sql`, approved_by = ${by}, approved_at = ${at}`,
  // a batch that comes back is reviewed and approved anew
  return: () => sql`, submitted_by = null, submitted_at = null, secrecy_by = null, secrecy_at = null, approved_by = null, approved_at = null`,
  release: (by: string, at: Date) => sql`, released_by = ${by}, released_at = ${at}, finished_at = null`,
} as const

/** Moves a batch and writes down who did it. */
export async function moveBatch(tx: Tx, { batchId, step, from, to, by, grant, at, opinion, secrecy }: BatchMove): Promise<void> {
  const words = secrecy
    ? sql`, secrecy_basis = ${secrecy.basis}, secrecy_conclusion = ${secrecy.conclusion}`
    : step === 'approve'
      ? sql`, opinion = ${opinion}`
      : sql``
  await sql`update disclosure.historic_batch set state = ${to}${marks[step](by.accountId, at)}${words} where id = ${batchId}`.execute(tx)
  await sql`
    insert into disclosure.batch_step_taken (batch_id, step, from_state, to_state, by_account_id, by_name, role, on_behalf_of, at, opinion)
    values (${batchId}, ${step}, ${from}, ${to}, ${by.accountId}, ${by.name}, ${grant.role}, ${grant.onBehalfOf}, ${at}, ${opinion})`.execute(tx)
}

/** Of a document `d` of a batch: it is neither public nor was it held up. */
export const isWaiting = sql<boolean>`d.live_edition_id is null and d.release_failure is null
  and exists (select from disclosure.edition e where e.document_id = d.id and e.state = any(${waitingStates}::text[]))`

/** Notes of released batches of which nothing waits any more that they are done. */
export async function finishBatches(tx: Tx, at: Date): Promise<void> {
  await sql`
    update disclosure.historic_batch batch set finished_at = ${at} where state = 'released' and finished_at is null
      and not exists (select from disclosure.document d where d.historic_batch_id = batch.id and ${isWaiting})`.execute(tx)
}

export async function putManifest(tx: Tx, batchId: string, rows: ReadonlyMap<string, ManifestFacts>): Promise<void> {
  await sql`
    insert into disclosure.batch_manifest (batch_id, file_name, facts)
    select ${batchId}, name, facts::jsonb from unnest(${[...rows.keys()]}::text[], ${[...rows.values()].map((facts) => JSON.stringify(facts))}::text[]) as row (name, facts)
    on conflict (batch_id, file_name) do update set facts = excluded.facts`.execute(tx)
}

export interface Origin {
  readonly originalPublishedOn: Day | null
  readonly originalIndexNumber: string | null
  readonly originalAddress: string | null
}

export async function setOrigin(tx: Tx, documentId: string, { originalPublishedOn, originalIndexNumber, originalAddress }: Origin): Promise<void> {
  await sql`
    update disclosure.document
    set original_published_on = ${originalPublishedOn}, original_index_number = ${originalIndexNumber}, original_address = ${originalAddress}, release_failure = null
    where id = ${documentId}`.execute(tx)
}

/** Why the release could not publish a document, or null where it may be tried again. */
export async function setReleaseFailure(tx: Tx, documentId: string, refusals: readonly Refusal[] | null): Promise<void> {
  await sql`update disclosure.document set release_failure = ${refusals === null ? null : JSON.stringify(refusals)}::jsonb where id = ${documentId}`.execute(tx)
}

export async function clearReleaseFailures(tx: Tx, batchId: string): Promise<void> {
  await sql`update disclosure.document set release_failure = null where historic_batch_id = ${batchId} and release_failure is not null`.execute(tx)
}
