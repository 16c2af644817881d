// The inbox: what the system has told me.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { exportNotices, listNotices, putNoticesRead } from '../../../src/modules/notices/http/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { WordsFilter } from '../../ui/filters.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'

export function NoticesPage(): ReactNode {
  const state = useListState({ sort: '-createdAt' })
  const unread = state.value('view') !== 'all'
  const query = { q: state.value('q'), unread: unread ? 'true' : 'false', sort: state.sort as '-createdAt' } as const
  const answer = useAnswer(listNotices, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const unreadCount = useAnswer(listNotices, { query: { unread: 'true', size: 1 } }).data?.total
  const read = useSend(putNoticesRead)
  return (
    <ListPage
      title="消息"
      main={
        <Button disabled={unreadCount === 0} loading={read.isPending} onClick={() => read.mutate({ body: {} })}>
          全部标为已读
        </Button>
      }
      views={[
        { key: 'unread', title: '未读', count: unreadCount },
        { key: 'all', title: '全部' },
      ]}
      view={unread ? 'unread' : 'all'}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(exportNotices, { query })}
      filters={<WordsFilter state={state} placeholder="消息内容" />}
    >
      <ListTable
        label="消息"
        answer={answer}
        state={state}
        rowKey={(row) => row.noticeId}
        width={560}
        columns={[
          {
            title: '消息',
            width: 400,
            render: (row) => (
              <Link
                to={row.link}
                className={row.readAt === null ? 'gk-unread' : ''}
                onClick={() => row.readAt === null && read.mutate({ body: { noticeIds: [row.noticeId] } })}
              >
                {row.title}
              </Link>
            ),
          },
          { title: '时间', sort: 'createdAt', width: 150, render: (row) => <span className="gk-figure">{whenText(row.createdAt)}</span> },
        ]}
        empty={<EmptyNote what={unread ? '没有未读消息。' : '没有消息。'} how="有信息到您手上、被退回、被催办或者已经发布时，会在这里告诉您。" />}
      />
    </ListPage>
  )
}
