// A public document as other forms are made of it: its words, and what identifies it.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { receiptCode } from '../../publication/index.ts'

export interface PublicDocument {
  readonly documentId: string
  readonly liveEditionId: string | null
  readonly title: string
  readonly documentNumber: string | null
  readonly unitName: string
  readonly indexNumber: string
  readonly publishedOn: Day
  readonly summary: string
  readonly bodyHtml: string
  readonly attachments: readonly string[]
  /** GK-128-9F86D081; null in the second before the register has it. */
  readonly receipt: string | null
}

export async function publicDocument(tx: Tx, documentId: string): Promise<PublicDocument | undefined> {
  const { rows } = await sql<PublicDocument & { entryId: number | null; saltedHash: string | null }>`
    select d.id as "documentId", document.live_edition_id as "liveEditionId", d.title, d.document_number as "documentNumber", d.unit_name as "unitName",
      d.index_number as "indexNumber", (d.listed_at at time zone 'Asia/Shanghai')::date as "publishedOn", d.summary, d.body_html as "bodyHtml",
      array(select name from publication.attachment a where a.document_id = d.id and strpos(d.body_html, a.id::text) = 0 order by position) as attachments,
      entry.id as "entryId", encode(entry.salted_hash, 'hex') as "saltedHash"
    from publication.document d
    left join disclosure.document on document.id = d.id
    left join lateral (select e.id, e.salted_hash from publication.register_entry e where e.document_id = d.id order by e.id desc limit 1) entry on true
    where d.id = ${documentId}`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { entryId, saltedHash, ...document } = row
  return { ...document, receipt: entryId === null || saltedHash === null ? null : receiptCode(entryId, saltedHash) }
}
