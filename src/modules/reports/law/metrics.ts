// The registry of figures (指标口径): every module's metrics under one name each, `requests.received`. What one counts stands beside the steps that it counts, in the module's own `law/metrics.ts`.
import type { Metric } from '../../../kernel/metric.ts'
import type { Action } from '../../access/law/permissions.ts'
import { dutyMetrics } from '../../catalogue/law/metrics.ts'
import { channelMetrics } from '../../channels/law/metrics.ts'
import { publicationMetrics } from '../../publication/law/metrics.ts'
import { requestMetrics } from '../../requests/law/metrics.ts'

/** In the order in which the dictionary lists them. */
export const metricModules = {
  channels: { title: '主动公开', metrics: channelMetrics },
  publication: { title: '网站和规范性文件', metrics: publicationMetrics },
  catalogue: { title: '公开任务', metrics: dutyMetrics },
  requests: { title: '依申请公开', metrics: requestMetrics },
} as const satisfies Record<string, { title: string; metrics: Readonly<Record<string, Metric & { readonly action: Action }>> }>

export type MetricModule = keyof typeof metricModules

type Names<Module extends MetricModule> = Module extends MetricModule ? `${Module}.${keyof (typeof metricModules)[Module]['metrics'] & string}` : never

export type MetricName = Names<MetricModule>

export interface RegisteredMetric extends Metric {
  readonly action: Action
  readonly module: MetricModule
  /** Within its module. */
  readonly own: string
}

const rows = Object.entries(metricModules).flatMap(([module, { metrics }]) =>
  Object.entries(metrics).map(([own, metric]): [string, RegisteredMetric] => [`${module}.${own}`, { ...metric, module: module as MetricModule, own }]),
)

export const registry = Object.fromEntries(rows) as Readonly<Record<MetricName, RegisteredMetric>>

export const metricNames = Object.keys(registry) as [MetricName, ...MetricName[]]

export const isMetricName = (name: string): name is MetricName => Object.hasOwn(registry, name)
