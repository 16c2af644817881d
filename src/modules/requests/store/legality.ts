// The only writer of which units want the legality of their answers reviewed.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'

/** The same twice keeps whose word it was first. */
export async function saveLegalityWish(tx: Tx, { actor, at }: By, unitId: string, wanted: boolean): Promise<void> {
  if (wanted)
    await sql`
      insert into requests.legality_wish (unit_id, set_by, set_by_name, set_at) values (${unitId}, ${actor.accountId}, ${actor.name}, ${at})
      on conflict (unit_id) do nothing`.execute(tx)
  else await sql`delete from requests.legality_wish where unit_id = ${unitId}`.execute(tx)
}
