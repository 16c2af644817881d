// Where pieces of the ledger were seen: counted anew for those that were touched, and held against documents and ledger.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { seenNow, touchedRoots } from '../queries/seen.ts'

const columns = sql`piece_id, channel, unit_id, root_id, day, alone, first, first_there`

/** Pieces counted anew in one transaction. */
const atOnce = 20_000
/** One at a time: two that count the same piece would each write it. */
const turn = 20261128

/**
 * Returns how many notes of touched pieces were worked off: zero where nothing was touched, or somebody else is at it. In a transaction of its own, all of it as it
 * stood at one moment: what changes meanwhile leaves notes that are worked off the next time.
 */
export async function countSeen(tx: Tx): Promise<number> {
  await sql`set transaction isolation level repeatable read`.execute(tx)
  const { rows: turns } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${turn}) as mine`.execute(tx)
  if (!turns[0]?.mine) return 0
  const { rows: notes } = await sql<{ pieceId: string }>`
    delete from channels.touched_piece where id in (select id from channels.touched_piece order by id limit ${atOnce}) returning piece_id as "pieceId"`.execute(
    tx,
  )
  if (notes.length === 0) return 0
  const pieces = sql`select unnest(${[...new Set(notes.map(({ pieceId }) => pieceId))]}::uuid[]) as piece_id`
  const { rows: roots } = await sql<{ id: string }>`${touchedRoots(pieces)}`.execute(tx)
  const ids = sql`select unnest(${roots.map(({ id }) => id)}::uuid[]) as id`
  await sql`delete from channels.seen where root_id in (${ids})`.execute(tx)
  await sql`insert into channels.seen (${columns}) select ${columns} from (${seenNow(ids)}) now`.execute(tx)
  return notes.length
}

/** How many rows are not what documents and ledger come to, apart from what waits to be counted; zero unless something went wrong. */
export async function wrongSeen(tx: Tx): Promise<number> {
  const all = sql`select piece_id as id from channels.entry union select root_id from channels.same_information`
  const { rows } = await sql<{ wrong: number }>`
    with touched as materialized (${touchedRoots(sql`select piece_id from channels.touched_piece`)}),
    now as materialized (${seenNow(all)}),
    differing as (
      (select ${columns} from channels.seen except select ${columns} from now) union all (select ${columns} from now except select ${columns} from channels.seen))
    select count(*)::int as wrong from differing where root_id not in (select id from touched)`.execute(tx)
  return rows[0]?.wrong ?? 0
}
