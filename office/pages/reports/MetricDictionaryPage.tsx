// 指标口径: every figure of the registry with what it counts, by whom it can be seen, and how it is named in a text.
import { Table } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { metricSplits } from '../../../src/kernel/metric.ts'
import { actions } from '../../../src/modules/access/law/permissions.ts'
import { listMetrics } from '../../../src/modules/reports/http/metric-contract.ts'
import { metricModules, metricNames, registry, type MetricName } from '../../../src/modules/reports/law/metrics.ts'
import { articleTitle } from '../../../src/law/laws.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'

export function MetricDictionaryPage(): ReactNode {
  const list = useAnswer(listMetrics, {})
  const visible = new Set((list.data?.rows ?? []).filter((row) => row.visible).map(({ name }) => name))
  return (
    <>
      <PageHead
        title="指标口径"
        note="每个指标只有一个口径，页面、导出和报告正文都用它。"
        crumbs={[{ title: '数据统计', path: paths.statistics }, { title: '指标口径' }]}
      />
      {list.error && <ErrorNote error={list.error} again={() => void list.refetch()} />}
      {Object.entries(metricModules).map(([module, { title }]) => (
        <Panel key={module} title={title}>
          <Table<MetricName>
            className="gk-table"
            size="middle"
            pagination={false}
            rowKey={(name) => name}
            onRow={(name) => ({ id: name })}
            scroll={{ x: 960 }}
            dataSource={metricNames.filter((name) => registry[name].module === module)}
            columns={[
              {
                title: '指标',
                width: 190,
                render: (name: MetricName) => (
                  <>
                    {visible.has(name) ? <Link to={`${paths.statistics}?metric=${name}`}>{registry[name].title}</Link> : registry[name].title}
                    <span className="gk-cell-sub">
                      {registry[name].measure} · {registry[name].over === 'day' ? '截至某日' : '期间'}
                    </span>
                  </>
                ),
              },
              { title: '口径', width: 320, render: (name: MetricName) => registry[name].counts },
              { title: '分组', width: 130, render: (name: MetricName) => registry[name].splits.map((split) => metricSplits[split]).join('、') },
              {
                title: '依据和权限',
                width: 190,
                render: (name: MetricName) => (
                  <>
                    {articleTitle(registry[name].article)}
                    <span className="gk-cell-sub">{actions[registry[name].action]}</span>
                  </>
                ),
              },
              { title: '在正文中引用', width: 190, render: (name: MetricName) => <code>{`{m.${name}}`}</code> },
            ]}
          />
        </Panel>
      ))}
    </>
  )
}
