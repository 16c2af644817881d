// Where the documents stand that a figure counts: the address of the office's list that shows just those.
import { daysOf, type MetricPlace } from '../../../kernel/metric.ts'
import { publicationMetrics, type PublicationMetric } from './metrics.ts'

export function documentRecords(metric: PublicationMetric, place: MetricPlace): string {
  const { ratio } = { ratio: undefined, ...publicationMetrics[metric] }
  const { unit, genre } = place.part
  const filters = { ...(unit !== undefined ? { unitId: unit, own: 'true' } : { unitId: place.unitId }), genre }
  const given = Object.entries({ metric: ratio?.opens ?? metric, ...daysOf(place), ...filters }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return `/statistics/documents?${new URLSearchParams(given)}`
}
