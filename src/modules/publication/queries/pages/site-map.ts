// What a sitemap lists: the months that have documents, and the documents of one month.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'

/** Months (`2026-11`) in which anything is listed, with the last change; each is one index step. */
export async function sitemapMonths(tx: Tx, timeZone: string): Promise<readonly { month: string; lastChange: Date }[]> {
  const found = await sql<{ month: string; lastChange: Date }>`
    with span as (select date_trunc('month', min(listed_at) at time zone ${timeZone}) as first, date_trunc('month', max(listed_at) at time zone ${timeZone}) as last
      from publication.document)
    select to_char(start, 'YYYY-MM') as month, newest.listed_at as "lastChange"
    from span cross join lateral generate_series(span.first, span.last, interval '1 month') as start
    cross join lateral (select listed_at from publication.document
      where listed_at >= start at time zone ${timeZone} and listed_at < (start + interval '1 month') at time zone ${timeZone}
      order by listed_at desc limit 1) newest
    order by 1 desc limit 5000`.execute(tx)
  return found.rows
}

/** A sitemap holds at most 50,000 addresses; a month of a county has some hundreds. */
export async function sitemapMonth(tx: Tx, from: Date, until: Date): Promise<readonly { id: string; publishedAt: Date }[]> {
  const found = await sql<{ id: string; publishedAt: Date }>`
    select id, published_at as "publishedAt" from publication.document where listed_at >= ${from} and listed_at < ${until}
    order by listed_at desc, id desc limit 50000`.execute(tx)
  return found.rows
}
