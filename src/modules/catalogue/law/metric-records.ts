// Where the duties stand that a figure counts: the address of the office's list that shows just those.
import { daysOf, type MetricPlace } from '../../../kernel/metric.ts'
import type { DutyMetric } from './metrics.ts'

export function dutyRecords(figure: DutyMetric, place: MetricPlace): string {
  const { unit } = place.part
  const filters = unit !== undefined ? { unitId: unit } : { under: place.unitId }
  const given = Object.entries({ figure, line: 'government', ...daysOf(place), ...filters }).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return `/duties?${new URLSearchParams(given)}`
}
