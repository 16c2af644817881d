// Who acts for a unit that has nobody of its own: the nearest unit above that has people.
import { sql } from 'kysely'
import type { Actor, Grant, Place } from '../../../kernel/actor.ts'
import type { Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may } from '../../access/index.ts'
import type { Action } from '../../access/law/permissions.ts'

/** The place itself, and that of the unit whose people act for it. */
export async function actingPlaces(tx: Tx, place: Place): Promise<readonly Place[]> {
  const { rows } = await sql<{ unitId: string }>`
    with recursive above as (
      select id, parent_id, has_own_staff, 0 as far from organization.unit where id = ${place.unitId}::uuid
      union all
      select unit.id, unit.parent_id, unit.has_own_staff, far + 1 from above join organization.unit on unit.id = above.parent_id
      where not above.has_own_staff and far < 20)
    select id as "unitId" from above where has_own_staff and far > 0 limit 1`.execute(tx)
  return [place, ...rows.map(({ unitId }) => ({ unitId, sectionId: null }))]
}

/** `may`, at the unit or at the one that acts for it. */
export async function mayActAt(tx: Tx, actor: Actor, action: Action, place: Place): Promise<Ruling<Grant>> {
  const own = may(actor, action, place)
  if (own.ok) return own
  const [, handler] = await actingPlaces(tx, place)
  return handler ? may(actor, action, handler) : own
}
