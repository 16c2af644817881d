// Counts one metric of the registry for somebody: as far as their right reaches, of a unit and all below it where one is named, split by up to two keys.
import type { Actor } from '../../../kernel/actor.ts'
import type { CountedFrom, MetricQuestion, MetricRow, MetricSplit, Span } from '../../../kernel/metric.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf } from '../../access/index.ts'
import { dutyMetricCounts } from '../../catalogue/index.ts'
import { channelMetricCounts } from '../../channels/index.ts'
import { publicationMetricCounts } from '../../publication/index.ts'
import { requestMetricCounts } from '../../requests/index.ts'
import { registry, type MetricModule, type MetricName } from '../law/metrics.ts'
import { unitTitles, unitsUnder } from '../queries/metric-units.ts'
import { countedFrom } from '../rules/counted-from.ts'
import { keyTitles } from '../rules/key-titles.ts'
import { metricValue } from '../rules/metric-value.ts'

export const counters: Readonly<Record<MetricModule, (tx: Tx, question: MetricQuestion) => Promise<MetricRow[]>>> = {
  catalogue: dutyMetricCounts,
  channels: channelMetricCounts,
  publication: publicationMetricCounts,
  requests: requestMetricCounts,
}

export interface AskedMetric {
  readonly name: MetricName
  readonly span: Span
  readonly by: readonly MetricSplit[]
  readonly unitId?: string | undefined
}

export interface CountedRow {
  readonly keys: readonly string[]
  readonly titles: readonly string[]
  /** Null where a ratio has nothing to be a share of. */
  readonly value: number | null
}

export interface MetricAnswer {
  readonly total: number | null
  readonly rows: readonly CountedRow[]
  readonly from: CountedFrom
}

/** By the order of the tables, where one knows the keys; else by the keys. */
function inOrder(titles: readonly ReadonlyMap<string, string>[]): (a: CountedRow, b: CountedRow) => number {
  const places = titles.map((titleOf) => new Map([...titleOf.keys()].map((key, at) => [key, at])))
  return (a, b) => {
    for (const [at, placeOf] of places.entries()) {
      const [x, y] = [a.keys[at] ?? '', b.keys[at] ?? '']
      const apart = (placeOf.get(x) ?? placeOf.size) - (placeOf.get(y) ?? placeOf.size)
      if (x !== y) return apart === 0 ? (x < y ? -1 : 1) : apart
    }
    return 0
  }
}

/** Somewhere, at least. */
export function seesMetric(actor: Actor, name: MetricName): boolean {
  const { everywhere, unitIds, sectionIds } = reachOf(actor, registry[name].action)
  return everywhere || unitIds.length + sectionIds.length > 0
}

export async function countMetric(tx: Tx, actor: Actor, asked: AskedMetric): Promise<Ruling<MetricAnswer, 'not-allowed' | 'metric-not-split'>> {
  const metric = registry[asked.name]
  const reach = reachOf(actor, metric.action)
  if (!seesMetric(actor, asked.name)) return refused('not-allowed')
  if (asked.by.some((split) => !metric.splits.includes(split))) return refused('metric-not-split')

  const unitIds = asked.unitId === undefined ? undefined : await unitsUnder(tx, asked.unitId)
  const units = unitIds?.length ?? (reach.everywhere ? null : reach.unitIds.length)
  const names = metric.ratio ? [...metric.ratio.of, ...metric.ratio.in] : [metric.own]
  const question = { reach, unitIds, names, span: asked.span, from: countedFrom({ span: asked.span, units, sections: reach.sectionIds.length > 0 }) }
  const count = counters[metric.module]
  const rows = asked.by.length === 0 ? [] : await count(tx, { ...question, by: asked.by })
  // What several units or channels show counts once in the whole, so that the rows need not add up to it.
  const [whole] = await count(tx, { ...question, by: [] })

  const titles = await Promise.all(
    asked.by.map(async (split, at) =>
      split === 'unit' ? unitTitles(tx, [...new Set(rows.map(({ keys }) => keys[at] ?? ''))]) : keyTitles(metric.module, split),
    ),
  )
  const counted = rows.flatMap(({ keys, counts }): CountedRow[] => {
    const value = metricValue(metric, metric.own, counts)
    return value === null || (value === 0 && !metric.ratio) ? [] : [{ keys, titles: keys.map((key, at) => titles[at]?.get(key) ?? key), value }]
  })
  return granted({ total: metricValue(metric, metric.own, whole?.counts ?? {}), rows: counted.toSorted(inOrder(titles)), from: question.from })
}
