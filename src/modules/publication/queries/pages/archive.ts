// The archive: what was listed on which day, oldest first, so that pages of days that are over stay as they are.
import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { partyKind } from '../../../../law/lines.ts'
import type { Tx } from '../../../../platform/database/database.ts'

interface Span {
  readonly from: Date
  readonly until: Date
}

export interface ArchiveRow {
  readonly id: string
  readonly title: string
  readonly unitName: string
  readonly documentNumber: string | null
  readonly validity: 'valid' | 'amended' | 'expired' | 'repealed'
  /** Of an organ of the party: shown apart from what is government information. */
  readonly party: boolean
}

/** The days of a span that have documents, newest first, with how many. */
export async function archiveDays(tx: Tx, { from, until }: Span, timeZone: string): Promise<readonly { day: Day; documents: number }[]> {
  const found = await sql<{ day: Day; documents: number }>`
    select (listed_at at time zone ${timeZone})::date as day, count(*)::integer as documents from publication.document
    where listed_at >= ${from} and listed_at < ${until} group by 1 order by 1 desc`.execute(tx)
  return found.rows
}

/** One page of what was listed in a span, in the order of listing: what comes later stands on the last page. */
export async function archiveRows(tx: Tx, { from, until }: Span, { page, size }: { page: number; size: number }): Promise<readonly ArchiveRow[]> {
  const found = await sql<ArchiveRow>`
    select document.id, document.title, document.unit_name as "unitName", document.document_number as "documentNumber", document.validity,
      coalesce(unit.kind = ${partyKind}, false) as party
    from (
      select id, listed_at from publication.document where listed_at >= ${from} and listed_at < ${until}
      order by listed_at, id limit ${size} offset ${(page - 1) * size}
    ) page join publication.document on document.id = page.id left join publication.unit on unit.id = document.unit_id
    order by page.listed_at, page.id`.execute(tx)
  return found.rows
}
