// 政策解读: which policy documents have their interpretation, which wait for it and which are late.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { exportInterpretations, listInterpretations } from '../../../src/modules/disclosure/http/relations-contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { DayLedger } from '../../ui/DayLedger.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

const tones = { given: 'good', 'given-late': 'soon', waived: 'neutral', waiting: 'work', late: 'bad' } as const
const views = ['open', 'late', 'given', 'waived', 'all'] as const

export function InterpretationsPage(): ReactNode {
  const state = useListState({ sort: 'newest' })
  const view = views.find((one) => one === state.value('view')) ?? 'open'
  const unitId = state.value('unitId')
  const query = { state: view, q: state.value('q'), ...(unitId ? { unitId } : {}) }
  const answer = useAnswer(listInterpretations, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const open = useAnswer(listInterpretations, { query: { state: 'open', size: 1 } }).data?.total
  const late = useAnswer(listInterpretations, { query: { state: 'late', size: 1 } }).data?.total
  return (
    <ListPage
      title="政策解读"
      note="政策文件的解读与文件一并起草、审核、签发，在文件公布后3个工作日内发布。"
      views={[
        { key: 'open', title: '待解读', count: open },
        { key: 'late', title: '逾期', count: late },
        { key: 'given', title: '已解读' },
        { key: 'waived', title: '不需解读' },
        { key: 'all', title: '全部' },
      ]}
      view={view}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(exportInterpretations, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="文件标题" />
          <UnitFilter state={state} />
        </>
      }
    >
      <ListTable
        label="政策解读"
        answer={answer}
        state={state}
        rowKey={(row) => row.documentId}
        width={900}
        columns={[
          {
            title: '文件',
            width: 340,
            render: (row) => (
              <>
                <Link to={paths.edition(row.editionId)}>{row.title}</Link>
                <span className="gk-cell-sub">{row.unitName}</span>
              </>
            ),
          },
          { title: '发布', width: 110, render: (row) => <span className="gk-figure">{row.publishedOn}</span> },
          {
            title: '期限',
            width: 130,
            render: (row) => (
              <DayLedger due={row.dueOn} provisional={row.provisional} late={row.standing === 'late'} ask={{ term: 'interpretation', from: row.publishedOn }} />
            ),
          },
          { title: '情况', width: 120, render: (row) => <StateTag title={row.standingTitle} tone={tones[row.standing]} /> },
          {
            title: '解读',
            width: 260,
            render: (row) =>
              row.interpretationTitle ? (
                <>
                  {row.interpretationEditionId ? (
                    <Link to={paths.edition(row.interpretationEditionId)}>{row.interpretationTitle}</Link>
                  ) : (
                    row.interpretationTitle
                  )}
                  <span className="gk-cell-sub">{row.givenOn}</span>
                </>
              ) : row.waivedReason ? (
                <>
                  {row.waivedReason}
                  <span className="gk-cell-sub">{row.waivedByName}批准</span>
                </>
              ) : (
                <Link to={paths.edition(row.editionId)}>去起草</Link>
              ),
          },
        ]}
        empty={
          <EmptyNote
            what={view === 'late' ? '没有逾期的解读。' : '没有这样的文件。'}
            how="办法、规定、细则、意见等政策文件发布时，系统按3个工作日计算解读期限，列在这里。"
          />
        }
      />
    </ListPage>
  )
}
