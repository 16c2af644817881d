// The unit tree: who is below whom, what may stand where, and how it stood on a day.
import type { Day } from '../../../kernel/day.ts'
import { unitKinds, type UnitKind } from '../law/unit-kinds.ts'
import { isInForce, type FormerStanding, type Unit } from './unit.ts'

type Link = Pick<Unit, 'id' | 'parentId'>

/** Whether `kind` may stand below a unit of `parentKind`; null asks whether it may stand at the top. */
export function mayStandBelow(kind: UnitKind, parentKind: UnitKind | null): boolean {
  if (parentKind === null) return unitKinds[kind].root
  return (unitKinds[kind].below as readonly string[]).includes(parentKind)
}

/** The unit's parent, its parent's parent and so on; stops at a unit seen before, so that it ends on any data. */
export function ancestorsOf(unitId: string, links: readonly Link[]): string[] {
  const parentOf = new Map(links.map((link) => [link.id, link.parentId]))
  const above: string[] = []
  for (let at = parentOf.get(unitId) ?? null; at !== null && at !== unitId && !above.includes(at); at = parentOf.get(at) ?? null) above.push(at)
  return above
}

/** Whether the tree would close into a circle with `unitId` below `parentId`. */
export function wouldCircle(unitId: string, parentId: string | null, links: readonly Link[]): boolean {
  return parentId !== null && (parentId === unitId || ancestorsOf(parentId, links).includes(unitId))
}

export interface ReachPair {
  readonly ancestorId: string
  readonly descendantId: string
}

/**
 * Who reaches whom: each unit itself, all below it, and the records of those whose place it took.
 * A unit that has ended stays below its superior, so that its records are not lost from sight.
 */
export function reachPairs(units: readonly Link[], successions: readonly { predecessorId: string; successorId: string | null }[]): ReachPair[] {
  const below = new Map<string, string[]>(units.map((unit) => [unit.id, []]))
  for (const unit of units) if (unit.parentId !== null) below.get(unit.parentId)?.push(unit.id)
  for (const { predecessorId, successorId } of successions) if (successorId !== null) below.get(successorId)?.push(predecessorId)
  return units.flatMap(({ id: ancestorId }) => {
    const reached = new Set([ancestorId])
    for (const at of reached) for (const next of below.get(at) ?? []) reached.add(next)
    return [...reached].map((descendantId) => ({ ancestorId, descendantId }))
  })
}

/** The units in force on `on`, with the name and the parent that they had then. */
export function treeOn<Row extends Unit>(units: readonly Row[], formers: readonly FormerStanding[], on: Day): Row[] {
  return units
    .filter((unit) => isInForce(unit, on))
    .map((unit) => {
      const then = formers.find((former) => former.unitId === unit.id && isInForce(former, on))
      return then ? { ...unit, name: then.name, shortName: then.shortName, parentId: then.parentId } : unit
    })
}
