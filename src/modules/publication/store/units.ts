// Writes the public face of a unit, and the settings of the site.
import type { Tx } from '../../../platform/database/database.ts'
import type { PublicUnit } from '../rules/public-unit.ts'
import type { SiteSettings } from '../rules/site.ts'
import { publicationOf } from './tables.ts'

export async function saveUnit(tx: Tx, unit: PublicUnit, at: Date): Promise<void> {
  const values = {
    parent_id: unit.parentId,
    kind: unit.kind,
    name: unit.name,
    short_name: unit.shortName,
    slug: unit.slug,
    front_code: unit.frontCode,
    position: unit.position,
    empty_columns: unit.emptyColumns,
    profile: JSON.stringify(unit.profile),
    successor_id: unit.successorId,
    valid_until: unit.validUntil,
    published_at: at,
  }
  await publicationOf(tx)
    .insertInto('publication.unit')
    .values({ id: unit.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}

export async function saveSite(tx: Tx, settings: SiteSettings, at: Date): Promise<void> {
  await publicationOf(tx)
    .updateTable('publication.site')
    .set({ settings: JSON.stringify(settings), changed_at: at })
    .execute()
}
