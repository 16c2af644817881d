// The only writer of the views that people keep.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { mostSavedViews } from '../law/saved-views.ts'

/** False where no place was free, or the name was taken in the meantime. */
export async function insertSavedView(tx: Tx, { actor, at }: By, view: { id: string; name: string; filters: unknown }): Promise<boolean> {
  const done = await sql`
    insert into requests.saved_view (id, account_id, place, name, filters, saved_at)
    select ${view.id}::uuid, ${actor.accountId}::uuid, place, ${view.name}, ${JSON.stringify(view.filters)}::jsonb, ${at}::timestamptz
    from generate_series(1, ${mostSavedViews}) place
    where not exists (select from requests.saved_view known where known.account_id = ${actor.accountId}::uuid and known.place = place.place)
    order by place limit 1 on conflict do nothing`.execute(tx)
  return (done.numAffectedRows ?? 0n) > 0n
}

export async function renameSavedView(tx: Tx, accountId: string, id: string, name: string): Promise<void> {
  await sql`update requests.saved_view set name = ${name} where id = ${id}::uuid and account_id = ${accountId}::uuid`.execute(tx)
}

export async function deleteSavedView(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const done = await sql`delete from requests.saved_view where id = ${id}::uuid and account_id = ${accountId}::uuid`.execute(tx)
  return (done.numAffectedRows ?? 0n) > 0n
}
