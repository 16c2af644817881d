// A page of the heartbeat map: as kept, and of units that changed since, as they stand now; at every moment what `heartbeatCells` over all entries comes to.
import { sql } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Line } from '../../../law/lines.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Pulse } from '../law/pulses.ts'
import { onlyPulse, rowsOfMap, sumOfFields, sumsByField, type FieldSums } from '../rules/map-sums.ts'
import { addUp, countsOf, type PulseCount, type PulseSum } from '../rules/pulse.ts'
import { heartbeatCellsOf } from './heartbeat.ts'
import { answersForAny, ofOtherDay } from './map-state.ts'
import { unitsOfLine, unitsWithin } from './reach.ts'

interface Scope {
  readonly reach: Reach
  readonly line: Line
}

export interface MapQuestion extends Scope {
  readonly today: Day
  readonly field?: string | undefined
  readonly pulse?: Pulse | undefined
  readonly sort: 'worst' | 'unit'
  readonly limit: number
  readonly offset: number
}

export interface HeartbeatMap {
  readonly fields: string[]
  readonly totals: PulseCount[]
  readonly rows: { unitId: string; unitName: string; counts: PulseCount[]; cells: { field: string; counts: PulseCount[] }[] }[]
  readonly total: number
}

interface KeptUnit {
  readonly unitId: string
  readonly unitName: string
  readonly isStale: boolean
  /** Null where nothing is kept: of the unit, or of the field. */
  readonly kept: PulseSum | null
}

/** Units that answer for anything, in their order; whether a row is still right is asked in the same moment as the row. */
async function unitsOnMap(tx: Tx, { reach, line, today, field }: MapQuestion): Promise<KeptUnit[]> {
  const ofField = field === undefined ? sql`` : sql`left join catalogue.map_cell cell on cell.unit_id = unit.id and cell.field = ${field}`
  const { rows } = await sql<KeptUnit>`
    select unit.id as "unitId", unit.name as "unitName", ${field === undefined ? sql`kept.counts` : sql`cell.counts`} as kept,
      kept.unit_id is null or ${ofOtherDay(today)} or unit.id in (select unit_id from catalogue.map_touched) as "isStale"
    from organization.unit left join catalogue.map_unit kept on kept.unit_id = unit.id ${ofField}
    where (kept.unit_id is not null or ${answersForAny}) and ${unitsWithin(sql`unit.id`, reach)} and ${unitsOfLine(sql`unit.id`, line)}
    order by unit.position, unit.name, unit.id`.execute(tx)
  return rows
}

/** Fields of what is kept, each found by a jump to the next; those of stale units alone are not among them. */
async function keptFields(tx: Tx, { reach, line }: Scope, staleIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ field: string }>`
    with recursive jumped as (
      (select field from catalogue.map_cell order by field limit 1)
      union all
      select (select next.field from catalogue.map_cell next where next.field > jumped.field order by next.field limit 1) from jumped where jumped.field is not null)
    select field from jumped where field is not null and exists (
      select from catalogue.map_cell cell where cell.field = jumped.field and ${unitsWithin(sql`cell.unit_id`, reach)} and ${unitsOfLine(sql`cell.unit_id`, line)}
        and cell.unit_id <> all(${[...staleIds]}::uuid[]))`.execute(tx)
  return rows.map((row) => row.field)
}

async function keptCells(tx: Tx, unitIds: readonly string[], field: string | undefined): Promise<FieldSums> {
  const { rows } = await sql<{ unitId: string; field: string; counts: PulseSum }>`
    select unit_id as "unitId", field, counts from catalogue.map_cell
    where unit_id = any(${[...unitIds]}::uuid[]) and (${field ?? null}::text is null or field = ${field ?? null})`.execute(tx)
  return new Map(Array.from(Map.groupBy(rows, (row) => row.unitId), ([unitId, own]) => [unitId, new Map(own.map((row) => [row.field, row.counts]))])) // prettier-ignore
}

/** The map of what somebody reaches; cells are read for the units of the page alone. */
export async function heartbeatMap(tx: Tx, ask: MapQuestion): Promise<HeartbeatMap> {
  const { today, field, pulse, limit, offset } = ask
  const known = await unitsOnMap(tx, ask)
  const staleIds = known.filter((unit) => unit.isStale).map((unit) => unit.unitId)
  const live: FieldSums = staleIds.length === 0 ? new Map() : sumsByField(staleIds, await heartbeatCellsOf(tx, staleIds, today, field))
  const units = known.map(({ unitId, unitName, kept, isStale }) => ({ unitId, unitName, sum: isStale ? sumOfFields(live.get(unitId)) : (kept ?? {}) }))
  const rows = rowsOfMap(units, ask)
  const page = rows.slice(offset, offset + limit)
  const kept = await keptCells(tx, page.map((row) => row.unitId).filter((unitId) => !live.has(unitId)), field) // prettier-ignore
  const cellsOf = (unitId: string) =>
    Array.from(live.get(unitId) ?? kept.get(unitId) ?? [], ([of, sum]) => ({ field: of, counts: countsOf(onlyPulse(sum, pulse)) }))
      .filter(({ counts }) => counts.length > 0)
      .toSorted((a, b) => (a.field < b.field ? -1 : 1))
  const totals = countsOf(addUp(units.map((unit) => unit.sum)))
  const fields =
    field === undefined ? [...(await keptFields(tx, ask, staleIds)), ...[...live.values()].flatMap((own) => [...own.keys()])] : totals.length > 0 ? [field] : []
  return {
    fields: [...new Set(fields)].toSorted(),
    totals,
    rows: page.map(({ unitId, unitName, sum }) => ({ unitId, unitName, counts: countsOf(sum), cells: cellsOf(unitId) })),
    total: rows.length,
  }
}
