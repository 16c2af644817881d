// 历年年报: which unit has a yearly report of which year, and where each comes from.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { listReportYears } from '../../../src/modules/reports/http/history-contract.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { WordsFilter } from '../../ui/filters.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { originTitles, stateOf } from './report-words.ts'

type Row = AnswerOf<typeof listReportYears>['rows'][number]

function Kept(props: { readonly unitId: string; readonly one: Row['years'][number] }): ReactNode {
  const { unitId, one } = props
  const { origin, scope, state, reportId, isPublic } = one
  const to = origin === 'taken-over' ? `${paths.reportHistoryOf(unitId)}?scope=${scope}` : paths.report(reportId)
  const remarks = [scope === 'region' ? '汇总' : '', state === 'accepted' ? '' : stateOf(state).title, isPublic ? '已公布' : ''].filter((text) => text !== '')
  return (
    <div>
      <Link to={to}>{originTitles[origin]}</Link>
      {remarks.length > 0 && <span className="gk-cell-sub">{remarks.join('，')}</span>}
    </div>
  )
}

export function ReportHistoryPage(): ReactNode {
  const state = useListState({ sort: '' })
  const mayCheck = useSession().may('report.check')
  const words = state.value('q')
  const answer = useAnswer(listReportYears, { query: { words, page: state.page, size: state.size } }, { keep: true })
  const years = answer.data?.years ?? []
  return (
    <ListPage
      title="历年年报"
      note={
        <>
          各单位每年的政府信息公开工作年度报告：系统填报、按纸质报告录入，或者从以往的文件转入。
          {mayCheck && (
            <>
              往年的报告在<Link to={paths.reportCheck}>报告检查</Link>里读取、核对后保存。
            </>
          )}
        </>
      }
      filters={<WordsFilter state={state} placeholder="单位名称" />}
    >
      <ListTable
        label="历年年报"
        answer={answer}
        state={state}
        rowKey={(row) => row.unitId}
        width={240 + years.length * 96}
        columns={[
          { title: '单位', width: 240, render: (row) => <Link to={paths.reportHistoryOf(row.unitId)}>{row.unitName}</Link> },
          ...years.map((year) => ({
            title: `${year}年`,
            width: 96,
            render: (row: Row) => {
              const kept = row.years.filter((one) => one.year === year)
              return kept.length === 0 ? <span className="gk-muted">缺</span> : kept.map((one) => <Kept key={one.reportId} unitId={row.unitId} one={one} />)
            },
          })),
        ]}
        empty={<EmptyNote what="没有这样的单位。" how="换一个名称看看；这里只列出您可以查看的单位。" />}
      />
    </ListPage>
  )
}
