// Writes documents and their editions.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { PublishedReport } from '../../../law/published-report.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { State } from '../law/states.ts'
import type { EditionContent } from '../rules/content.ts'
import { tablesOf } from './tables.ts'

export interface NewDocument {
  readonly unitId: string
  readonly sectionId: string | null
  readonly createdBy: string
  readonly at: Date
  /** The unit whose people act for this one, which has nobody. */
  readonly handledById: string | null
  readonly fromApplication?: boolean
  readonly historic?: {
    readonly batchId: string
    readonly originalPublishedOn: Day | null
    readonly originalIndexNumber: string | null
    readonly originalAddress: string | null
  }
}

export async function insertDocument(tx: Tx, document: NewDocument): Promise<string> {
  const { id } = await tablesOf(tx)
    .insertInto('disclosure.document')
    .values({
      unit_id: document.unitId,
      section_id: document.sectionId,
      created_by: document.createdBy,
      created_at: document.at,
      handled_by_id: document.handledById,
      live_edition_id: null,
      from_application: document.fromApplication ?? false,
      historic_batch_id: document.historic?.batchId ?? null,
      original_published_on: document.historic?.originalPublishedOn ?? null,
      original_index_number: document.historic?.originalIndexNumber ?? null,
      original_address: document.historic?.originalAddress ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const columnsOf = (content: EditionContent) => ({
  title: content.title,
  kind: content.kind,
  theme: content.theme,
  column_ids: [...content.columnIds],
  keywords: [...content.keywords],
  summary: content.summary,
  document_number: content.documentNumber,
  drafted_on: content.draftedOn,
  effective_on: content.effectiveOn,
  expires_on: content.expiresOn,
  validity: content.validity,
  replaced_by: content.replacedBy,
  disclosure_mode: content.disclosureMode,
  mode_reason: content.modeReason,
  mode_article: content.modeArticle,
  responsible_department: content.responsibleDepartment,
  source: content.source,
  source_url: content.sourceUrl,
  important: content.important,
  change_note: content.changeNote,
  body_html: content.bodyHtml,
  body_text: content.bodyText,
})

/** A first or next edition, as a draft; its number follows from those before it. */
export async function insertEdition(
  tx: Tx,
  documentId: string,
  content: EditionContent,
  by: { readonly accountId: string; readonly at: Date },
  report: PublishedReport | null = null,
): Promise<string> {
  const { id } = await tablesOf(tx)
    .insertInto('disclosure.edition')
    .values({
      document_id: documentId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from disclosure.edition where document_id = ${documentId})`,
      state: 'draft',
      author_id: by.accountId,
      ...columnsOf(content),
      report_figures: report && JSON.stringify(report),
      scheduled_for: null,
      created_at: by.at,
      updated_at: by.at,
      updated_by: by.accountId,
      since: by.at,
      published_at: null,
      looked_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Saves what was typed and counts the version up; returns the new version. */
export async function saveContent(
  tx: Tx,
  editionId: string,
  content: EditionContent,
  by: { readonly accountId: string; readonly at: Date },
  report?: PublishedReport,
): Promise<number> {
  const { version } = await tablesOf(tx)
    .updateTable('disclosure.edition')
    .set({ ...columnsOf(content), ...(report && { report_figures: JSON.stringify(report) }), updated_at: by.at, updated_by: by.accountId })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', editionId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export interface Move {
  readonly to: State
  readonly at: Date
  /** A new sheet begins: its number rises, and nobody has looked yet. */
  readonly newRound?: boolean
}

/** Moves an edition to another state; a schedule ends with every move. */
export const moveEdition = (tx: Tx, editionId: string, move: Move): Promise<void> => moveEditions(tx, [editionId], move)

export async function moveEditions(tx: Tx, editionIds: readonly string[], { to, at, newRound = false }: Move): Promise<void> {
  await tablesOf(tx)
    .updateTable('disclosure.edition')
    .set({
      state: to,
      since: at,
      updated_at: at,
      scheduled_for: null,
      ...(newRound && { looked_at: null, round: sql<number>`round + 1` }),
      ...(to === 'published' && { published_at: at }),
    })
    .where(sql<boolean>`id = any(${editionIds}::uuid[])`)
    .execute()
}

export async function setSchedule(tx: Tx, editionId: string, time: Date | null): Promise<void> {
  await tablesOf(tx).updateTable('disclosure.edition').set({ scheduled_for: time }).where('id', '=', editionId).execute()
}

export const setLiveEdition = (tx: Tx, documentId: string, editionId: string | null): Promise<void> => setLiveEditions(tx, [{ documentId, editionId }])

/** The edition that stands for each document now; null for none. */
export async function setLiveEditions(tx: Tx, live: readonly { readonly documentId: string; readonly editionId: string | null }[]): Promise<void> {
  await sql`
    update disclosure.document set live_edition_id = live.edition_id
    from unnest(${live.map(({ documentId }) => documentId)}::uuid[], ${live.map(({ editionId }) => editionId)}::uuid[]) as live (document_id, edition_id)
    where document.id = live.document_id`.execute(tx)
}

/** Somebody other than its author has opened it: from now on it cannot be taken back. */
export async function markLooked(tx: Tx, editionId: string, at: Date): Promise<void> {
  await tablesOf(tx).updateTable('disclosure.edition').set({ looked_at: at }).where('id', '=', editionId).where('looked_at', 'is', null).execute()
}
