// What belongs around a document: what it cites, and what cites it, each with its state.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'

export interface Connected {
  readonly id: string
  readonly title: string
  readonly unitName: string
  readonly documentNumber: string | null
  readonly numberKey: string | null
  readonly validity: 'valid' | 'amended' | 'expired' | 'repealed'
  /** Since when it is no longer valid: the day of the text that says so. */
  readonly validitySince: Date
  readonly replacedBy: { readonly id: string; readonly title: string } | null
}

export interface Connections {
  /** What the text cites and the site has, in the order of the text. */
  readonly cites: readonly Connected[]
  /** The newest that cite it. */
  readonly citedBy: readonly Connected[]
  readonly citedByMore: boolean
}

const mostCiting = 50

const connected = sql`jsonb_build_object('id', o.id, 'title', o.title, 'unitName', o.unit_name, 'documentNumber', o.document_number, 'numberKey', o.document_number_key,
  'validity', o.validity, 'validitySince', o.published_at,
  'replacedBy', (select jsonb_build_object('id', r.id, 'title', r.title) from publication.document r where r.id = o.replaced_by))`

/** One query, whose parts are index walks over bounded rows. */
export async function connectionsOf(tx: Tx, id: string): Promise<Connections> {
  const { rows } = await sql<{ cites: Connected[]; citedBy: Connected[] }>`
    select
      (select coalesce(jsonb_agg(${connected} order by c.position), '[]')
        from (select publication.document_cited(kind, key, document_id) as id, min(position) as position from publication.citation
              where document_id = ${id}::uuid group by 1) c
        join publication.document o on o.id = c.id where o.id <> ${id}::uuid) as cites,
      (select coalesce(jsonb_agg(${connected} order by c.listed_at desc, c.document_id), '[]')
        from (select distinct on (citation.listed_at, citation.document_id) citation.document_id, citation.listed_at
              from publication.keys_of(${id}::uuid) own join publication.citation on citation.kind = own.kind and citation.key = own.key
              where citation.document_id <> ${id}::uuid order by citation.listed_at desc, citation.document_id limit ${mostCiting + 1}) c
        join publication.document o on o.id = c.document_id) as "citedBy"`.execute(tx)
  const { cites = [], citedBy = [] } = rows[0] ?? {}
  const dated = (one: Connected): Connected => ({ ...one, validitySince: new Date(one.validitySince) })
  return { cites: cites.map(dated), citedBy: citedBy.slice(0, mostCiting).map(dated), citedByMore: citedBy.length > mostCiting }
}
