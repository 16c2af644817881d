// The sums that changes of applications carry on: folded now and then, and held against the applications.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

const key = sql`month, unit_id, event, applicant_kind, channel, result, term, prolonged`

/** What changes have added since the last time goes into the sums, month by month, so that a year lies together; what adds up to nothing leaves them. Returns how many rows were folded. */
export async function foldTally(tx: Tx): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with taken as (delete from requests.tally_delta returning ${key}, count, days),
    summed as (select ${key}, sum(count) as count, sum(days) as days from taken group by ${key}),
    folded as (
      insert into requests.tally as t (${key}, count, days) select ${key}, count, days from summed where count <> 0 or days <> 0 order by month
      on conflict (${key}) do update set count = t.count + excluded.count, days = t.days + excluded.days)
    select count(*)::int as folded from taken`.execute(tx)
  await sql`delete from requests.tally where count = 0 and days = 0`.execute(tx)
  return rows[0]?.folded ?? 0
}

/** How many sums are not what the applications come to; zero unless something went wrong. */
export async function wrongTallies(tx: Tx): Promise<number> {
  const { rows } = await sql<{ wrong: number }>`
    select count(*)::int as wrong from (
      select ${key} from (
        select ${key}, count, days from requests.tally union all select ${key}, count, days from requests.tally_delta
        union all select ${key}, -count, -days from requests.tally_counted) held
      group by ${key} having sum(count) <> 0 or sum(days) <> 0) differing`.execute(tx)
  return rows[0]?.wrong ?? 0
}
