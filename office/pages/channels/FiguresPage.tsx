// 公开数量: how much became public in a period, by channel and by unit; every number opens to its rows.
import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import { exportFigures, getFigures } from '../../../src/modules/channels/http/contract.ts'
import type { Line } from '../../../src/law/lines.ts'
import { channelGroups, channelNames, channels, type ChannelGroup, type ChannelName } from '../../../src/modules/channels/law/channels.ts'
import { channelMetrics, type ChannelMetric } from '../../../src/modules/channels/law/metrics.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useAddress, type ChangeAddress } from '../../ui/address.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { countText } from '../../ui/format.ts'
import { LineSwitch, useLine, type LineChoice } from '../../ui/line.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { PeriodFilter } from '../../ui/PeriodFilter.tsx'
import { monthNow, quarterNow, yearBack, type Period } from '../../ui/periods.ts'
import { Panel } from '../../ui/SheetPage.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { Figures, OpeningCount } from '../../ui/Board.tsx'

type Counts = Readonly<Partial<Record<ChannelName, number>>>
const groups = Object.keys(channelGroups) as ChannelGroup[]
const namesIn = (group: ChannelGroup): ChannelName[] => channelNames.filter((name) => channels[name].group === group)
const totalOf = (counts: Counts, names: readonly ChannelName[]): number => names.reduce((sum, name) => sum + (counts[name] ?? 0), 0)

interface Asked {
  readonly from: string
  readonly until: string
  readonly unitId?: string
  readonly line: Line
}

function useAsked(): { readonly asked: Asked; readonly choice: LineChoice; readonly set: ChangeAddress } {
  const [search, set] = useAddress()
  const unitId = search.get('unitId')
  const choice = useLine(search.get('line'))
  return {
    choice,
    asked: { line: choice.line, from: search.get('from') ?? yearBack(0).from, until: search.get('until') ?? yearBack(0).until, ...(unitId ? { unitId } : {}) },
    set,
  }
}

const rowsPath = (asked: Asked, metric: ChannelMetric, names?: readonly ChannelName[]): string =>
  `${paths.figureRows}?${new URLSearchParams({ ...asked, metric, ...(names ? { channels: names.join(',') } : {}) })}`

const periods = (): readonly Period[] => [
  { label: '今年', days: yearBack(0) },
  { label: '去年', days: yearBack(1) },
  { label: '本季度', days: quarterNow() },
  { label: '本月', days: monthNow() },
]

export function FiguresPage(): ReactNode {
  const { asked, choice, set } = useAsked()
  const answer = useAnswer(getFigures, { query: asked }, { keep: true })
  const { data } = answer
  return (
    <>
      <PageHead
        title="公开数量"
        note={channelMetrics['published-distinct'].counts}
        main={<Button href={addressOf(exportFigures, { query: asked })}>导出 CSV</Button>}
      />
      <Panel>
        <div className="gk-filters gk-figure-filters">
          <LineSwitch choice={choice} onChange={(line) => set({ line, unitId: undefined })} />
          <PeriodFilter periods={periods()} days={asked} onChange={set} />
          <UnitSelect value={asked.unitId ?? null} placeholder="单位（含下级）" onChange={(unitId) => set({ unitId })} />
        </div>
        {data && (
          <>
            <Figures
              figures={[
                {
                  title: asked.line === 'party' ? '党务公开信息数' : '主动公开政府信息数',
                  count: data.distinct,
                  path: rowsPath(asked, 'published-distinct'),
                  tone: 'good',
                },
                ...groups.map((group) => ({
                  title: channelGroups[group],
                  count: totalOf(data.first, namesIn(group)),
                  path: rowsPath(asked, 'published-first-by-channel', namesIn(group)),
                })),
              ]}
            />
            <p className="gk-muted gk-note-above">{channelMetrics['published-first-by-channel'].counts}</p>
          </>
        )}
      </Panel>
      {answer.error && <ErrorNote error={answer.error} again={() => void answer.refetch()} />}
      {!data && !answer.error && <Waiting />}
      {data && (
        <>
          <Panel title="各渠道">
            <Table
              className="gk-table"
              size="middle"
              pagination={false}
              rowKey={(name) => name}
              scroll={{ x: 560 }}
              dataSource={channelNames.filter((name) => (data.by[name] ?? 0) > 0 || (data.first[name] ?? 0) > 0)}
              locale={{ emptyText: '这段时间没有公开信息。' }}
              columns={[
                { title: '渠道', width: 200, render: (name: ChannelName) => channels[name].title },
                { title: '计入', width: 140, render: (name: ChannelName) => channelGroups[channels[name].group] },
                {
                  title: '该渠道公开',
                  width: 140,
                  align: 'right',
                  render: (name: ChannelName) => <OpeningCount count={data.by[name] ?? 0} to={rowsPath(asked, 'published-by-channel', [name])} />,
                },
                {
                  title: '其中最先公开',
                  width: 140,
                  align: 'right',
                  render: (name: ChannelName) => <OpeningCount count={data.first[name] ?? 0} to={rowsPath(asked, 'published-first-by-channel', [name])} />,
                },
              ]}
              summary={() => (
                <Table.Summary.Row>
                  <Table.Summary.Cell index={0} colSpan={3}>
                    合计（同一信息计1条）
                  </Table.Summary.Cell>
                  <Table.Summary.Cell index={3} align="right">
                    <OpeningCount count={data.distinct} to={rowsPath(asked, 'published-distinct')} />
                  </Table.Summary.Cell>
                </Table.Summary.Row>
              )}
            />
          </Panel>
          <Panel title="各单位">
            <Table
              className="gk-table"
              size="middle"
              pagination={{ pageSize: 20, hideOnSinglePage: true }}
              rowKey={(row) => row.unitId}
              scroll={{ x: 720 }}
              dataSource={[...data.units]}
              locale={{ emptyText: '这段时间没有公开信息。' }}
              columns={[
                { title: '单位', width: 220, render: (_value, row) => row.unitName },
                {
                  title: '公开信息数',
                  width: 110,
                  align: 'right',
                  sorter: (a, b) => a.distinct - b.distinct,
                  render: (_value, row) => <OpeningCount count={row.distinct} to={rowsPath({ ...asked, unitId: row.unitId }, 'published-distinct')} />,
                },
                ...groups.map((group) => ({
                  title: channelGroups[group],
                  width: 100,
                  align: 'right' as const,
                  render: (_value: unknown, row: (typeof data.units)[number]) => {
                    const count = totalOf(row.first, namesIn(group))
                    return count === 0 ? <span className="gk-muted">0</span> : <span className="gk-figure">{countText(count)}</span>
                  },
                })),
              ]}
            />
            <p className="gk-muted">两个单位公开的同一信息，各单位各计1条，合计只计1条，所以各单位之和可能大于合计。点开一个单位的数字，含其下级单位。</p>
          </Panel>
        </>
      )}
    </>
  )
}
