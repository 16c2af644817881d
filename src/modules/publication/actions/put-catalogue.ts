// Shows the public what a unit must disclose: through the one door, all entries of the unit at once. Nothing is shown where the office decided so.
import type { Tx } from '../../../platform/database/database.ts'
import { readSite } from '../queries/read-site.ts'
import type { PublicCatalogueEntry } from '../rules/public-catalogue.ts'
import { saveCatalogueOf } from '../store/catalogue.ts'

export async function putCatalogue(tx: Tx, unitId: string, entries: readonly PublicCatalogueEntry[]): Promise<void> {
  const { catalogueShown } = await readSite(tx)
  await saveCatalogueOf(tx, unitId, catalogueShown ? entries : [])
}
