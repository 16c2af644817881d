// The sums that publications carry on: folded now and then, and held against the documents.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** What publications have added since the last time goes into the sums, month by month, so that a year lies together; what adds up to nothing leaves them. Returns how many rows were folded. */
export async function foldPublicationTally(tx: Tx): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with taken as (delete from publication.tally_delta returning month, unit_id, count),
    summed as (select month, unit_id, sum(count) as count from taken group by month, unit_id),
    folded as (
      insert into publication.tally as t (month, unit_id, count) select month, unit_id, count from summed where count <> 0 order by month, unit_id
      on conflict (month, unit_id) do update set count = t.count + excluded.count)
    select count(*)::int as folded from taken`.execute(tx)
  await sql`delete from publication.tally where count = 0`.execute(tx)
  return rows[0]?.folded ?? 0
}

/** How many sums are not what the documents come to; zero unless something went wrong. */
export async function wrongPublicationTallies(tx: Tx): Promise<number> {
  const { rows } = await sql<{ wrong: number }>`
    select count(*)::int as wrong from (
      select month, unit_id from (
        select month, unit_id, count from publication.tally union all select month, unit_id, count from publication.tally_delta
        union all select month, unit_id, -count from publication.tally_counted) held
      group by month, unit_id having sum(count) <> 0) differing`.execute(tx)
  return rows[0]?.wrong ?? 0
}
