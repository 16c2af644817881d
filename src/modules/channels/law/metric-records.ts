// Where the pieces stand that a figure counts: the address of the office's list that shows just those.
import { daysOf, type MetricPlace } from '../../../kernel/metric.ts'
import type { ChannelMetric } from './metrics.ts'

export function channelRecords(metric: ChannelMetric, place: MetricPlace): string {
  const { unit, channel } = place.part
  const filters = { ...(unit !== undefined ? { unitId: unit, own: 'true' } : { unitId: place.unitId }), channels: channel }
  const given = Object.entries({ metric, line: 'government', ...daysOf(place), ...filters }).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return `/channel-figures/rows?${new URLSearchParams(given)}`
}
