// Shows the public what a unit must disclose, when it was last updated and when it is due next: nothing of how well it is kept.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { putCatalogue } from '../../publication/index.ts'
import { publicEntriesOf } from '../queries/public-entries.ts'

export async function showCatalogueOf(tx: Tx, unitId: string, today: Day): Promise<void> {
  await putCatalogue(tx, unitId, await publicEntriesOf(tx, unitId, today))
}
