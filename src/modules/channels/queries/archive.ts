// All that is kept about one public document: editions, steps, verdicts, register, channels. Rows as they stand, so that nothing is forgotten when a table grows.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { inScope, type Scope } from './scope.ts'

type Row = Readonly<Record<string, unknown>>

export interface ArchivedFileRow {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export interface ArchivedEdition {
  readonly editionId: string
  readonly number: number
  readonly title: string
  readonly bodyHtml: string
  readonly bodyText: string
  readonly content: Row
  readonly steps: readonly Row[]
  readonly confirmations: readonly Row[]
  readonly verdicts: readonly Row[]
  readonly files: readonly ArchivedFileRow[]
}

export interface ArchivedDocument {
  readonly documentId: string
  readonly indexNumber: string
  readonly title: string
  readonly document: Row
  readonly register: readonly Row[]
  readonly editions: readonly ArchivedEdition[]
  readonly entries: readonly Row[]
  readonly evidence: readonly ArchivedFileRow[]
}

const rows = (query: ReturnType<typeof sql>) => sql`coalesce((select jsonb_agg(to_jsonb(found)) from (${query}) found), '[]')`

/** Editions that were published, one day or still; undefined of a document that never was. */
export async function archivedDocument(tx: Tx, documentId: string): Promise<ArchivedDocument | undefined> {
  const found = await sql<Omit<ArchivedDocument, 'editions'>>`
    select last.document_id as "documentId", last.index_number as "indexNumber",
      coalesce(d.title, '') as title,
      coalesce(to_jsonb(d) - 'salt' - 'body_html' - 'body_text' - 'content_hash', to_jsonb(t)) as document,
      ${rows(sql`
        select e.id, e.act, e.revision, e.index_number, e.at, encode(e.salted_hash, 'hex') as salted_hash, l.sequence, encode(l.link_hash, 'hex') as link_hash, l.linked_at
        from publication.register_entry e left join publication.register_link l on l.entry_id = e.id where e.document_id = ${documentId} order by e.id`)} as register,
      ${rows(sql`
        select e.id, e.channel, e.shown_on, e.place, e.address, e.note, e.entered_at, enterer.name as entered_by, e.struck_at, striker.name as struck_by, e.struck_reason
        from channels.entry e join access.account enterer on enterer.id = e.entered_by left join access.account striker on striker.id = e.struck_by
        where e.document_id = ${documentId} order by e.shown_on, e.id`)} as entries,
      ${rows(sql`
        select v.name, v.bytes, v.sha256 from channels.evidence v join channels.entry e on e.id = v.entry_id
        where e.document_id = ${documentId} and v.removed_at is null order by e.shown_on, e.id, v.added_at, v.id`)} as evidence
    from (select document_id, index_number from publication.register_entry where document_id = ${documentId} order by id desc limit 1) last
    left join publication.document d on d.id = last.document_id
    left join publication.tombstone t on t.document_id = last.document_id`.execute(tx)
  const [document] = found.rows
  if (!document) return undefined
  const editions = await sql<ArchivedEdition>`
    select edition.id as "editionId", edition.number, edition.title, edition.body_html as "bodyHtml", edition.body_text as "bodyText",
      to_jsonb(edition) - 'body_html' - 'body_text' - 'looked_at' as content,
      ${rows(sql`
        select s.id, s.step, s.from_state, s.to_state, s.by_name, s.role, absent.name as on_behalf_of, s.at, s.opinion, s.detail
        from disclosure.step_taken s left join access.account absent on absent.id = s.on_behalf_of where s.edition_id = edition.id order by s.id`)} as steps,
      ${rows(sql`
        select unit.name as unit, c.question, c.asked_at, c.answer, c.opinion, c.answered_at
        from disclosure.confirmation c join organization.unit on unit.id = c.unit_id where c.edition_id = edition.id order by c.asked_at, unit.name`)} as confirmations,
      ${rows(sql`
        select v.* from gate.verdict v where v.content_hash in (
          select s.detail ->> 'contentHash' from disclosure.step_taken s where s.edition_id = edition.id and s.detail ? 'contentHash') order by v.given_at, v.id`)} as verdicts,
      ${rows(sql`
        select a.name, a.bytes, a.sha256 from disclosure.attachment a where a.edition_id = edition.id order by a.position, a.added_at, a.id`)} as files
    from disclosure.edition where edition.document_id = ${documentId} and edition.published_at is not null order by edition.number`.execute(tx)
  return { ...document, editions: editions.rows }
}

/** Public documents of a scope that were listed in a period, oldest first; one more than `most` tells that there are more. */
export async function documentsToArchive(tx: Tx, scope: Scope, { from, until }: { from: string; until: string }, most: number): Promise<string[]> {
  const { rows: found } = await sql<{ id: string }>`
    select d.id from publication.document d
    where d.listed_at >= (${from}::date)::timestamp at time zone 'Asia/Shanghai' and d.listed_at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'
      and ${inScope(sql`d.unit_id`, scope)}
    order by d.listed_at, d.id limit ${most + 1}`.execute(tx)
  return found.map((row) => row.id)
}

export interface ArchiveJob {
  readonly archiveId: string
  readonly title: string
  readonly askedAt: Date
  readonly total: number
  readonly done: number
  readonly sha256: string | null
  readonly bytes: number | null
  readonly finishedAt: Date | null
  readonly failure: string
}

const job = sql`id as "archiveId", title, asked_at as "askedAt", cardinality(document_ids) as total, done, sha256, bytes, finished_at as "finishedAt", failure`

/** Archives that somebody asked for, newest first. */
export async function archivesOf(
  tx: Tx,
  accountId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: ArchiveJob[]; total: number }> {
  const { rows: found } = await sql<ArchiveJob>`
    select ${job} from channels.archive_job where asked_by = ${accountId} order by asked_at desc, id limit ${limit} offset ${offset}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*) as total from channels.archive_job where asked_by = ${accountId}`.execute(tx)
  return { rows: found, total: counted.rows[0]?.total ?? 0 }
}

export async function archiveById(tx: Tx, archiveId: string, accountId: string): Promise<ArchiveJob | undefined> {
  const { rows: found } = await sql<ArchiveJob>`select ${job} from channels.archive_job where id = ${archiveId} and asked_by = ${accountId}`.execute(tx)
  return found[0]
}

/** The oldest archive that waits. */
export async function nextArchive(tx: Tx): Promise<{ readonly archiveId: string; readonly documentIds: readonly string[] } | undefined> {
  const { rows: found } = await sql<{ archiveId: string; documentIds: string[] }>`
    select id as "archiveId", document_ids as "documentIds" from channels.archive_job where finished_at is null order by asked_at, id limit 1`.execute(tx)
  return found[0]
}

/** Whether this transaction makes the archives: one worker at a time, until it ends. */
export async function holdArchives(tx: Tx): Promise<boolean> {
  const { rows: found } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(7236412) as held`.execute(tx)
  return found[0]?.held ?? false
}
