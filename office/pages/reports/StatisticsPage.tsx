// 数据统计: each figure of the registry over a period and for a unit, as a trend, by its parts, and by unit and month; every number opens to its records.
import { Button, Select } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { Link } from 'react-router'
import { exportMetric, exportMetricGrid, getMetric, listMetrics } from '../../../src/modules/reports/http/metric-contract.ts'
import { metricModules, registry, type MetricName } from '../../../src/modules/reports/law/metrics.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { PeriodFilter } from '../../ui/PeriodFilter.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { MapPanel, MetricValue, SharesPanel, TrendPanel } from './MetricPanels.tsx'
import { periods, useAsked, type AskedStatistics } from './statistics-address.ts'

const optionsOf = (visible: readonly MetricName[]) =>
  Object.entries(metricModules).flatMap(([module, { title }]) => {
    const own = visible.filter((name) => registry[name].module === module)
    return own.length === 0 ? [] : [{ label: title, options: own.map((name) => ({ value: name, label: registry[name].title })) }]
  })

function Whole({ asked }: { readonly asked: AskedStatistics }): ReactNode {
  const { name, from, until, unitId } = asked
  const answer = useAnswer(getMetric, { query: { name, from, until, ...(unitId === undefined ? {} : { unitId }) } }, { keep: true })
  const { title, measure, counts, over } = registry[name]
  return (
    <div className="gk-statistic">
      {answer.error && <ErrorNote error={answer.error} again={() => void answer.refetch()} />}
      {answer.data && (
        <p className="gk-statistic-value">
          <MetricValue name={name} value={answer.data.total} place={{ span: { from, until }, unitId, part: {} }} /> <span>{measure}</span>
        </p>
      )}
      <div>
        <p>
          <b>{title}</b> <span className="gk-muted">{over === 'day' ? `截至${until}` : `${from} 至 ${until}`}</span>
        </p>
        <p className="gk-muted">
          {counts} <Link to={`${paths.metricDictionary}#${name}`}>全部指标口径</Link>
        </p>
      </div>
    </div>
  )
}

export function StatisticsPage(): ReactNode {
  const list = useAnswer(listMetrics, {})
  const visible = useMemo(() => (list.data?.rows ?? []).filter((row) => row.visible).map(({ name }) => name), [list.data])
  const [asked, set] = useAsked(visible)
  const exported = asked && {
    query: { name: asked.name, from: asked.from, until: asked.until, by: asked.by ?? '', ...(asked.unitId === undefined ? {} : { unitId: asked.unitId }) },
  }
  return (
    <>
      <PageHead
        title="数据统计"
        note="同一个指标在任何地方都是同一个数；点数字或者图上的一处，查看所计的每一条记录。"
        main={
          exported && (
            <>
              <Button href={addressOf(exportMetric, exported)}>导出 CSV</Button> <Button href={addressOf(exportMetricGrid, exported)}>导出 Excel</Button>
            </>
          )
        }
      />
      {list.error && <ErrorNote error={list.error} again={() => void list.refetch()} />}
      {!list.data && !list.error && <Waiting />}
      {list.data && !asked && <EmptyNote what="没有可以查看的指标。" how="指标随查看公开申请、渠道台账的权限开放，需要时请向安全保密管理员申请角色。" />}
      {asked && (
        <>
          <Panel>
            <div className="gk-filters gk-figure-filters">
              <Select<MetricName>
                aria-label="指标"
                className="gk-metric-select"
                showSearch={{ optionFilterProp: 'label' }}
                options={optionsOf(visible)}
                value={asked.name}
                onChange={(metric) => set({ metric, by: undefined })}
              />
              <PeriodFilter periods={periods()} days={asked} onChange={set} />
              <UnitSelect value={asked.unitId ?? null} placeholder="单位（含下级）" onChange={(unitId) => set({ unitId })} />
            </div>
            <Whole asked={asked} />
          </Panel>
          {registry[asked.name].splits.includes('month') && <TrendPanel asked={asked} />}
          <SharesPanel asked={asked} onSplit={(by) => set({ by })} />
          {registry[asked.name].splits.includes('month') && registry[asked.name].splits.includes('unit') && <MapPanel asked={asked} />}
        </>
      )}
    </>
  )
}
