// 转为主动公开: which answers are proposed to become public and why, what was decided, and what waits for the catalogue.
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { listProposals, type ProposalRow } from '../../../src/modules/requests/http/proposal-contract.ts'
import { proposalViews } from '../../../src/modules/requests/law/proposal-views.ts'
import { useAnswer } from '../../api/hooks.ts'
import { AcceptDialog, DeclineDialog, EntryDialog, type Asked } from '../../forms/requests/ProposalDialogs.tsx'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { proposalTitle, proposalTones, ResultOf, whyOf } from './proposal-words.tsx'

function Entry(props: { readonly row: ProposalRow }): ReactNode {
  const { entryId, entryName, wished } = props.row
  if (entryId && entryName) return <Link to={paths.catalogueEntry(entryId)}>{entryName}</Link>
  if (!wished) return <span className="gk-muted">—</span>
  return (
    <>
      {wished.name}
      <span className="gk-cell-sub">{wished.field} · 等待录入</span>
    </>
  )
}

export function ProposalsPage(): ReactNode {
  const state = useListState({ sort: 'raised' })
  const view = proposalViews.find((one) => one === state.value('view')) ?? 'open'
  const query = { view, q: state.value('q'), ...(state.value('unitId') ? { unitId: state.value('unitId') } : {}) }
  const answer = useAnswer(listProposals, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const counts = answer.data?.counts
  const [accepting, setAccepting] = useState<Asked | null>(null)
  const [declining, setDeclining] = useState<Asked | null>(null)
  const [entering, setEntering] = useState<ProposalRow | null>(null)
  const of = ({ requestId, number }: ProposalRow): Asked => ({ id: requestId, number })
  return (
    <ListPage
      title="转为主动公开"
      note="答复予以公开、部分公开的，或者多个申请人申请相同信息的，建议纳入主动公开的范围（条例第四十四条），由承办单位决定。"
      views={[
        { key: 'open', title: '待决定', count: counts?.open },
        { key: 'accepted', title: '已采纳', count: counts?.accepted },
        { key: 'declined', title: '不采纳', count: counts?.declined },
        { key: 'entry', title: '待录入目录', count: counts?.entry },
        { key: 'all', title: '全部' },
      ]}
      view={view}
      onView={(key) => state.set({ view: key })}
      filters={
        <>
          <WordsFilter state={state} placeholder="申请编号、内容" />
          <UnitFilter state={state} />
        </>
      }
    >
      <ListTable
        label="转为主动公开的建议"
        answer={answer}
        state={state}
        rowKey={(row) => row.requestId}
        width={1060}
        columns={[
          {
            title: '申请',
            width: 280,
            render: (row) => (
              <>
                <Link to={paths.request(row.requestId)}>{row.subject}</Link>
                <span className="gk-cell-sub">
                  <span className="gk-figure">{row.number}</span> · {row.unitName}
                </span>
              </>
            ),
          },
          {
            title: '为什么建议',
            width: 220,
            render: (row) =>
              whyOf(row).map((why) => (
                <span key={why} className="gk-proposal-why">
                  {why}
                </span>
              )),
          },
          { title: '状态', width: 100, render: (row) => <StateTag title={proposalTitle(row)} tone={proposalTones[row.state]} /> },
          { title: '公开目录', width: 180, render: (row) => <Entry row={row} /> },
          { title: '结果', width: 160, render: (row) => <ResultOf row={row} /> },
          {
            title: '办理',
            width: 150,
            render: (row) => (
              <span className="gk-letter-files">
                {row.mayDecide && row.state !== 'accepted' && (
                  <Button size="small" onClick={() => setAccepting(of(row))}>
                    采纳
                  </Button>
                )}
                {row.mayDecide && row.state === 'open' && (
                  <Button size="small" onClick={() => setDeclining(of(row))}>
                    不采纳
                  </Button>
                )}
                {row.mayEnter && row.state === 'accepted' && row.wished && !row.entryId && (
                  <Button size="small" onClick={() => setEntering(row)}>
                    录入目录
                  </Button>
                )}
              </span>
            ),
          },
        ]}
        empty={<EmptyNote what="没有转为主动公开的建议。" how="答复送达或者相似申请达到三件以后自动提出，也可以在申请的页面提出。" />}
      />
      <AcceptDialog asked={accepting} onClose={() => setAccepting(null)} />
      <DeclineDialog asked={declining} onClose={() => setDeclining(null)} />
      <EntryDialog asked={entering && of(entering)} wished={entering?.wished ?? null} onClose={() => setEntering(null)} />
    </ListPage>
  )
}
