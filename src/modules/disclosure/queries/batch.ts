// Historic batches: what they are, how far they are, and which documents of them wait for their release.
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { BatchState } from '../law/historic-batch.ts'
import type { ManifestFacts } from '../rules/import/manifest.ts'
import { isWaiting } from '../store/import.ts'
import { batchesOf } from './import-reach.ts'

export interface Batch {
  readonly batchId: string
  readonly name: string
  readonly unitId: string
  readonly unitName: string
  readonly state: BatchState
  readonly columnIds: readonly string[]
  readonly createdBy: string
  readonly createdByName: string
  readonly createdAt: Date
  readonly submittedBy: string | null
  readonly submittedAt: Date | null
  readonly secrecyBy: string | null
  readonly secrecyByName: string | null
  readonly secrecyAt: Date | null
  readonly secrecyBasis: string
  readonly secrecyConclusion: string
  readonly approvedBy: string | null
  readonly approvedByName: string | null
  readonly approvedAt: Date | null
  readonly opinion: string
  readonly releasedBy: string | null
  readonly releasedAt: Date | null
  readonly finishedAt: Date | null
  readonly documents: number
  readonly published: number
  readonly failed: number
}

const selected = sql`
  select batch.id as "batchId", batch.name, batch.unit_id as "unitId", unit.name as "unitName", batch.state, batch.column_ids as "columnIds",
    batch.created_by as "createdBy", maker.name as "createdByName", batch.created_at as "createdAt", batch.submitted_by as "submittedBy", batch.submitted_at as "submittedAt",
    batch.secrecy_by as "secrecyBy", reviewer.name as "secrecyByName", batch.secrecy_at as "secrecyAt", batch.secrecy_basis as "secrecyBasis",
    batch.secrecy_conclusion as "secrecyConclusion", batch.approved_by as "approvedBy", approver.name as "approvedByName", batch.approved_at as "approvedAt",
    batch.opinion, batch.released_by as "releasedBy", batch.released_at as "releasedAt", batch.finished_at as "finishedAt",
    held.documents, held.published, held.failed
  from disclosure.historic_batch batch
  join organization.unit on unit.id = batch.unit_id
  join access.account maker on maker.id = batch.created_by
  left join access.account reviewer on reviewer.id = batch.secrecy_by
  left join access.account approver on approver.id = batch.approved_by`

const counted = sql`
  cross join lateral (
    select count(*) as documents, count(document.live_edition_id) as published,
      count(*) filter (where document.release_failure is not null and document.live_edition_id is null) as failed
    from disclosure.document
    where document.historic_batch_id = batch.id
      and exists (select from disclosure.edition where edition.document_id = document.id and edition.state <> 'discarded')
  ) held`

/** Counting a hundred thousand takes longer than publishing a few. */
const uncounted = sql` cross join (select 0 as documents, 0 as published, 0 as failed) held`

async function many(tx: Tx, rest: RawBuilder<unknown>, held = counted): Promise<Batch[]> {
  const { rows } = await sql<Batch>`${selected} ${held} ${rest}`.execute(tx)
  return rows
}

export interface BatchFilter {
  readonly state?: BatchState | undefined
  readonly unitId?: string | undefined
}

const filtered = (actor: Actor, { state, unitId }: BatchFilter): RawBuilder<boolean> =>
  sql<boolean>`${batchesOf(actor)} and (${state ?? null}::text is null or batch.state = ${state ?? null}) and (${unitId ?? null}::uuid is null or batch.unit_id = ${unitId ?? null}::uuid)`

export const batchList = (tx: Tx, actor: Actor, filter: BatchFilter, slice: { readonly limit: number; readonly offset: number }): Promise<Batch[]> =>
  many(tx, sql`where ${filtered(actor, filter)} order by batch.created_at desc, batch.id limit ${slice.limit} offset ${slice.offset}`)

export async function countBatches(tx: Tx, actor: Actor, filter: BatchFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from disclosure.historic_batch batch where ${filtered(actor, filter)}`.execute(tx)
  return rows[0]?.count ?? 0
}

export const readableBatch = async (tx: Tx, actor: Actor, batchId: string): Promise<Batch | undefined> =>
  (await many(tx, sql`where batch.id = ${batchId} and ${batchesOf(actor)}`))[0]

/** The same, held until the transaction ends. */
export async function lockBatch(tx: Tx, actor: Actor, batchId: string): Promise<Batch | undefined> {
  await sql`select from disclosure.historic_batch where id = ${batchId} for update`.execute(tx)
  return readableBatch(tx, actor, batchId)
}

/** The latest batch of that name which still takes files. */
export async function openBatchNamed(tx: Tx, actor: Actor, { unitId, name }: { readonly unitId: string; readonly name: string }): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from disclosure.historic_batch batch
    where unit_id = ${unitId} and name = ${name} and state in ('collecting', 'returned') and ${batchesOf(actor)} order by created_at desc limit 1`.execute(tx)
  return rows[0]?.id
}

const mostBatches = 20

/** The oldest of which documents wait, whatever their reach and without their counts: for the worker. No step leads from where they are. */
export const batchesToRelease = (tx: Tx): Promise<Batch[]> =>
  many(
    tx,
    sql`where batch.state = 'released' and batch.finished_at is null and exists (select from disclosure.document d where d.historic_batch_id = batch.id and ${isWaiting})
      order by batch.released_at limit ${mostBatches}`,
    uncounted,
  )

/**
 * So many documents of the batch that wait and that nobody else is at. Nobody else gets at them until the transaction ends, neither another lane nor the
 * person who edits one of them: that alone keeps a document of old stock from going out twice.
 */
export async function waitingDocuments(tx: Tx, batchId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from disclosure.document d where d.historic_batch_id = ${batchId} and ${isWaiting} order by d.id limit ${limit} for update of d skip locked`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

export interface BatchHistoryRow {
  readonly step: string
  readonly byName: string
  readonly at: Date
  readonly opinion: string
  readonly byAccountId: string
  readonly role: string
  readonly onBehalfOf: string | null
}

export async function batchHistory(tx: Tx, batchId: string): Promise<BatchHistoryRow[]> {
  const { rows } = await sql<BatchHistoryRow>`
    select step, by_name as "byName", at, opinion, by_account_id as "byAccountId", role, on_behalf_of as "onBehalfOf" from disclosure.batch_step_taken where batch_id = ${batchId} order by id`.execute(
    tx,
  )
  return rows
}

export async function manifestRow(tx: Tx, batchId: string, fileName: string): Promise<ManifestFacts | undefined> {
  const { rows } = await sql<{
    facts: ManifestFacts
  }>`select facts from disclosure.batch_manifest where batch_id = ${batchId} and file_name = ${fileName}`.execute(tx)
  return rows[0]?.facts
}

export async function manifestCounts(tx: Tx, batchId: string): Promise<{ rows: number; unmatched: number }> {
  const { rows } = await sql<{ rows: number; unmatched: number }>`
    select count(*) as rows, count(*) filter (where not exists (
      select from disclosure.import_report where import_report.batch_id = manifest.batch_id and import_report.file_name = manifest.file_name and outcome <> 'refused')) as unmatched
    from disclosure.batch_manifest manifest where batch_id = ${batchId}`.execute(tx)
  return rows[0] ?? { rows: 0, unmatched: 0 }
}
