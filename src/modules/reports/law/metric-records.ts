// Every figure opens to its records: which list shows them, by the module that counts.
import type { MetricPlace } from '../../../kernel/metric.ts'
import { dutyRecords } from '../../catalogue/law/metric-records.ts'
import type { DutyMetric } from '../../catalogue/law/metrics.ts'
import type { ChannelMetric } from '../../channels/law/metrics.ts'
import { channelRecords } from '../../channels/law/metric-records.ts'
import { documentRecords } from '../../publication/law/metric-records.ts'
import type { PublicationMetric } from '../../publication/law/metrics.ts'
import { requestRecords } from '../../requests/law/metric-records.ts'
import type { RequestMetric } from '../../requests/law/metrics.ts'
import { registry, type MetricModule, type MetricName } from './metrics.ts'

const lists: Readonly<Record<MetricModule, (own: string, place: MetricPlace) => string>> = {
  catalogue: (own, place) => dutyRecords(own as DutyMetric, place),
  channels: (own, place) => channelRecords(own as ChannelMetric, place),
  publication: (own, place) => documentRecords(own as PublicationMetric, place),
  requests: (own, place) => requestRecords(own as RequestMetric, place),
}

/** The address, within the office, of the list that shows what the figure counts. */
export function recordsOf(name: MetricName, place: MetricPlace): string {
  const { module, own } = registry[name]
  return lists[module](own, place)
}
