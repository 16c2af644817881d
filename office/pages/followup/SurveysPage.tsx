// 实施效果调查: which published documents are followed up, and how many answered.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { exportSurveys, listSurveys } from '../../../src/modules/followup/http/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { WordsFilter } from '../../ui/filters.tsx'
import { countText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { standingTones } from './standing.ts'

const views = [
  { key: 'all', title: '全部' },
  { key: 'open', title: '进行中' },
  { key: 'waiting', title: '未开始' },
  { key: 'closed', title: '已结束' },
] as const

export function SurveysPage(): ReactNode {
  const state = useListState({ sort: 'newest' })
  const view = views.find((one) => one.key === state.value('view'))?.key ?? 'all'
  const query = { state: view, q: state.value('q') } as const
  const answer = useAnswer(listSurveys, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  return (
    <ListPage
      title="实施效果调查"
      note="公布事项的落实情况，由公众在发布几个月后评价。在已发布信息的页面上设置。"
      views={[...views]}
      view={view}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(exportSurveys, { query })}
      filters={<WordsFilter state={state} placeholder="信息标题" />}
    >
      <ListTable
        label="实施效果调查"
        answer={answer}
        state={state}
        rowKey={(row) => row.documentId}
        width={760}
        columns={[
          {
            title: '信息',
            width: 340,
            render: (row) => (
              <>
                <Link to={paths.survey(row.documentId)}>{row.title}</Link>
                <span className="gk-cell-sub">{row.unitName}</span>
              </>
            ),
          },
          {
            title: '调查时间',
            width: 210,
            render: (row) => (
              <span className="gk-figure">
                {row.opensOn} 至 {row.closesOn}
              </span>
            ),
          },
          { title: '状态', width: 110, render: (row) => <StateTag title={row.standingTitle} tone={standingTones[row.standing]} /> },
          { title: '收到答卷', width: 100, render: (row) => <span className="gk-figure">{countText(row.answers)}</span> },
        ]}
        empty={<EmptyNote what="没有这样的调查。" how="打开一条已发布的信息，点“设置调查”。" />}
      />
    </ListPage>
  )
}
