// 报告填报: the rounds in which my units have a report, and the way to open one.
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { listReportRounds } from '../../../src/modules/reports/http/rounds-contract.ts'
import { roundKindNames, roundKinds } from '../../../src/modules/reports/law/states.ts'
import { useAnswer } from '../../api/hooks.ts'
import { OpenRoundDialog } from '../../forms/reports/OpenRoundDialog.tsx'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { OpeningCount } from '../../ui/Board.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, WordsFilter } from '../../ui/filters.tsx'
import { dayText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'

const views = { open: '进行中', closed: '已结束', all: '全部' } as const
type View = keyof typeof views

export function ReportRoundsPage(): ReactNode {
  const state = useListState({ sort: '' })
  const [opening, setOpening] = useState(false)
  const mayOpen = useSession().may("report.round")
  const view = (state.value('view') in views ? state.value('view') : 'open') as View
  const kind = roundKindNames.find((name) => name === state.value('kind'))
  const query = { view, q: state.value('q'), page: state.page, size: state.size, ...(kind ? { kind } : {}) }
  const answer = useAnswer(listReportRounds, { query }, { keep: true })
  return (
    <ListPage
      title="报告填报"
      note="年度报告、工作总结和自查报告：主管部门发起，各单位填报、签发、报送。点数字查看这些单位。"
      main={
        mayOpen && (
          <Button type="primary" onClick={() => setOpening(true)}>
            发起填报
          </Button>
        )
      }
      views={(Object.keys(views) as View[]).map((key) => ({ key, title: views[key] }))}
      view={view}
      onView={(key) => state.set({ view: key })}
      filters={
        <>
          <WordsFilter state={state} placeholder="名称、依据" />
          <ChoiceFilter state={state} name="kind" placeholder="种类" options={roundKindNames.map((name) => ({ value: name, label: roundKinds[name].title }))} />
        </>
      }
    >
      <ListTable
        label="报告填报"
        answer={answer}
        state={state}
        rowKey={(row) => row.id}
        width={900}
        columns={[
          {
            title: '名称',
            width: 320,
            render: (row) => (
              <>
                <Link to={paths.reportRound(row.id)}>{row.title}</Link>
                <span className="gk-cell-sub">
                  {row.unitName} · {dayText(row.openedAt)} 发起
                </span>
              </>
            ),
          },
          { title: '报送期限', width: 110, render: (row) => <span className="gk-figure">{row.handInBy}</span> },
          { title: '应报', width: 70, align: 'right', render: (row) => <OpeningCount count={row.counts.total} to={paths.reportRound(row.id)} /> },
          { title: '待接收', width: 80, align: 'right', render: (row) => <OpeningCount count={row.counts.states.submitted ?? 0} to={`${paths.reportRound(row.id)}?view=submitted`} /> },
          { title: '已接收', width: 80, align: 'right', render: (row) => <OpeningCount count={row.counts.states.accepted ?? 0} to={`${paths.reportRound(row.id)}?view=accepted`} /> },
          { title: '逾期未报', width: 90, align: 'right', render: (row) => <OpeningCount count={row.counts.late} to={`${paths.reportRound(row.id)}?view=late`} /> },
          { title: '状态', width: 100, render: (row) => (row.closedAt ? '已结束' : '进行中') },
        ]}
        empty={<EmptyNote what="没有填报。" how={mayOpen ? '点“发起填报”，系统列出填报单位并填好已有数据。' : '主管部门发起后，您单位的报告显示在这里。'} />}
      />
      <OpenRoundDialog open={opening} onClose={() => setOpening(false)} />
    </ListPage>
  )
} // prettier-ignore
