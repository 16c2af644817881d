// Where pieces that the ledger speaks of were seen, with what the figures ask of each: as kept, and of pieces that were touched since, as they stand now. Both in one statement, so that the figure is exact at every moment.
import { sql, type RawBuilder } from 'kysely'
import type { Span } from '../../../kernel/metric.ts'
import { appearancesOf, rank } from './figures.ts'
import { inScope, type Scope } from './scope.ts'

/** Columns of `channels.seen`, of the information named by `roots`, out of documents and ledger. */
export const seenNow = (roots: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select piece_id, channel, unit_id, root_id, day,
    count(*) over (partition by root_id) = count(*) over (partition by root_id, unit_id) as alone,
    row_number() over (partition by root_id, unit_id order by day, ${rank}, piece_id) = 1 as first,
    row_number() over (partition by root_id, unit_id, channel order by day, piece_id) = 1 as first_there
  from (
    select piece as piece_id, channel, unit_id, root as root_id, min(day) as day from (${appearancesOf(roots)}) appearance group by 1, 2, 3, 4) shown`

/** Information of which something changed since it was kept: as it was grouped then, and as it is now. */
export const touchedRoots = (pieces: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select kept.root_id as id from (${pieces}) touched join channels.seen kept on kept.piece_id = touched.piece_id
  union
  select coalesce(s.root_id, touched.piece_id) from (${pieces}) touched left join channels.same_information s on s.piece_id = touched.piece_id`

/**
 * Common tables: `seen` is what was seen in the period within the scope, and `shown_on` the first days on each channel, at any time within the scope, of what of it several units
 * showed. Which of the pieces of one day it was makes no difference, so that both are read out of indexes alone.
 */
export const seenTables = (scope: Scope, { from, until }: Span): RawBuilder<unknown> => {
  const columns = sql`root_id, unit_id, channel, day, alone, first, first_there`
  const untouched = sql`not exists (select from touched where touched.id = kept.root_id)`
  return sql`
    touched as materialized (${touchedRoots(sql`select piece_id from channels.touched_piece`)}),
    fresh as materialized (select * from (${seenNow(sql`select id from touched`)}) now where ${inScope(sql`unit_id`, scope)}),
    seen as not materialized (
      select ${columns} from channels.seen kept where day between ${from} and ${until} and ${inScope(sql`unit_id`, scope)} and ${untouched}
      union all
      select ${columns} from fresh where day between ${from} and ${until}),
    shared as materialized (select distinct root_id from seen where not alone),
    shown_on as materialized (
      select root_id, channel, min(day) as day from (
        select kept.root_id, channel, day from shared join channels.seen kept on kept.root_id = shared.root_id
        where ${inScope(sql`unit_id`, scope)} and ${untouched}
        union all
        select fresh.root_id, channel, day from shared join fresh on fresh.root_id = shared.root_id) one
      group by 1, 2)`
}
