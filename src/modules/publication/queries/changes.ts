// The changes of the public in the order in which they become visible on the server asked, a standby too.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Topic } from '../rules/topics.ts'

/**
 * How far a reader has come. Every transaction below `low` was over when it was taken; of those from `low` on, `seen` were visible already.
 * The snapshot itself would not do: on a standby it does not name the transactions that are still open.
 */
export interface Position {
  readonly low: string
  readonly seen: readonly number[]
}

export interface Changes {
  readonly position: Position
  readonly topics: readonly Topic[]
  /** False where changes after `since` may have been forgotten already: everything is to be doubted. */
  readonly complete: boolean
}

interface Row {
  readonly low: string
  readonly ids: number[]
  readonly fresh: Topic[]
  readonly complete: boolean
}

/** All that became visible since, each topic once; without `since`, only the position of now. */
export async function changesSince(tx: Tx, since?: Position): Promise<Changes> {
  const { rows } = await sql<Row>`
    with now as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as low),
    noted as materialized (
      select id, writer, topics from publication.change where writer >= least(${since?.low ?? null}::text::xid8, (select low from now))
    )
    select (select low::text from now) as low,
      (select coalesce(array_agg(id), '{}') from noted where writer >= (select low from now)) as ids,
      (select coalesce(array_agg(distinct topic), '{}') from noted cross join unnest(topics) as topic
        where ${since !== undefined}::boolean and id <> all(${since?.seen ?? []}::bigint[])) as fresh,
      -- a position ahead of the server is one of another server
      coalesce(${since?.low ?? null}::text::xid8 between (select writer from publication.change_horizon) and (select low from now), true) as complete`.execute(
    tx,
  )
  const [row] = rows
  if (!row) throw new Error('the server returned no position')
  return { position: { low: row.low, seen: row.ids }, topics: row.fresh, complete: row.complete }
}
