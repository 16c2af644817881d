// Who can do something at a place: whom to tell, whom to offer.
import { sql, type RawBuilder } from 'kysely'
import type { Place } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { permissions, type Action } from '../law/permissions.ts'
import { grantsInForce } from './grants-in-force.ts'

export interface AccountName {
  readonly accountId: string
  readonly name: string
}

const reaches = (place: Place): RawBuilder<unknown> => sql`
    case permitted.scope
      when 'all' then true
      when 'units-below' then held.unit_id = ${place.unitId}::uuid
        or exists (select from access.unit_reach where ancestor_id = held.unit_id and descendant_id = ${place.unitId}::uuid)
      when 'own-unit' then held.unit_id = ${place.unitId}::uuid
      when 'own-section' then held.unit_id = ${place.unitId}::uuid and (held.section_id is null or held.section_id = ${place.sectionId ?? null}::uuid)
      else held.unit_id = any(${place.askedUnitIds ?? []}::uuid[])
    end`

/** Everybody who may do `action` at one of `places` today, stand-ins too: the same judgement as `may`, asked of all accounts at once. */
export async function accountsWhoMay(tx: Tx, action: Action, places: Place | readonly Place[], today: Day): Promise<AccountName[]> {
  const pairs = permissions.filter((row) => row.action === action)
  const { rows } = await sql<AccountName>`
    select distinct account.id as "accountId", account.name
    from ${grantsInForce(today)} held
    join unnest(${pairs.map((pair) => pair.role)}::text[], ${pairs.map((pair) => pair.scope)}::text[]) as permitted (role, scope) on permitted.role = held.role
    join access.account on account.id = held.account_id and account.disabled_at is null
    where ${sql.join([places].flat().map(reaches), sql` or `)}
    order by account.name, account.id`.execute(tx)
  return rows
}
