// A metric in text: `{m.requests.received}`, or a part of it, `{m.requests.received:kind.person}`. The text holds the name, never the number, so that text and figure cannot disagree.
import { metricSplitNames, type MetricSplit } from '../../../kernel/metric.ts'
import { isMetricName, registry, type MetricName } from '../law/metrics.ts'

/** What a reference asks for. */
export interface MetricReference {
  readonly name: MetricName
  readonly part: { readonly split: MetricSplit; readonly key: string } | null
}

const shape = /^([a-z]+\.[a-z-]+)(?::([a-z]+)\.([A-Za-z0-9-]+))?$/

/** Undefined where no metric is named, or one that is not split that way. */
export function metricReference(text: string): MetricReference | undefined {
  const [, name = '', split, key] = shape.exec(text) ?? []
  if (!isMetricName(name)) return undefined
  if (split === undefined || key === undefined) return { name, part: null }
  const known = metricSplitNames.find((one) => one === split)
  return known && registry[name].splits.includes(known) ? { name, part: { split: known, key } } : undefined
}

/** One counted figure: of all, or of one key of a split. */
export interface CountedMetric {
  readonly name: MetricName
  readonly part: MetricReference['part']
  /** Null where a ratio has nothing to be a share of. */
  readonly value: number | null
}

const idOf = ({ name, part }: MetricReference): string => (part === null ? name : `${name}:${part.split}.${part.key}`)

/**
 * Answers `requests.received` or `requests.received:kind.person` out of what was counted: what is written for it, or undefined where it was not counted or does not exist.
 * A part that counts nothing is not among the rows of a split: where the split was counted it is 0.
 */
export function metricsInText(counted: readonly CountedMetric[]): (reference: string) => string | undefined {
  const values = new Map(counted.map((one) => [idOf(one), one.value]))
  const splitsCounted = new Set(counted.flatMap(({ name, part }) => (part === null ? [] : [`${name}:${part.split}`])))
  return (text) => {
    const reference = metricReference(text)
    if (!reference) return undefined
    const { name, part } = reference
    const value = values.get(idOf(reference))
    if (value === undefined) return part !== null && !registry[name].ratio && splitsCounted.has(`${name}:${part.split}`) ? '0' : undefined
    return value === null ? '—' : String(value)
  }
}

const marks = /\{m\.([^{}]+)\}/g

/** The text with each figure in its place, and the references that stand for nothing, in their order. */
export function withMetrics(text: string, valueOf: (reference: string) => string | undefined): { readonly text: string; readonly unknown: readonly string[] } {
  const unknown: string[] = []
  const written = text.replaceAll(marks, (mark: string, reference: string) => {
    const value = valueOf(reference)
    if (value === undefined) unknown.push(reference)
    return value ?? mark
  })
  return { text: written, unknown }
}
