// The value of a metric out of what its module counted: the count itself, or a ratio of counts with one decimal.
import type { Metric, MetricRow } from '../../../kernel/metric.ts'

type Counts = MetricRow['counts']

/** Null where a ratio has nothing to be a share of. */
export function metricValue({ ratio }: Pick<Metric, 'ratio'>, own: string, counts: Counts): number | null {
  if (!ratio) return counts[own] ?? 0
  const sum = (names: readonly string[]): number => names.reduce((all, name) => all + (counts[name] ?? 0), 0)
  const all = sum(ratio.in)
  return all === 0 ? null : Math.round((sum(ratio.of) / all) * ratio.times * 10) / 10
}
