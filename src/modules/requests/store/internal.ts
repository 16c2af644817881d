// The only writer of the office's notes, of who watches, of the days that a unit keeps, and of what people were told of them.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { InternalDays } from '../rules/internal-dates.ts'

/** The same twice is written once. */
export async function insertNote(tx: Tx, { actor, at }: By, note: { id: string; applicationId: string; text: string }): Promise<void> {
  await sql`
    insert into requests.note (id, application_id, text, by_account_id, by_name, at)
    values (${note.id}, ${note.applicationId}, ${note.text}, ${actor.accountId}, ${actor.name}, ${at}) on conflict (id) do nothing`.execute(tx)
}

export async function saveWatch(tx: Tx, { actor, at }: By, applicationId: string, watching: boolean): Promise<void> {
  if (watching)
    await sql`insert into requests.watcher (application_id, account_id, since) values (${applicationId}, ${actor.accountId}, ${at}) on conflict do nothing`.execute(
      tx,
    )
  else await sql`delete from requests.watcher where application_id = ${applicationId} and account_id = ${actor.accountId}`.execute(tx)
}

/** Null: the unit keeps none. */
export async function saveInternalDays(tx: Tx, { actor, at }: By, unitId: string, days: InternalDays | null): Promise<void> {
  await sql`delete from requests.internal_term where unit_id = ${unitId}`.execute(tx)
  if (days)
    await sql`
      insert into requests.internal_term (unit_id, draft_days, review_days, send_days, set_by, set_by_name, set_at)
      values (${unitId}, ${days.draft}, ${days.review}, ${days.send}, ${actor.accountId}, ${actor.name}, ${at})`.execute(tx)
}

export async function markInternallyReminded(tx: Tx, id: string, order: number): Promise<void> {
  await sql`update requests.application set reminded_internal = ${order} where id = ${id}`.execute(tx)
}
