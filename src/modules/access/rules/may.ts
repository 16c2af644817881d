// Whether an actor may, and how far an action reaches: the one predicate behind buttons, lists, exports, files and actions.
import type { Actor, Grant, Place, Reach } from '../../../kernel/actor.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { permissions, type Action, type Scope } from '../law/permissions.ts'

const scopesOf = (grant: Grant, action: Action): Scope[] =>
  permissions.filter((row) => row.role === grant.role && row.action === action).map((row) => row.scope)

function covers(grant: Grant, scope: Scope, place: Place): boolean {
  switch (scope) {
    case 'all':
      return true
    case 'units-below':
      return grant.reach.includes(place.unitId)
    case 'own-unit':
      return grant.unitId === place.unitId
    case 'own-section':
      return grant.unitId === place.unitId && (grant.sectionId === null || grant.sectionId === place.sectionId)
    case 'this-task':
      return place.askedUnitIds?.includes(grant.unitId) ?? false
  }
}

/** The first grant that allows `action` at `place`, the actor's own before one stood in for; or `not-allowed`. */
export function may(actor: Actor, action: Action, place: Place): Ruling<Grant, 'not-allowed'> {
  const own = actor.grants.toSorted((a, b) => Number(a.onBehalfOf !== null) - Number(b.onBehalfOf !== null))
  const grant = own.find((one) => scopesOf(one, action).some((scope) => covers(one, scope, place)))
  return grant ? granted(grant) : refused('not-allowed')
}

/** Whether the actor may do `action` anywhere at all: the menu and the outer guard of a route. */
export function mayAnywhere(actor: Actor, action: Action): boolean {
  return actor.grants.some((grant) => scopesOf(grant, action).length > 0)
}

/** The absent account whose right is used where the actor has none of their own; null where it is their own, or could be one of several. */
export function lender(actor: Actor, action: Action): string | null {
  const lenders = new Set(actor.grants.filter((grant) => scopesOf(grant, action).length > 0).map((grant) => grant.onBehalfOf))
  const [only] = lenders
  return lenders.size === 1 && only !== undefined ? only : null
}

/** All that `actor` reaches with `action`, as ids for a query. */
export function reachOf(actor: Actor, action: Action): Reach {
  const unitIds = new Set<string>()
  const sectionIds = new Set<string>()
  const askedUnitIds = new Set<string>()
  let everywhere = false
  for (const grant of actor.grants) {
    for (const scope of scopesOf(grant, action)) {
      if (scope === 'all') everywhere = true
      else if (scope === 'units-below') for (const id of grant.reach) unitIds.add(id)
      else if (scope === 'own-unit' || grant.sectionId === null) (scope === 'this-task' ? askedUnitIds : unitIds).add(grant.unitId)
      else if (scope === 'own-section') sectionIds.add(grant.sectionId)
      else askedUnitIds.add(grant.unitId)
    }
  }
  return { everywhere, unitIds: [...unitIds], sectionIds: [...sectionIds], askedUnitIds: [...askedUnitIds] }
}
