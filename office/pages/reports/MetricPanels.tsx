// A metric looked at in three ways: by month, by one of its keys, and by unit and month at once; each chart with the table behind it, each number a link to its records.
import { Alert, Segmented, Table } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { metricSplits, type MetricPlace, type MetricSplit } from '../../../src/kernel/metric.ts'
import { getMetric, type MetricCounts } from '../../../src/modules/reports/http/metric-contract.ts'
import { recordsOf } from '../../../src/modules/reports/law/metric-records.ts'
import { registry, type MetricName } from '../../../src/modules/reports/law/metrics.ts'
import { useAnswer } from '../../api/hooks.ts'
import { Chart } from '../../charts/Chart.tsx'
import { barsOption, mapOption, trendOption } from '../../charts/options.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { countText, todayText } from '../../ui/format.ts'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { sharesOf, type AskedStatistics } from './statistics-address.ts'

type Row = MetricCounts['rows'][number]

const placeOf = ({ from, until, unitId }: AskedStatistics, part: MetricPlace['part'] = {}): MetricPlace => ({ span: { from, until }, unitId, part })

const valueText = (value: number | null): string => (value === null ? '—' : Number.isInteger(value) ? countText(value) : String(value))

/** A figure that opens to its records. */
export function MetricValue(props: { readonly name: MetricName; readonly value: number | null; readonly place: MetricPlace }): ReactNode {
  const { name, value, place } = props
  if (value === null || (value === 0 && !registry[name].ratio)) return <span className="gk-figure gk-muted">{valueText(value)}</span>
  return (
    <Link className="gk-figure" to={recordsOf(name, place)}>
      {valueText(value)}
    </Link>
  )
}

function useCounts({ name, from, until, unitId }: AskedStatistics, by: string, enabled = true) {
  return useAnswer(getMetric, { query: { name, from, until, by, ...(unitId === undefined ? {} : { unitId }) } }, { enabled })
}

/** Every month of the period up to this one, those that count nothing too. */
function monthsOf({ from, until }: AskedStatistics): string[] {
  const months: string[] = []
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  for (;;) {
    const text = `${year}-${String(month).padStart(2, '0')}`
    if (text > until.slice(0, 7) || text > todayText().slice(0, 7)) return months
    months.push(text)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  }
}

function Keys(props: { readonly asked: AskedStatistics; readonly split: MetricSplit; readonly rows: readonly Row[]; readonly label: string }): ReactNode {
  const { asked, split, rows } = props
  const { measure } = registry[asked.name]
  return (
    <Table<Row>
      className="gk-table"
      size="small"
      aria-label={props.label}
      pagination={{ pageSize: 15, hideOnSinglePage: true, showSizeChanger: false }}
      rowKey={(row) => row.keys.join(' ')}
      dataSource={[...rows]}
      columns={[
        { title: metricSplits[split], render: (_value, row) => row.titles[0] },
        {
          // the panel and the head of the page say which figure it is
          title: `数值（${measure}）`,
          width: 112,
          align: 'right',
          sorter: (a, b) => (a.value ?? 0) - (b.value ?? 0),
          render: (_value, row) => <MetricValue name={asked.name} value={row.value} place={placeOf(asked, { [split]: row.keys[0] ?? '' })} />,
        },
      ]}
    />
  )
}

export function TrendPanel({ asked }: { readonly asked: AskedStatistics }): ReactNode {
  const navigate = useNavigate()
  const answer = useCounts(asked, 'month')
  const { title, measure, ratio } = registry[asked.name]
  const rows = useMemo(() => {
    const values = new Map((answer.data?.rows ?? []).map((row) => [row.keys[0], row.value]))
    return monthsOf(asked).map((month): Row => ({ keys: [month], titles: [month], value: values.get(month) ?? (ratio ? null : 0) }))
  }, [answer.data, asked, ratio])
  const option = useMemo(() => trendOption(rows.map(({ titles: [text = ''], value }) => ({ title: text, value })), title), [rows, title]) // prettier-ignore
  return (
    <Panel title={`按月走势（${measure}）`}>
      {answer.error && <ErrorNote error={answer.error} again={() => void answer.refetch()} />}
      {!answer.data && !answer.error && <Waiting />}
      {answer.data && (
        <div className="gk-chart-beside">
          <Chart
            description={`${title}从${asked.from}到${asked.until}按月的走势，数值见旁边的表`}
            height={360}
            option={option}
            onChoose={(at) => void navigate(recordsOf(asked.name, placeOf(asked, { month: rows[at]?.keys[0] ?? '' })))}
          />
          <Keys asked={asked} split="month" rows={rows.toReversed()} label="按月" />
        </div>
      )}
    </Panel>
  )
}

const nothing = <EmptyNote what="这段时间没有可以统计的记录。" how="换一个期间或者单位看看。" />

const mostBars = 15

export function SharesPanel(props: { readonly asked: AskedStatistics; readonly onSplit: (split: MetricSplit) => void }): ReactNode {
  const { asked } = props
  const navigate = useNavigate()
  const split = asked.by
  const answer = useCounts(asked, split ?? '', split !== undefined)
  const { title, measure, ratio } = registry[asked.name]
  const largest = useMemo(() => (answer.data?.rows ?? []).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)), [answer.data])
  const drawn = useMemo(() => largest.slice(0, mostBars), [largest])
  const option = useMemo(() => barsOption(drawn.map(({ titles: [text = ''], value }) => ({ title: text, value })), title, measure), [drawn, title, measure]) // prettier-ignore
  if (split === undefined) return null
  const together = largest.reduce((sum, { value }) => sum + (value ?? 0), 0)
  return (
    <Panel title="构成">
      <div className="gk-filters">
        <Segmented
          aria-label="分组"
          options={sharesOf(asked.name).map((value) => ({ value, label: `按${metricSplits[value]}` }))}
          value={split}
          onChange={props.onSplit}
        />
      </div>
      {answer.error && <ErrorNote error={answer.error} again={() => void answer.refetch()} />}
      {!answer.data && !answer.error && <Waiting />}
      {answer.data && (
        <>
          {largest.length > 0 && (
            <div className="gk-chart-beside">
              <Chart
                description={`${title}按${metricSplits[split]}的构成，最多的${drawn.length}项，数值见旁边的表`}
                height={Math.max(120, drawn.length * 30 + 16)}
                option={option}
                onChoose={(at) => void navigate(recordsOf(asked.name, placeOf(asked, { [split]: drawn[at]?.keys[0] ?? '' })))}
              />
              <Keys asked={asked} split={split} rows={answer.data.rows} label="构成" />
            </div>
          )}
          {largest.length === 0 && nothing}
          {!ratio && together !== answer.data.total && (
            <Alert
              type="info"
              showIcon
              title={`各项之和是${valueText(together)}，合计是${valueText(answer.data.total)}：同一信息在几项中各计一次，合计只计一次。`}
            />
          )}
        </>
      )}
    </Panel>
  )
}

const mostUnits = 30

export function MapPanel({ asked }: { readonly asked: AskedStatistics }): ReactNode {
  const navigate = useNavigate()
  const answer = useCounts(asked, 'unit,month')
  const { title, measure, ratio } = registry[asked.name]
  const { months, units } = useMemo(() => {
    const found = Map.groupBy(answer.data?.rows ?? [], (row) => row.keys[0] ?? '')
    const all = [...found].map(([id, rows]) => ({ id, title: rows[0]?.titles[0] ?? id, values: new Map(rows.map((row) => [row.keys[1] ?? '', row.value])) }))
    return { months: monthsOf(asked), units: all }
  }, [answer.data, asked])
  const cells = useMemo(
    () => units.slice(0, mostUnits).flatMap((unit, y) => months.flatMap((month, x) => (unit.values.has(month) ? [{ x, y, value: unit.values.get(month) ?? 0 }] : []))),
    [units, months],
  ) // prettier-ignore
  const option = useMemo(() => mapOption({ months, units: units.slice(0, mostUnits).map((unit) => unit.title), cells }), [months, units, cells])
  const open = (unit: string, month: string): string => recordsOf(asked.name, placeOf(asked, { unit, month }))
  return (
    <Panel title={`各单位各月（${measure}）`}>
      {answer.error && <ErrorNote error={answer.error} again={() => void answer.refetch()} />}
      {!answer.data && !answer.error && <Waiting />}
      {answer.data && units.length === 0 && nothing}
      {answer.data && units.length > 0 && (
        <>
          {cells.length > 0 && (
            <div className="gk-chart-scroll">
              {/* what scrolls must be within reach of the keys */}
              <a className="gk-muted" href="#unit-month-table">
                看下面的表
              </a>
              <div style={{ minWidth: 140 + months.length * 26 }}>
                <Chart
                  description={`${title}：每个单位在每个月的数值，颜色越深数值越大，数值见下面的表`}
                  height={Math.min(units.length, mostUnits) * 28 + 48}
                  option={option}
                  onChoose={(at) => {
                    const cell = cells[at]
                    if (cell) void navigate(open(units[cell.y]?.id ?? '', months[cell.x] ?? ''))
                  }}
                />
              </div>
            </div>
          )}
          {units.length > mostUnits && <p className="gk-muted">图中是前{mostUnits}个单位，全部单位见下表。</p>}
          <Table<(typeof units)[number]>
            id="unit-month-table"
            className="gk-table"
            size="small"
            aria-label="各单位各月"
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            rowKey={(unit) => unit.id}
            scroll={{ x: 150 + months.length * 80 }}
            dataSource={units}
            columns={[
              { title: '单位', width: 150, fixed: 'left', render: (_value, unit) => unit.title },
              ...months.map((month) => ({
                title: month,
                width: 80,
                align: 'right' as const,
                render: (_value: unknown, unit: (typeof units)[number]) => (
                  <MetricValue name={asked.name} value={unit.values.get(month) ?? (ratio ? null : 0)} place={placeOf(asked, { unit: unit.id, month })} />
                ),
              })),
            ]}
          />
        </>
      )}
    </Panel>
  )
}
