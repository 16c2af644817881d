// Makes a unit's face public, or brings it up to date. Documents keep the name that the unit had when they went out.
import type { Tx } from '../../../platform/database/database.ts'
import type { PublicUnit } from '../rules/public-unit.ts'
import { saveUnit } from '../store/units.ts'

export async function putUnit(tx: Tx, unit: PublicUnit, at: Date): Promise<void> {
  await saveUnit(tx, unit, at)
}
