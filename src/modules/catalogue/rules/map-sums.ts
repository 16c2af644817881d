// The map's cells added up for keeping, and its kept rows chosen, sorted and cut for a page.
import type { Pulse } from '../law/pulses.ts'
import { addUp, badness, countsOf, pulseOrder, sumOf, tally, type PulseFacts, type PulseSum } from './pulse.ts'

interface Cell {
  readonly unitId: string
  readonly field: string
  readonly facts: PulseFacts
  readonly count: number
}

/** Sums of units by field. */
export type FieldSums = ReadonlyMap<string, ReadonlyMap<string, PulseSum>>

/** What each of the units comes to, by field; a unit without an entry is in it with nothing. */
export function sumsByField(unitIds: readonly string[], cells: readonly Cell[]): FieldSums {
  const byUnit = Map.groupBy(cells, (cell) => cell.unitId)
  return new Map(
    unitIds.map((unitId) => {
      const byField = Map.groupBy(byUnit.get(unitId) ?? [], (cell) => cell.field)
      return [unitId, new Map(Array.from(byField, ([field, own]) => [field, sumOf(tally(own))]))]
    }),
  )
}

export const sumOfFields = (fields: ReadonlyMap<string, PulseSum> | undefined): PulseSum => addUp([...(fields?.values() ?? [])])

/** Of one pulse only, where one is asked for. */
export const onlyPulse = (sum: PulseSum, pulse: Pulse | undefined): PulseSum => (pulse === undefined ? sum : sum[pulse] ? { [pulse]: sum[pulse] } : {})

const isEmpty = (sum: PulseSum): boolean => !pulseOrder.some((pulse) => sum[pulse])

/** Units that have what is asked for, in the order that is asked for; they come in the order of the units. */
export function rowsOfMap<Row extends { readonly sum: PulseSum }>(
  units: readonly Row[],
  ask: { readonly pulse?: Pulse | undefined; readonly sort: 'worst' | 'unit' },
): Row[] {
  const rows = units.map((unit) => ({ ...unit, sum: onlyPulse(unit.sum, ask.pulse) })).filter(({ sum }) => !isEmpty(sum))
  if (ask.sort === 'unit') return rows
  const weighed = rows.map((row) => ({ row, weight: badness(countsOf(row.sum)) }))
  return weighed.toSorted((a, b) => b.weight - a.weight).map(({ row }) => row)
}
