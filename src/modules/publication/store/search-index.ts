// What is left to do for search after a publication: counting in how many documents each term stands, sorting the new words into the indexes.
// Publishers note what came and went, and one writer adds up afterwards. The counts must be exact: by them `rules/search-plan.ts` proves that a look would find nothing.
import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/database/database.ts'

const lockCounts = (tx: Tx): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtextextended('term frequency', 0))`.execute(tx)

/** Adds up to `limit` noted changes to the counts; returns how many there were. A word that no document holds any more goes. */
export async function countTermChanges(tx: Tx, limit: number): Promise<number> {
  await lockCounts(tx)
  const { rows } = await sql<{ counted: number; removed: string[] | null }>`
    with change as (
      delete from publication.term_change where id in (select id from publication.term_change order by id limit ${limit}) returning added, removed
    ), delta as (
      select term, sum(step)::integer as step from (
        select unnest(added) as term, 1 as step from change union all select unnest(removed), -1 from change
      ) step group by term having sum(step) <> 0
    ), counted as (
      insert into publication.term_frequency as known (term, documents) select term, step from delta
      on conflict (term) do update set documents = known.documents + excluded.documents
    )
    select (select count(*) from change) as counted, (select array_agg(distinct term) from (select unnest(removed) as term from change) gone) as removed`.execute(
    tx,
  )
  const [row] = rows
  if (row?.removed) await dropUnused(tx, row.removed)
  return row?.counted ?? 0
}

const dropUnused = (tx: Tx, terms: readonly string[]): Promise<unknown> =>
  sql`delete from publication.term_frequency where term = any(${terms}::text[]) and documents <= 0`.execute(tx)

/** Takes a withdrawn document out of the counts at once, so that no word of it is left; called while its row still stands. */
export async function forgetTerms(tx: Tx, documentId: string): Promise<void> {
  await lockCounts(tx)
  const { rows } = await sql<{ term: string; step: number }>`
    with gone as (
      delete from publication.term_change where document_id = ${documentId} returning added, removed
    ), standing as (
      select terms, title_terms from publication.search_document where document_id = ${documentId}
    )
    select term, sum(step)::integer as step from (
      select unnest(added) as term, 1 as step from gone
      union all select unnest(removed), -1 from gone
      union all select unnest(terms), -1 from standing
      union all select '^' || unnest(title_terms), -1 from standing
      union all select '', -1 from standing
    ) step group by term`.execute(tx)
  const terms = rows.map((row) => row.term)
  const steps = rows.map((row) => row.step)
  await sql`
    update publication.term_frequency known set documents = known.documents + change.step
    from unnest(${terms}::text[], ${steps}::integer[]) as change (term, step) where known.term = change.term and change.step <> 0`.execute(tx)
  await dropUnused(tx, terms)
}

/** Sorts words that publications added to the end of the search indexes into them; returns from how many pages. For the owner of the indexes alone. */
export async function sortInTerms(db: Database['db']): Promise<number> {
  const { rows } = await sql<{ pages: number }>`
    select gin_clean_pending_list('publication.search_terms') + gin_clean_pending_list('publication.search_title_terms') as pages`.execute(db)
  return rows[0]?.pages ?? 0
}
