// One published document with all that its page shows, or what is left of a withdrawn one.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'
import { plannedOnce } from '../../../../platform/database/prepared.ts'
import type { Article } from '../../../../kernel/article.ts'

export interface PageAttachment {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly hasText: boolean
}

interface PageRevision {
  readonly revision: number
  readonly title: string
  readonly changeNote: string
  readonly publishedAt: Date
}

interface Receipt {
  readonly entryId: number
  readonly act: 'publish' | 'revise' | 'withdraw'
  readonly revision: number
  readonly at: Date
  readonly saltedHash: string
  readonly sequence: number | null
  readonly linkHash: string | null
}

interface Neighbour {
  readonly id: string
  readonly title: string
  readonly indexNumber: string
}

export interface PageDocument {
  readonly id: string
  readonly revision: number
  readonly unitId: string
  readonly unitName: string
  readonly unitSlug: string | null
  readonly title: string
  readonly indexNumber: string
  readonly documentNumber: string | null
  readonly kind: string
  readonly theme: string | null
  readonly keywords: readonly string[]
  readonly summary: string
  readonly responsibleDepartment: string
  readonly source: string
  readonly sourceUrl: string | null
  readonly disclosureMode: string
  readonly draftedOn: string | null
  readonly effectiveOn: string | null
  readonly expiresOn: string | null
  readonly validity: 'valid' | 'amended' | 'expired' | 'repealed'
  readonly bodyHtml: string
  readonly excerpt: string
  readonly firstPublishedAt: Date
  readonly publishedAt: Date
  readonly listedAt: Date
  readonly originalPublishedOn: string | null
  readonly historic: boolean
  readonly contentHash: string
  readonly columnIds: readonly string[]
  readonly attachments: readonly PageAttachment[]
  readonly revisions: readonly PageRevision[]
  readonly replacedBy: Neighbour | null
  readonly replaces: readonly Neighbour[]
  readonly receipt: Receipt | null
}

export interface Tombstone {
  readonly documentId: string
  readonly indexNumber: string
  readonly withdrawnAt: Date
  readonly reason: string
  readonly article: Article | null
}

/** One query: the document and its small lists as JSON, times and all. */
export async function documentPage(tx: Tx, id: string): Promise<PageDocument | undefined> {
  const found = await sql<PageDocument>`
    ${plannedOnce} select d.id, d.revision, d.unit_id as "unitId", d.unit_name as "unitName", unit.slug as "unitSlug", d.title, d.index_number as "indexNumber",
      d.document_number as "documentNumber", d.kind, d.theme, d.keywords, d.summary, d.responsible_department as "responsibleDepartment", d.source,
      d.source_url as "sourceUrl", d.disclosure_mode as "disclosureMode", d.drafted_on as "draftedOn", d.effective_on as "effectiveOn",
      d.expires_on as "expiresOn", d.validity, d.body_html as "bodyHtml", d.excerpt, d.first_published_at as "firstPublishedAt",
      d.published_at as "publishedAt", d.listed_at as "listedAt", d.original_published_on as "originalPublishedOn", d.historic,
      encode(d.content_hash, 'hex') as "contentHash",
      array(select column_id from publication.document_column where document_id = d.id) as "columnIds",
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'mediaType', a.media_type, 'bytes', a.bytes, 'sha256', a.sha256,
        'hasText', a.has_text) order by a.position), '[]') from publication.attachment a where a.document_id = d.id) as attachments,
      (select coalesce(jsonb_agg(jsonb_build_object('revision', r.revision, 'title', r.title, 'changeNote', r.change_note, 'publishedAt', r.published_at)
        order by r.revision desc), '[]') from (select * from publication.revision where document_id = d.id order by revision desc limit 200) r) as revisions,
      (select jsonb_build_object('id', n.id, 'title', n.title, 'indexNumber', n.index_number) from publication.document n where n.id = d.replaced_by) as "replacedBy",
      (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'title', n.title, 'indexNumber', n.index_number)), '[]')
        from (select * from publication.document where replaced_by = d.id limit 50) n) as replaces,
      (select jsonb_build_object('entryId', e.id, 'act', e.act, 'revision', e.revision, 'at', e.at, 'saltedHash', encode(e.salted_hash, 'hex'),
        'sequence', l.sequence, 'linkHash', encode(l.link_hash, 'hex'))
        from publication.register_entry e left join publication.register_link l on l.entry_id = e.id
        where e.document_id = d.id order by e.id desc limit 1) as receipt
    from publication.document d left join publication.unit on unit.id = d.unit_id where d.id = ${id}::uuid`.execute(tx)
  const row = found.rows[0]
  return (
    row && {
      ...row,
      revisions: row.revisions.map((one) => ({ ...one, publishedAt: new Date(one.publishedAt) })),
      receipt: row.receipt && { ...row.receipt, at: new Date(row.receipt.at) },
    }
  )
}

export async function tombstone(tx: Tx, id: string): Promise<Tombstone | undefined> {
  const found = await sql<Tombstone>`
    ${plannedOnce} select document_id as "documentId", index_number as "indexNumber", withdrawn_at as "withdrawnAt", reason, article
    from publication.tombstone where document_id = ${id}::uuid`.execute(tx)
  return found.rows[0]
}

export interface RevisionText {
  readonly revision: number
  readonly title: string
  readonly bodyHtml: string
  readonly bodyText: string
  readonly changeNote: string
  readonly publishedAt: Date
}

/** The text as it stood, and the one before it, newest first. */
export async function revisionTexts(tx: Tx, id: string, revision: number): Promise<readonly RevisionText[]> {
  const found = await sql<RevisionText>`
    select revision, title, body_html as "bodyHtml", body_text as "bodyText", change_note as "changeNote", published_at as "publishedAt"
    from publication.revision where document_id = ${id}::uuid and revision <= ${revision} order by revision desc limit 2`.execute(tx)
  return found.rows
}

/** The document that an address of a former site now stands for. */
export async function redirectTarget(tx: Tx, path: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`select document_id as id from publication.redirect where path = ${path}`.execute(tx)
  return found.rows[0]?.id
}
