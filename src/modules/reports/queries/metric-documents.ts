// The documents behind a figure of the website, page by page, with the edition of each that the office works on.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { documentsCounted } from '../../publication/index.ts'

export interface MetricDocument {
  readonly id: string
  readonly editionId: string | null
  readonly title: string
  readonly indexNumber: string
  readonly documentNumber: string | null
  readonly unitName: string
  readonly kind: string
  readonly day: Day
}

export async function metricDocuments(
  tx: Tx,
  counted: ReturnType<typeof documentsCounted>,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: MetricDocument[]; readonly total: number }> {
  const { rows } = await sql<MetricDocument>`
    select d.id, document.live_edition_id as "editionId", d.title, d.index_number as "indexNumber", d.document_number as "documentNumber", d.unit_name as "unitName", d.kind, found.day
    from (${counted}) found join publication.document d on d.id = found.id left join disclosure.document on document.id = found.id
    order by found.day desc, d.id limit ${limit} offset ${offset}`.execute(tx)
  const total = await sql<{ total: number }>`select count(*) as total from (${counted}) found`.execute(tx)
  return { rows, total: total.rows[0]?.total ?? 0 }
}
