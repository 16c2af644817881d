// What the page of figures shows, kept in its address: which metric, which days, which unit, split by what.
import { useMemo } from 'react'
import { isDay, type Day } from '../../../src/kernel/day.ts'
import { knownSpan, type MetricSplit } from '../../../src/kernel/metric.ts'
import { isMetricName, registry, type MetricName } from '../../../src/modules/reports/law/metrics.ts'
import { useAddress, type ChangeAddress } from '../../ui/address.ts'
import { todayText } from '../../ui/format.ts'
import { monthNow, yearBack, type Period } from '../../ui/periods.ts'

export interface AskedStatistics {
  readonly name: MetricName
  readonly from: Day
  readonly until: Day
  readonly unitId: string | undefined
  /** The split that is compared; undefined where there is none. */
  readonly by: MetricSplit | undefined
}

/** All but months, which are the trend. */
export const sharesOf = (name: MetricName): readonly MetricSplit[] => registry[name].splits.filter((split) => split !== 'month')

export const periods = (): readonly Period[] => [
  { label: '今年', days: yearBack(0) },
  { label: '去年', days: yearBack(1) },
  { label: '近三年', days: { from: yearBack(2).from, until: yearBack(0).until } },
  { label: '本月', days: monthNow() },
]

function askedOf(search: URLSearchParams, visible: readonly MetricName[]): AskedStatistics | undefined {
  const named = search.get('metric') ?? ''
  const name = isMetricName(named) && visible.includes(named) ? named : visible[0]
  if (name === undefined) return undefined
  const [from, until] = [search.get('from') ?? '', search.get('until') ?? '']
  const span = isDay(from) && isDay(until) && from <= until ? { from, until } : (yearBack(0) as { from: Day; until: Day })
  const splits = sharesOf(name)
  return {
    name,
    ...knownSpan(registry[name], span, todayText() as Day),
    unitId: search.get('unitId') ?? undefined,
    by: splits.find((split) => split === search.get('by')) ?? splits[0],
  }
}

/** The same object as long as the address says the same, so that charts are not drawn anew for nothing. */
export function useAsked(visible: readonly MetricName[]): readonly [asked: AskedStatistics | undefined, set: ChangeAddress] {
  const [search, set] = useAddress()
  return [useMemo(() => askedOf(search, visible), [search, visible]), set]
}
