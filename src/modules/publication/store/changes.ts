// Forgets changes of the public that every reader has long read.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** Deletes what was noted before `until`, and moves the horizon up to the first transaction of which all may still stand. Returns how many went. */
export async function forgetChanges(tx: Tx, until: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    with gone as (delete from publication.change where noted_at < ${until} returning writer),
    moved as (
      update publication.change_horizon set writer = greatest(writer, (select (max(gone.writer::text::numeric) + 1)::text::xid8 from gone))
      where exists (select from gone)
    )
    select count(*)::integer as gone from gone`.execute(tx)
  return rows[0]?.gone ?? 0
}
