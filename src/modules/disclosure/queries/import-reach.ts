// Which imports and batches somebody may see, and with which right they act on a unit's old stock.
import { sql, type RawBuilder } from 'kysely'
import type { Actor, Grant, Place } from '../../../kernel/actor.ts'
import { may, reachOf } from '../../access/index.ts'
import type { Action } from '../../access/law/permissions.ts'
import type { Hand } from '../rules/facts.ts'

/** The unit as a whole, and each of the actor's own sections in it. */
export const placesIn = (actor: Actor, unitId: string): readonly Place[] => [
  { unitId, sectionId: null },
  ...actor.grants.filter((grant) => grant.unitId === unitId && grant.sectionId !== null).map(({ sectionId }) => ({ unitId, sectionId })),
]

export const handIn = (actor: Actor, unitId: string): Hand => ({
  accountId: actor.accountId,
  grantFor: (action: Action): Grant | undefined => {
    for (const place of placesIn(actor, unitId)) {
      const ruling = may(actor, action, place)
      if (ruling.ok) return ruling.value
    }
    return undefined
  },
})

/** SQL over `import_report` and its `document`: own imports, and those of units and sections within reach. */
export function importsOf(actor: Actor): RawBuilder<boolean> {
  const { everywhere, unitIds, sectionIds } = reachOf(actor, 'import.run')
  if (everywhere) return sql<boolean>`true`
  return sql<boolean>`(import_report.imported_by = ${actor.accountId} or import_report.unit_id = any(${[...unitIds]}::uuid[])
    or document.handled_by_id = any(${[...unitIds]}::uuid[]) or document.section_id = any(${[...sectionIds]}::uuid[]))`
}

/** SQL over `batch`: own batches, and those of units that the actor reads, reviews or approves for. */
export function batchesOf(actor: Actor): RawBuilder<boolean> {
  const reaches = (['edition.read', 'edition.secrecy-review', 'batch.approve'] as const).map((action) => reachOf(actor, action))
  if (reaches.some((reach) => reach.everywhere)) return sql<boolean>`true`
  return sql<boolean>`(batch.created_by = ${actor.accountId} or batch.unit_id = any(${reaches.flatMap((reach) => [...reach.unitIds])}::uuid[]))`
}
