// The code that stands in front of a unit's index numbers: its own, or the nearest one above it.
import type { Tx } from '../../../platform/database/database.ts'
import { inheritedFrontCode } from '../rules/codes.ts'
import { allUnits } from './units.ts'

export async function frontCodeOfUnit(tx: Tx, unitId: string): Promise<string> {
  return inheritedFrontCode(unitId, await allUnits(tx))
}
