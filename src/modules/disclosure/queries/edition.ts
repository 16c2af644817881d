// One edition with its document: as it is, or held until the transaction ends.
import { sql, type RawBuilder } from 'kysely'
import type { Actor, Place } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { PublishedReport } from '../../../law/published-report.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { State } from '../law/states.ts'
import type { EditionContent } from '../rules/content.ts'
import { readableBy } from './reach.ts'

export interface Edition extends EditionContent {
  readonly editionId: string
  readonly documentId: string
  readonly number: number
  readonly state: State
  /** How often it has been submitted: the number of its sheet. */
  readonly round: number
  readonly version: number
  readonly unitId: string
  readonly unitName: string
  readonly unitHasStaff: boolean
  readonly sectionId: string | null
  readonly sectionName: string | null
  readonly handledById: string | null
  readonly handledByName: string | null
  readonly authorId: string
  readonly authorName: string
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly updatedById: string
  readonly updatedByName: string
  readonly since: Date
  readonly publishedAt: Date | null
  readonly lookedAt: Date | null
  readonly scheduledFor: Date | null
  readonly liveEditionId: string | null
  readonly historicBatchId: string | null
  readonly originalPublishedOn: Day | null
  readonly originalIndexNumber: string | null
  readonly originalAddress: string | null
  readonly fromApplication: boolean
  /** Made of a yearly report: its figures, which the text shows. */
  readonly report: PublishedReport | null
  /** Units asked to confirm this edition. */
  readonly askedUnitIds: readonly string[]
}

const selected = sql`
  select edition.id as "editionId", edition.document_id as "documentId", edition.number, edition.state, edition.round, edition.version,
    document.unit_id as "unitId", unit.name as "unitName", unit.has_own_staff as "unitHasStaff",
    document.section_id as "sectionId", section.name as "sectionName", document.handled_by_id as "handledById", handler.name as "handledByName",
    edition.author_id as "authorId", author.name as "authorName", edition.created_at as "createdAt", edition.updated_at as "updatedAt",
    edition.updated_by as "updatedById", updater.name as "updatedByName", edition.since, edition.published_at as "publishedAt", edition.looked_at as "lookedAt",
    edition.scheduled_for as "scheduledFor", document.live_edition_id as "liveEditionId", document.historic_batch_id as "historicBatchId",
    document.original_published_on as "originalPublishedOn", document.original_index_number as "originalIndexNumber", document.original_address as "originalAddress", document.from_application as "fromApplication",
    array(select asked.unit_id from disclosure.confirmation asked where asked.edition_id = edition.id) as "askedUnitIds",
    edition.title, edition.kind, edition.theme, edition.column_ids as "columnIds", edition.keywords, edition.summary, edition.document_number as "documentNumber",
    edition.drafted_on as "draftedOn", edition.effective_on as "effectiveOn", edition.expires_on as "expiresOn", edition.validity, edition.replaced_by as "replacedBy",
    edition.disclosure_mode as "disclosureMode", edition.mode_reason as "modeReason", edition.mode_article as "modeArticle",
    edition.responsible_department as "responsibleDepartment", edition.source, edition.source_url as "sourceUrl", edition.important,
    edition.change_note as "changeNote", edition.body_html as "bodyHtml", edition.body_text as "bodyText", edition.report_figures as report
  from disclosure.edition
  join disclosure.document on document.id = edition.document_id
  join organization.unit on unit.id = document.unit_id
  join access.account author on author.id = edition.author_id
  join access.account updater on updater.id = edition.updated_by
  left join organization.unit section on section.id = document.section_id
  left join organization.unit handler on handler.id = document.handled_by_id`

async function one(tx: Tx, rest: RawBuilder<unknown>): Promise<Edition | undefined> {
  const { rows } = await sql<Edition>`${selected} ${rest}`.execute(tx)
  return rows[0]
}

/** The edition where the actor may read it; elsewhere it does not exist. */
export const readableEdition = (tx: Tx, actor: Actor, editionId: string): Promise<Edition | undefined> =>
  one(tx, sql`where edition.id = ${editionId} and ${readableBy(actor)}`)

/** The same, held with its document, so that two people cannot take a step at once. */
export async function lockEdition(tx: Tx, actor: Actor, editionId: string): Promise<Edition | undefined> {
  // The document first: every step of whichever edition waits in the same queue.
  await sql`select from disclosure.document where id = (select document_id from disclosure.edition where id = ${editionId}) for update`.execute(tx)
  return one(tx, sql`where edition.id = ${editionId} and ${readableBy(actor)} for update of edition`)
}

/** Whatever its reach: for the worker and for what follows from a step. */
export const editionById = (tx: Tx, editionId: string): Promise<Edition | undefined> => one(tx, sql`where edition.id = ${editionId}`)

/** Many at once, by their id. */
export async function editionsById(tx: Tx, editionIds: readonly string[]): Promise<ReadonlyMap<string, Edition>> {
  const { rows } = await sql<Edition>`${selected} where edition.id = any(${editionIds}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.editionId, row]))
}

/** Where the edition stands: the unit itself first, then the unit that acts for it. */
export function placesOf(edition: Pick<Edition, 'unitId' | 'sectionId' | 'handledById' | 'askedUnitIds'>): readonly Place[] {
  const own = { unitId: edition.unitId, sectionId: edition.sectionId, askedUnitIds: edition.askedUnitIds }
  return edition.handledById === null ? [own] : [own, { ...own, unitId: edition.handledById, sectionId: null }]
}
