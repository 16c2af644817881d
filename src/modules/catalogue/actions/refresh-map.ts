// Counts units of the heartbeat map anew of which something changed, or whose day is over: a bounded part at a time.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { heartbeatCellsOf } from '../queries/heartbeat.ts'
import { nextChanges, staleUnits, touchesOf } from '../queries/map-state.ts'
import { sumOfFields, sumsByField } from '../rules/map-sums.ts'
import { forgetTouches, saveMap, takeTurn } from '../store/map.ts'

const unitsAtOnce = 200

/**
 * Returns how many units were counted: zero where nothing is stale, or somebody else is at it. The notes are read before the entries, each by a statement that sees
 * what is committed by then: a change that comes in between is counted, and counted once more the next time.
 */
export async function refreshMap(tx: Tx, today: Day, atOnce = unitsAtOnce): Promise<number> {
  if (!(await takeTurn(tx))) return 0
  const unitIds = await staleUnits(tx, today, atOnce)
  if (unitIds.length === 0) return 0
  const touches = await touchesOf(tx, unitIds)
  const changes = await nextChanges(tx, unitIds, today)
  const sums = sumsByField(unitIds, await heartbeatCellsOf(tx, unitIds, today))

  await saveMap(tx, today, Array.from(sums, ([unitId, fields]) => ({ unitId, fields, sum: sumOfFields(fields), untilOn: changes.get(unitId) ?? null }))) // prettier-ignore
  await forgetTouches(tx, touches)
  return unitIds.length
}
