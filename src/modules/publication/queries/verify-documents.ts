// Does each document, revision and tombstone say what its entry in the register was made of?
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { beforeEveryId } from '../../../kernel/walk.ts'
import { sha256 } from '../rules/canonical.ts'
import { canonicalContent, saltedHash, tombstoneHash, type PublishedContent } from '../rules/published-content.ts'
import { instantText } from './register-rows.ts'

export interface DocumentFault {
  readonly kind: 'document-changed' | 'document-missing' | 'document-without-entry' | 'revision-changed' | 'tombstone-changed' | 'tombstone-missing'
  readonly entryId: number | null
  readonly documentId: string
  readonly revision?: number
}

const batch = 200

export async function firstUnfitDocument(tx: Tx): Promise<DocumentFault | undefined> {
  return (await firstUnfitRevision(tx)) ?? (await firstUnfitLatest(tx)) ?? (await firstWithoutEntry(tx))
}

interface RevisionRow {
  readonly id: number
  readonly documentId: string
  readonly act: string
  readonly revision: number
  readonly saltedHash: Buffer
  readonly fits: boolean
  readonly contentHash: string
  readonly content: string | null
  readonly salt: Buffer | null
  readonly title: string
  readonly bodyHtml: string
  readonly bodyText: string
  readonly changeNote: string
  readonly withdrawn: boolean
}

/** Every entry against the text that stood then; entries of withdrawn documents have none. */
async function firstUnfitRevision(tx: Tx): Promise<DocumentFault | undefined> {
  let after = 0
  for (;;) {
    const { rows } = await sql<RevisionRow>`
      select e.id, e.document_id as "documentId", e.act, e.revision, e.salted_hash as "saltedHash",
        (r.published_at = e.at and r.register_entry_id = e.id) as fits, encode(r.content_hash, 'hex') as "contentHash",
        r.content, r.salt, r.title, r.body_html as "bodyHtml", r.body_text as "bodyText", r.change_note as "changeNote",
        exists (select from publication.register_entry w where w.document_id = e.document_id and w.act = 'withdraw') as withdrawn
      from publication.register_entry e
      left join publication.revision r on r.document_id = e.document_id and r.revision = e.revision
      where e.id > ${after} and e.act <> 'withdraw' order by e.id limit ${batch}`.execute(tx)
    const last = rows.at(-1)
    if (!last) return undefined
    const unfit = rows.find((row) => (row.withdrawn ? row.content !== null : !revisionFits(row)))
    if (unfit) return { kind: 'revision-changed', entryId: unfit.id, documentId: unfit.documentId, revision: unfit.revision }
    after = last.id
  }
}

function revisionFits(row: RevisionRow): boolean {
  if (row.content === null || row.salt === null || !row.fits) return false
  if (!saltedHash(row.salt, row.content).equals(row.saltedHash)) return false
  const said = JSON.parse(row.content) as { contentHash: string; title: string; body: string; text: string; changeNote: string }
  return (
    said.contentHash === row.contentHash &&
    said.title === row.title &&
    said.body === sha256(row.bodyHtml) &&
    said.text === sha256(row.bodyText) &&
    said.changeNote === row.changeNote
  )
}

interface LatestRow extends Omit<PublishedContent, 'attachments'> {
  readonly entryId: number
  readonly act: string
  readonly content: string | null
  readonly attachments: PublishedContent['attachments'] | null
  readonly present: boolean
  readonly fits: boolean
  readonly tombstone: { documentId: string; indexNumber: string; reason: string; article: string | null; withdrawnAt: string } | null
  readonly saltedHash: Buffer
  readonly at: string
}

/** What the public sees now, against the latest entry of each document. */
async function firstUnfitLatest(tx: Tx): Promise<DocumentFault | undefined> {
  let after = beforeEveryId
  for (;;) {
    const { rows } = await sql<LatestRow>`
      with latest as (
        select distinct on (document_id) * from publication.register_entry where document_id > ${after} order by document_id, id desc limit ${batch}
      )
      select e.id as "entryId", e.act, e.document_id as "documentId", e.salted_hash as "saltedHash", ${instantText(sql`e.at`)} as at, r.content, d.id is not null as present,
        (d.revision = e.revision and d.index_number = e.index_number and d.published_at = e.at and d.salt = r.salt and d.content_hash = r.content_hash
          and d.first_published_at = (select min(f.at) from publication.register_entry f where f.document_id = e.document_id)) as fits,
        encode(d.content_hash, 'hex') as "contentHash", d.revision, d.index_number as "indexNumber", d.unit_id as "unitId", d.unit_name as "unitName", d.title, d.kind, d.theme, d.keywords, d.summary,
        d.document_number as "documentNumber", d.responsible_department as "responsibleDepartment", d.source, d.source_url as "sourceUrl",
        d.drafted_on as "draftedOn", d.effective_on as "effectiveOn", d.expires_on as "expiresOn", d.validity, d.replaced_by as "replacedBy",
        d.original_published_on as "originalPublishedOn", r.change_note as "changeNote", d.body_html as "bodyHtml", d.body_text as "bodyText",
        (select json_agg(json_build_object('id', a.id, 'name', a.name, 'mediaType', a.media_type, 'bytes', a.bytes, 'sha256', a.sha256, 'text', a.text) order by a.position)
          from publication.attachment a where a.document_id = d.id) as attachments,
        case when t.document_id is null then null else json_build_object('documentId', t.document_id, 'indexNumber', t.index_number, 'reason', t.reason,
          'article', t.article, 'withdrawnAt', ${instantText(sql`t.withdrawn_at`)}) end as tombstone
      from latest e
      left join publication.document d on d.id = e.document_id
      left join publication.revision r on r.document_id = d.id and r.revision = d.revision
      left join publication.tombstone t on t.document_id = e.document_id
      order by e.document_id`.execute(tx)
    const last = rows.at(-1)
    if (!last) return undefined
    for (const row of rows) {
      const kind = faultOf(row)
      if (kind) return { kind, entryId: row.entryId, documentId: row.documentId }
    }
    after = last.documentId
  }
}

function faultOf(row: LatestRow): DocumentFault['kind'] | undefined {
  if (row.act === 'withdraw') {
    if (row.present) return 'document-changed'
    if (!row.tombstone) return 'tombstone-missing'
    return tombstoneHash(row.tombstone).equals(row.saltedHash) ? undefined : 'tombstone-changed'
  }
  if (!row.present) return 'document-missing'
  if (!row.fits || row.tombstone) return 'document-changed'
  const { entryId: _entry, act: _act, content, present: _present, fits: _fits, tombstone: _tombstone, saltedHash: _hash, at: _at, attachments, ...said } = row
  return content === canonicalContent({ ...said, attachments: attachments ?? [] }) ? undefined : 'document-changed'
}

async function firstWithoutEntry(tx: Tx): Promise<DocumentFault | undefined> {
  const { rows } = await sql<{ documentId: string }>`
    select id as "documentId" from publication.document d where not exists (select from publication.register_entry e where e.document_id = d.id)
    union all
    select document_id from publication.tombstone t where not exists (select from publication.register_entry e where e.document_id = t.document_id) limit 1`.execute(
    tx,
  )
  const [row] = rows
  return row && { kind: 'document-without-entry', entryId: null, documentId: row.documentId }
}
