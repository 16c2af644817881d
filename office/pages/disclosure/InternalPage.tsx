// 内部公开: what the unit, or a unit above it, discloses to its own staff.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { exportInternal, listInternal } from '../../../src/modules/disclosure/http/internal-contract.ts'
import { internalReaches } from '../../../src/modules/disclosure/law/internal-reach.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { UnitFilter, WordsFilter } from '../../ui/filters.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'

export function InternalPage(): ReactNode {
  const state = useListState({ sort: 'newest' })
  const unread = state.value('view') === 'unread'
  const unitId = state.value('unitId')
  const query = { q: state.value('q'), unread: unread ? 'true' : 'false', ...(unitId ? { unitId } : {}) } as const
  const answer = useAnswer(listInternal, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const waiting = useAnswer(listInternal, { query: { unread: 'true', size: 1 } }).data?.total
  return (
    <ListPage
      title="内部公开"
      note="财务、车辆、接待、考核、评优、调动等向本单位干部职工公开的事项，登录后阅读，不对社会发布。"
      views={[
        { key: 'all', title: '全部' },
        { key: 'unread', title: '未读', count: waiting },
      ]}
      view={unread ? 'unread' : 'all'}
      onView={(key) => state.set({ view: key === 'all' ? undefined : key })}
      csv={addressOf(exportInternal, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="标题、正文" />
          <UnitFilter state={state} />
        </>
      }
    >
      <ListTable
        label="内部公开"
        answer={answer}
        state={state}
        rowKey={(row) => row.documentId}
        width={760}
        columns={[
          {
            title: '标题',
            width: 380,
            render: (row) => (
              <Link to={paths.internalDocument(row.documentId)} className={row.readAt === null ? 'gk-unread' : ''}>
                {row.title}
              </Link>
            ),
          },
          { title: '单位', width: 170, render: (row) => row.unitName },
          { title: '公开范围', width: 150, render: (row) => internalReaches[row.reach] },
          { title: '发布', width: 150, render: (row) => <span className="gk-figure">{whenText(row.publishedAt)}</span> },
          {
            title: '我',
            width: 150,
            render: (row) => (row.readAt ? <span className="gk-figure">{whenText(row.readAt)} 已阅</span> : <span className="gk-soon">未读</span>),
          },
        ]}
        empty={<EmptyNote what={unread ? '都读过了。' : '还没有内部公开的信息。'} how="起草时公开方式选“内部公开”，经审核签发后发布到这里。" />}
      />
    </ListPage>
  )
}
