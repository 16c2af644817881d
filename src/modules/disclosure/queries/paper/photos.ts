// Photographs of sheets: the tray, what was filed where, what was laid aside; and all that an edition has on paper.
import { sql, type RawBuilder } from 'kysely'
import type { Actor, Reach } from '../../../../kernel/actor.ts'
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import { reachOf } from '../../../access/index.ts'
import type { PenLevel, PhotoTrouble } from '../../law/paper.ts'
import type { State } from '../../law/states.ts'
import { codeOf } from '../../rules/review/paper.ts'
import { allOf, containing } from '../conditions.ts'
import { matching, type Slice } from '../edition-list.ts'
import { within } from '../reach.ts'

/** Whoever handles paper of the post that handed it in; what is filed is seen with its edition, too. */
function handledBy({ everywhere, unitIds, sectionIds }: Reach, accountId: string): RawBuilder<boolean> {
  if (everywhere) return sql<boolean>`true`
  return sql<boolean>`(photo.unit_id = any(${[...unitIds]}::uuid[]) or photo.section_id = any(${[...sectionIds]}::uuid[]) or photo.added_by = ${accountId})`
}

export type PhotoPlace = 'unfiled' | 'filed' | 'aside'

export interface PhotoRow {
  readonly photoId: string
  readonly unitName: string
  readonly name: string
  readonly mediaType: string
  readonly pages: number
  readonly bytes: number
  readonly sha256: string
  readonly originalSha256: string
  readonly originalBytes: number
  readonly sourcePages: string
  readonly trouble: PhotoTrouble | null
  readonly addedByName: string
  readonly addedAt: Date
  readonly editionId: string | null
  readonly title: string | null
  readonly how: 'code' | 'hand' | null
  readonly filedByName: string | null
  readonly filedAt: Date | null
  readonly asideReason: string | null
  readonly asideByName: string | null
  /** The sheet that it shows, and where its text stands now. */
  readonly round: number | null
  readonly version: number | null
  readonly nowRound: number | null
  readonly nowVersion: number | null
  readonly nowState: State | null
}

const columns = sql`
  photo.id as "photoId", unit.name as "unitName", photo.name, photo.media_type as "mediaType", photo.pages, photo.bytes, photo.sha256,
  photo.original_sha256 as "originalSha256", photo.original_bytes as "originalBytes", photo.source_pages as "sourcePages", photo.trouble, photo.added_by_name as "addedByName", photo.added_at as "addedAt",
  filing.edition_id as "editionId", edition.title, filing.how, filing.filed_by_name as "filedByName", filing.at as "filedAt",
  aside.reason as "asideReason", aside.by_name as "asideByName", filing.round, filing.version,
  edition.round as "nowRound", edition.version as "nowVersion", edition.state as "nowState"`

const sources = sql`
  disclosure.sheet_photo photo
  join organization.unit on unit.id = photo.unit_id
  left join disclosure.sheet_filing filing on filing.photo_id = photo.id
  left join disclosure.edition on edition.id = filing.edition_id
  left join disclosure.sheet_photo_aside aside on aside.photo_id = photo.id`

const places: Readonly<Record<PhotoPlace, RawBuilder<unknown>>> = {
  unfiled: sql`filing.photo_id is null and aside.photo_id is null`,
  filed: sql`filing.photo_id is not null`,
  aside: sql`aside.photo_id is not null`,
}

export interface PhotoQuestion {
  readonly place: PhotoPlace
  readonly q?: string | undefined
  readonly sort?: 'addedAt' | '-addedAt'
}

export async function photoList(tx: Tx, actor: Actor, asked: PhotoQuestion, { limit, offset }: Slice): Promise<{ rows: PhotoRow[]; total: number }> {
  const condition = allOf([
    handledBy(reachOf(actor, 'edition.submit'), actor.accountId),
    places[asked.place],
    asked.q
      ? sql`(${containing(sql`photo.name`, asked.q)} or ${containing(sql`edition.title`, asked.q)} or ${containing(sql`photo.added_by_name`, asked.q)})`
      : false,
  ])
  const { rows } = await sql<PhotoRow>`
    select ${columns} from ${sources} where ${condition}
    order by photo.added_at ${asked.sort === 'addedAt' ? sql`asc` : sql`desc`}, photo.id limit ${limit} offset ${offset}`.execute(tx)
  const count = await sql<{ total: number }>`select count(*) as total from ${sources} where ${condition}`.execute(tx)
  return { rows, total: count.rows[0]?.total ?? 0 }
}

/** One that the actor handles; held where it is about to be filed. */
export async function photoById(tx: Tx, actor: Actor, photoId: string, hold: boolean): Promise<PhotoRow | undefined> {
  const { rows } = await sql<PhotoRow>`
    select ${columns} from ${sources} where photo.id = ${photoId} and ${handledBy(reachOf(actor, 'edition.submit'), actor.accountId)}
    ${hold ? sql`for update of photo` : sql``}`.execute(tx)
  return rows[0]
}

/** The same picture, handed in before at the same post. */
export async function photoOfSource(
  tx: Tx,
  { unitId, sourceSha256, sourcePages }: { readonly unitId: string; readonly sourceSha256: string; readonly sourcePages: string },
): Promise<PhotoRow | undefined> {
  const { rows } = await sql<PhotoRow>`
    select ${columns} from ${sources}
    where photo.unit_id = ${unitId} and photo.source_sha256 = ${sourceSha256} and photo.source_pages = ${sourcePages}`.execute(tx)
  return rows[0]
}

export interface PrintedSheet {
  readonly code: string
  readonly editionId: string
  readonly round: number
  readonly version: number
}

export async function sheetOfCode(tx: Tx, code: string): Promise<PrintedSheet | undefined> {
  const { rows } = await sql<PrintedSheet>`select code, edition_id as "editionId", round, version from disclosure.printed_sheet where code = ${code}`.execute(
    tx,
  )
  return rows[0]
}

export async function sheetOfText(tx: Tx, { editionId, round, version }: Omit<PrintedSheet, 'code'>): Promise<PrintedSheet | undefined> {
  const { rows } = await sql<PrintedSheet>`
    select code, edition_id as "editionId", round, version from disclosure.printed_sheet
    where edition_id = ${editionId} and round = ${round} and version = ${version}`.execute(tx)
  return rows[0]
}

/** Photographs filed to an edition, the oldest first. */
export async function photosOf(tx: Tx, editionId: string): Promise<(PhotoRow & { readonly attachmentId: string })[]> {
  const { rows } = await sql<PhotoRow & { readonly attachmentId: string }>`
    select ${columns}, filing.attachment_id as "attachmentId" from ${sources} where filing.edition_id = ${editionId} order by filing.at, photo.id`.execute(tx)
  return rows
}

export interface PenRow {
  readonly round: number
  readonly level: PenLevel
  readonly signer: string
  readonly signedOn: Day
  readonly attachmentId: string
  readonly recordedByName: string
  readonly at: Date
}

/** Of one round; of each level the newest holds. */
export async function pensOf(tx: Tx, editionId: string, round: number): Promise<PenRow[]> {
  const { rows } = await sql<PenRow>`
    select round, level, signer, signed_on as "signedOn", attachment_id as "attachmentId", recorded_by_name as "recordedByName", at
    from disclosure.pen_signature where edition_id = ${editionId} and round = ${round} order by id`.execute(tx)
  return rows
}

export interface Target {
  readonly editionId: string
  readonly title: string
  readonly number: number
  readonly state: State
  readonly unitName: string
  readonly updatedAt: Date
}

/** Editions to which the actor may file paper: by words, a number, or the code typed from the sheet. */
export async function filingTargets(tx: Tx, actor: Actor, q: string, most: number): Promise<Target[]> {
  const code = codeOf(q)
  const { rows } = await sql<Target>`
    select edition.id as "editionId", edition.title, edition.number, edition.state, unit.name as "unitName", edition.updated_at as "updatedAt"
    from disclosure.edition
    join disclosure.document on document.id = edition.document_id
    join organization.unit on unit.id = document.unit_id
    left join publication.document public on public.id = edition.document_id
    where ${within(reachOf(actor, 'edition.submit'))} and edition.state not in ('draft', 'discarded')
      and ${code === undefined ? (matching(q) ?? sql`true`) : sql`edition.id = (select edition_id from disclosure.printed_sheet where code = ${code})`}
    order by edition.updated_at desc, edition.id limit ${most}`.execute(tx)
  return rows
}

/** Sheets on paper that show an earlier round or text: they prove nothing of the one in work. */
export async function outdatedSheets(tx: Tx, { editionId, round, version }: Omit<PrintedSheet, 'code'>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select attachment_id as id from disclosure.sheet_filing filing where edition_id = ${editionId} and (filing.round, filing.version) <> (${round}, ${version})
      and not exists (select from disclosure.sheet_filing other
        where other.attachment_id = filing.attachment_id and (other.round, other.version) = (${round}, ${version}))`.execute(tx)
  return rows.map((row) => row.id)
}
