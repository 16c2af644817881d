// A unit that somebody wants to change: found, locked, and theirs to change; or why not.
import type { Actor, Place } from '../../../kernel/actor.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may } from '../../access/index.ts'
import type { Unit } from '../rules/unit.ts'
import { lockUnit } from './units.ts'

/** A section stands in its bureau. */
export const placeOf = (unit: Pick<Unit, 'id' | 'kind' | 'parentId'>): Place =>
  unit.kind === 'section' && unit.parentId !== null ? { unitId: unit.parentId, sectionId: unit.id } : { unitId: unit.id }

/** Outside the actor's sight a unit does not exist. */
export async function managedUnit(tx: Tx, actor: Actor, unitId: string): Promise<Ruling<Unit, 'not-found' | 'not-allowed'>> {
  const unit = await lockUnit(tx, unitId)
  if (!unit || !may(actor, 'unit.read', placeOf(unit)).ok) return refused('not-found')
  return may(actor, 'unit.manage', placeOf(unit)).ok ? granted(unit) : refused('not-allowed')
}
