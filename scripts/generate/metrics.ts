// Every figure of the registry with what it counts, so that an official can check it by hand.
import { metricSplits } from '../../src/kernel/metric.ts'
import { articleTitle } from '../../src/law/laws.ts'
import { actions } from '../../src/modules/access/law/permissions.ts'
import { metricModules, metricNames, registry, type MetricModule } from '../../src/modules/reports/law/metrics.ts'
import type { GeneratedFile } from './all.ts'

export function metricsTable(): GeneratedFile {
  const rows = (module: MetricModule): string[] =>
    metricNames
      .filter((name) => registry[name].module === module)
      .map((name) => {
        const { title, measure, counts, splits, over, action, article } = registry[name]
        return `| \`${name}\` | ${title} | ${measure} | ${counts} | ${over === 'day' ? '截至某日' : '期间'} | ${splits.map((split) => metricSplits[split]).join('、')} | ${actions[action]} | ${articleTitle(article)} |`
      })
  const sections = Object.entries(metricModules).flatMap(([module, { title }]) => [
    `## ${title}`,
    '',
    '| Metric | 指标 | 单位 | 口径 | 时间 | 分组 | 可以查看的权限 | 依据 |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows(module as MetricModule),
    '',
  ])
  const text = [
    '# 指标口径 Metrics',
    '',
    'Drawn from the registry (`src/modules/reports/law/metrics.ts`) by `npm run generate`. In a text, `{m.requests.received}` is the figure, `{m.requests.received:kind.person}` a part of it.',
    '',
    ...sections,
  ]
  return { path: 'docs/generated/metrics.md', text: text.join('\n') }
}
