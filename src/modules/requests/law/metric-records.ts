// Where the applications stand that a figure counts: the address of the office's list that shows just those.
import { daysOf, type MetricPlace } from '../../../kernel/metric.ts'
import { requestMetrics, type RequestMetric } from './metrics.ts'

export function requestRecords(metric: RequestMetric, place: MetricPlace): string {
  const { ratio } = { ratio: undefined, ...requestMetrics[metric] }
  const { unit, kind, channel, outcome } = place.part
  const filters = { ...(unit !== undefined ? { unitId: unit } : place.unitId !== undefined ? { under: place.unitId } : {}), kind, channel, outcome }
  const given = Object.entries({ figure: ratio?.opens ?? metric, ...daysOf(place), ...filters }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return `/requests?${new URLSearchParams(given)}`
}
