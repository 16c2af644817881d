// 办理数量和时效: how many applications came and ended in a period, in what time, and how many too late; every number opens to its applications.
import { Button, Select, Table } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { exportRequestFigures, getRequestFigures, type RequestFigures } from '../../../src/modules/requests/http/figures-contract.ts'
import {
  figureSplitNames,
  figureSplits,
  requestFigureNames,
  requestFigures,
  type FigureSplit,
  type RequestFigure,
} from '../../../src/modules/requests/law/figures.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useAddress } from '../../ui/address.ts'
import { Figures, OpeningCount } from '../../ui/Board.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { PeriodFilter } from '../../ui/PeriodFilter.tsx'
import { yearBack, type Period } from '../../ui/periods.ts'
import { Panel } from '../../ui/SheetPage.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

type Row = RequestFigures['rows'][number]

interface Asked {
  readonly from: string
  readonly until: string
  readonly by: FigureSplit
  readonly unitId?: string
}

const periods = (): readonly Period[] => [
  { label: '今年', days: yearBack(0) },
  { label: '去年', days: yearBack(1) },
  { label: '前年', days: yearBack(2) },
]

/** The applications that a number counts; a month narrows the period, the others are filters of the list. */
function rowsPath(asked: Asked, figure: RequestFigure, row?: Row): string {
  const { by, ...period } = asked
  const month = by === 'month' && row ? dayjs(`${row.key}-01`) : undefined
  const span = month ? { from: month.format('YYYY-MM-DD'), until: month.endOf('month').format('YYYY-MM-DD') } : {}
  const filter = row && by !== 'month' && row.key !== '' ? { [by === 'unit' ? 'unitId' : by]: row.key } : {}
  return `${paths.requests}?${new URLSearchParams({ ...period, ...span, ...filter, figure })}`
}

const shareText = (share: number | null): string => (share === null ? '—' : `${share}%`)
const daysText = (days: number | null): string => (days === null ? '—' : `${days}天`)

export function RequestFiguresPage(): ReactNode {
  const [search, set] = useAddress()
  const unitId = search.get('unitId')
  const asked: Asked = {
    from: search.get('from') ?? yearBack(0).from,
    until: search.get('until') ?? yearBack(0).until,
    by: figureSplitNames.find((name) => name === search.get('by')) ?? 'unit',
    ...(unitId ? { unitId } : {}),
  }
  const answer = useAnswer(getRequestFigures, { query: asked }, { keep: true })
  const { data } = answer
  return (
    <>
      <PageHead
        title="办理数量和时效"
        note="期间内收到和办结的公开申请，用了多少天，有没有超过答复期限；点数字查看所计的申请。"
        crumbs={[{ title: '依申请公开', path: paths.requests }, { title: '办理数量和时效' }]}
        main={<Button href={addressOf(exportRequestFigures, { query: asked })}>导出 CSV</Button>}
      />
      <Panel>
        <div className="gk-filters gk-figure-filters">
          <PeriodFilter periods={periods()} days={asked} onChange={set} />
          <UnitSelect value={unitId} placeholder="全部单位" onChange={(value) => set({ unitId: value })} />
        </div>
        {data && (
          <>
            <Figures
              figures={requestFigureNames.map((name) => ({ title: requestFigures[name].title, count: data.total[name], path: rowsPath(asked, name) }))}
            />
            <p className="gk-muted gk-note-above">
              按期率 <b className="gk-figure">{shareText(data.total.shareInTime)}</b>，平均用时 <b className="gk-figure">{daysText(data.total.meanDays)}</b>
              （自然日，从收到到办结，含补正、征求意见的时间）
              {data.total.mostLate > 0 && `，最长逾期${data.total.mostLate}天`}。
            </p>
          </>
        )}
      </Panel>
      {answer.error && <ErrorNote error={answer.error} again={() => void answer.refetch()} />}
      {!data && !answer.error && <Waiting />}
      {data && (
        <Panel>
          <div className="gk-filters">
            <Select
              aria-label="分组"
              options={figureSplitNames.map((value) => ({ value, label: `按${figureSplits[value]}` }))}
              value={asked.by}
              onChange={(by) => set({ by })}
            />
          </div>
          <Table<Row>
            className="gk-table"
            size="middle"
            pagination={{ pageSize: 30, hideOnSinglePage: true }}
            rowKey={(row) => row.key}
            scroll={{ x: 900 }}
            dataSource={[...data.rows]}
            locale={{ emptyText: '这段时间没有收到、也没有办结公开申请。' }}
            columns={[
              { title: figureSplits[asked.by], width: 190, render: (_value, row) => row.title },
              ...requestFigureNames.map((name) => ({
                title: requestFigures[name].title,
                width: 100,
                align: 'right' as const,
                sorter: (a: Row, b: Row) => a[name] - b[name],
                render: (_value: unknown, row: Row) => <OpeningCount count={row[name]} to={rowsPath(asked, name, row)} />,
              })),
              { title: '按期率', width: 100, align: 'right', render: (_value, row) => <span className="gk-figure">{shareText(row.shareInTime)}</span> },
              {
                title: '平均用时',
                width: 110,
                align: 'right',
                sorter: (a, b) => (a.meanDays ?? 0) - (b.meanDays ?? 0),
                render: (_value, row) => <span className="gk-figure">{daysText(row.meanDays)}</span>,
              },
              {
                title: '最长逾期',
                width: 110,
                align: 'right',
                sorter: (a, b) => a.mostLate - b.mostLate,
                render: (_value, row) => (row.mostLate > 0 ? <span className="gk-figure">{row.mostLate}天</span> : <span className="gk-muted">—</span>),
              },
            ]}
          />
          <dl className="gk-definitions">
            {requestFigureNames.map((name) => (
              <div key={name}>
                <dt>{requestFigures[name].title}</dt>
                <dd>{requestFigures[name].counts}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      )}
    </>
  )
}
