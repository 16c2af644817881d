// Where the applications stand that a figure counts: the address of the office's list that shows just those.
import { daysOf, type MetricPlace } from '../../../kernel/metric.ts'
import { isRemedyFigure, type RemedyFigure } from './figures.ts'
import { requestMetrics, type RequestMetric } from './metrics.ts'

/** Cases by what figure, unit and way of remedy. */
function remedyRecords(figure: RemedyFigure, place: MetricPlace): string {
  const { unit, remedy } = place.part
  const filters = { ...(unit !== undefined ? { unitId: unit } : { under: place.unitId }), remedy }
  const given = Object.entries({ figure, ...daysOf(place), ...filters }).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return `/request-remedies?${new URLSearchParams(given)}`
}

export function requestRecords(metric: RequestMetric, place: MetricPlace): string {
  if (isRemedyFigure(metric)) return remedyRecords(metric, place)
  const { ratio } = { ratio: undefined, ...requestMetrics[metric] }
  const { unit, kind, channel, outcome } = place.part
  const filters = { ...(unit !== undefined ? { unitId: unit } : place.unitId !== undefined ? { under: place.unitId } : {}), kind, channel, outcome }
  const given = Object.entries({ figure: ratio?.opens ?? metric, ...daysOf(place), ...filters }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return `/requests?${new URLSearchParams(given)}`
}
