// The versions of what stands in some columns: of each document the present text, its earlier texts, and the documents that it took the place of.
import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'

interface EarlierText {
  readonly revision: number
  readonly publishedOn: Day
  /** Last day on which it stood as the present text. */
  readonly until: Day
}

interface EarlierDocument {
  readonly id: string
  readonly title: string
  readonly publishedOn: Day
  readonly validity: 'valid' | 'amended' | 'expired' | 'repealed'
}

export interface Versions {
  readonly id: string
  readonly title: string
  readonly unitName: string
  readonly revision: number
  readonly publishedOn: Day
  readonly validity: EarlierDocument['validity']
  /** Newest first. */
  readonly texts: readonly EarlierText[]
  readonly before: readonly EarlierDocument[]
}

const mostDocuments = 50
const mostEarlier = 30
const china = (column: string) => sql.raw(`(${column} at time zone 'Asia/Shanghai')::date`)

/** Newest documents first, at most fifty; what another one took the place of stands beneath that one. Of given units, or of all. */
export async function versionsIn(
  tx: Tx,
  { columnIds, unitIds }: { readonly columnIds: readonly string[]; readonly unitIds?: readonly string[] },
): Promise<Versions[]> {
  if (columnIds.length === 0) return []
  const { rows } = await sql<Versions>`
    select d.id, d.title, d.unit_name as "unitName", d.revision, ${china('d.published_at')} as "publishedOn", d.validity,
      (select coalesce(jsonb_agg(jsonb_build_object('revision', r.revision, 'publishedOn', ${china('r.published_at')}, 'until', ${china('r.until')}) order by r.revision desc), '[]')
        from (select revision, published_at, lead(published_at) over (order by revision) as until from publication.revision where document_id = d.id
          order by revision desc limit ${mostEarlier + 1}) r where r.revision < d.revision) as texts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'title', o.title, 'publishedOn', ${china('o.listed_at')}, 'validity', o.validity) order by o.listed_at desc), '[]')
        from (select * from publication.document where replaced_by = d.id order by listed_at desc limit ${mostEarlier}) o) as before
    from publication.document d
    where d.id in (select placed.document_id from publication.document_column placed where placed.column_id = any(${[...columnIds]}::uuid[])
        and (${unitIds === undefined} or placed.unit_id = any(${[...(unitIds ?? [])]}::uuid[])))
      and not exists (select from publication.document_column beside where beside.document_id = d.replaced_by and beside.column_id = any(${[...columnIds]}::uuid[]))
    order by d.published_at desc, d.id limit ${mostDocuments}`.execute(tx)
  return rows
}
