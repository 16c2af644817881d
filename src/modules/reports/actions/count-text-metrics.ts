// Figures that a text names and that no cell holds, counted for the units and the year of its report: those of the registry of metrics, under their own or a short name, and those of the year's records.
import { day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { registry } from '../law/metrics.ts'
import { isYearMetric, registeredAs, yearMetrics, type YearMetric } from '../law/year-metrics.ts'
import { yearMetricValues, type YearAsked } from '../queries/year-metrics.ts'
import { metricReference, type MetricReference } from '../rules/metric-in-text.ts'
import { metricValue } from '../rules/metric-value.ts'
import type { MetricFigure } from '../rules/text/resolve.ts'
import { counters } from './count-metric.ts'

/** The figure is the report's, whoever saves its text: it is counted for its units and not by the reach of a person. */
async function registered(tx: Tx, { name, part }: MetricReference, { unitIds, year }: YearAsked): Promise<MetricFigure | undefined> {
  const metric = registry[name]
  const rows = await counters[metric.module](tx, {
    reach: { everywhere: true, unitIds: [], sectionIds: [] },
    unitIds,
    span: { from: day(`${year}-01-01`), until: day(`${year}-12-31`) },
    by: part ? [part.split] : [],
    from: 'rows',
  })
  const row = part ? rows.find(({ keys }) => keys[0] === part.key) : rows[0]
  const value = metricValue(metric, metric.own, row?.counts ?? {})
  return value === null ? undefined : { title: metric.title, unit: metric.measure, value }
}

/** Every figure of the year by its short name. */
export async function yearValues(tx: Tx, asked: YearAsked): Promise<ReadonlyMap<YearMetric, number>> {
  const values = new Map(await yearMetricValues(tx, asked))
  for (const [name, reference] of registeredAs) {
    const known = metricReference(reference)
    values.set(name, (known && (await registered(tx, known, asked))?.value) ?? 0)
  }
  return values
}

/** Names that nobody knows, and ratios that have nothing to be a share of, have no figure. */
export async function countTextMetrics(tx: Tx, names: Iterable<string>, asked: YearAsked): Promise<ReadonlyMap<string, MetricFigure>> {
  const figures = new Map<string, MetricFigure>()
  const wanted = [...names]
  const ofYear = wanted.filter(isYearMetric)
  const values = ofYear.length === 0 ? new Map<string, number>() : await yearValues(tx, asked)
  for (const name of ofYear) figures.set(name, { title: yearMetrics[name].title, unit: yearMetrics[name].measure, value: values.get(name) ?? 0 })
  for (const name of wanted) {
    const reference = metricReference(name)
    const figure = reference && (await registered(tx, reference, asked))
    if (figure) figures.set(name, figure)
  }
  return figures
}
