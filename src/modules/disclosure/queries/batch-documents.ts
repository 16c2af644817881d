// The documents of a historic batch: what each lacks, a page of them, and all of them some at a time. A batch may hold a hundred thousand.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { batchStates } from '../law/historic-batch.ts'
import type { State } from '../law/states.ts'
import { documentFindings, type BatchFacts } from '../rules/import/batch.ts'
import type { EditionContent } from '../rules/content.ts'
import type { Batch } from './batch.ts'

export interface BatchRow extends EditionContent {
  readonly documentId: string
  readonly editionId: string
  readonly state: State
  readonly fileName: string
  readonly attachments: number
  readonly updatedAt: Date
  readonly originalPublishedOn: Day | null
  readonly originalIndexNumber: string | null
  readonly originalAddress: string | null
  readonly releaseFailure: readonly Refusal[] | null
  readonly isLive: boolean
}

interface OfDocuments {
  readonly documentIds: readonly string[]
  /** Only those of which an edition is in one of these. */
  readonly states?: readonly State[]
}

/** These documents of the batch, each by its newest edition, with what their checks need; of the body, only its first words. By the names of their files. */
export async function batchRows(tx: Tx, batchId: string, { documentIds, states }: OfDocuments): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    select distinct on (document.id) document.id as "documentId", edition.id as "editionId", edition.state,
      coalesce((select max(report.file_name) from disclosure.edition made join disclosure.import_report report on report.edition_id = made.id
        where made.document_id = document.id), '') as "fileName",
      (select count(*) from disclosure.attachment where attachment.edition_id = edition.id and attachment.role = 'attachment') as attachments,
      edition.updated_at as "updatedAt", document.original_published_on as "originalPublishedOn", document.original_index_number as "originalIndexNumber",
      document.original_address as "originalAddress", document.release_failure as "releaseFailure", document.live_edition_id is not null as "isLive",
      edition.title, edition.kind, edition.theme, edition.column_ids as "columnIds", edition.keywords, edition.summary, edition.document_number as "documentNumber",
      edition.drafted_on as "draftedOn", edition.effective_on as "effectiveOn", edition.expires_on as "expiresOn", edition.validity, edition.replaced_by as "replacedBy",
      edition.disclosure_mode as "disclosureMode", edition.mode_reason as "modeReason", edition.mode_article as "modeArticle",
      edition.responsible_department as "responsibleDepartment", edition.source, edition.source_url as "sourceUrl", edition.important,
      edition.change_note as "changeNote", '' as "bodyHtml", left(edition.body_text, 20) as "bodyText"
    from disclosure.document
    join disclosure.edition on edition.document_id = document.id and edition.state <> 'discarded'
    where document.historic_batch_id = ${batchId} and document.id = any(${documentIds}::uuid[]) and ${states ? sql`edition.state = any(${states}::text[])` : sql`true`}
    order by document.id, edition.number desc`.execute(tx)
  return rows.toSorted(byFile)
}

type Named = Pick<BatchRow, 'fileName' | 'documentId'>

const byFile = (one: Named, other: Named): number =>
  one.fileName < other.fileName ? -1 : one.fileName > other.fileName ? 1 : one.documentId < other.documentId ? -1 : 1

export const findingsOf = (row: BatchRow, today: Day): Refusal[] =>
  row.isLive
    ? []
    : documentFindings({ documentId: row.documentId, content: row, attachments: row.attachments, originalPublishedOn: row.originalPublishedOn }, today)

const mostAtOnce = 2000

/** All documents of the batch, some at a time. */
export async function lookThrough(tx: Tx, batchId: string, look: (rows: readonly BatchRow[]) => void | Promise<void>): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from disclosure.document where historic_batch_id = ${batchId}`.execute(tx)
  const documentIds = rows.map(({ id }) => id)
  for (let at = 0; at < documentIds.length; at += mostAtOnce) await look(await batchRows(tx, batchId, { documentIds: documentIds.slice(at, at + mostAtOnce) }))
}

export interface Slice {
  readonly limit: number
  readonly offset: number
}

/** A page of what lacks something, by the names of files, and how many lack something; of those whose publication failed alone, where that is asked. */
export async function incompleteDocuments(
  tx: Tx,
  batchId: string,
  today: Day,
  { failed, limit, offset }: Slice & { readonly failed: boolean },
): Promise<{ rows: BatchRow[]; total: number }> {
  const found: Named[] = []
  await lookThrough(tx, batchId, (rows) => {
    const wanted = rows.filter((row) => findingsOf(row, today).length > 0 && (!failed || row.releaseFailure !== null))
    found.push(...wanted.map(({ fileName, documentId }) => ({ fileName, documentId })))
  })
  const shown = found.toSorted(byFile).slice(offset, offset + limit)
  return { rows: await batchRows(tx, batchId, { documentIds: shown.map(({ documentId }) => documentId) }), total: found.length }
}

/** A page of all of them, or of those whose publication failed. */
export async function batchDocuments(tx: Tx, batchId: string, { failed, limit, offset }: Slice & { readonly failed: boolean }): Promise<BatchRow[]> {
  const { rows } = await sql<{ id: string }>`
    select document.id from disclosure.document
    join disclosure.edition on edition.document_id = document.id and edition.state <> 'discarded'
    left join disclosure.import_report on import_report.edition_id = edition.id
    where document.historic_batch_id = ${batchId} and ${failed ? sql`document.release_failure is not null and document.live_edition_id is null` : sql`true`}
    group by document.id order by coalesce(max(import_report.file_name), '') collate "C", document.id limit ${limit} offset ${offset}`.execute(tx)
  return batchRows(tx, batchId, { documentIds: rows.map(({ id }) => id) })
}

/** What a step with the batch is decided by. After its release nothing is: its documents are not looked through any more. */
export async function factsOfBatch(tx: Tx, batch: Batch, today: Day): Promise<BatchFacts> {
  let incomplete = 0
  if (!batchStates[batch.state].end)
    await lookThrough(tx, batch.batchId, (rows) => {
      incomplete += rows.filter((row) => findingsOf(row, today).length > 0).length
    })
  return {
    state: batch.state,
    documents: batch.documents,
    incomplete,
    makerIds: batch.submittedBy === null ? [batch.createdBy] : [batch.createdBy, batch.submittedBy],
    secrecyById: batch.secrecyBy,
  }
}
