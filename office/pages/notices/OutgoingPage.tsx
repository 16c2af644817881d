// 发件箱: what leaves by mail or text message, what waits and why, what was given up.
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { exportOutgoing, listOutgoing, postOutgoingTry, postTrialLetter } from '../../../src/modules/notices/http/contract.ts'
import { outgoingChannels, outgoingKinds, type OutgoingChannel, type OutgoingKind } from '../../../src/modules/notices/law/outgoing.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { optionsOf } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ChoiceFilter, WordsFilter } from '../../ui/filters.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

const views = [
  { key: 'waiting', title: '等待发送' },
  { key: 'sent', title: '已发出' },
  { key: 'given-up', title: '已放弃' },
  { key: 'all', title: '全部' },
] as const

const noteOf = ({ sender, textGateway }: AnswerOf<typeof listOutgoing>): string =>
  [
    sender ? `邮件由 ${sender} 发出。` : '还没有设置邮件服务器，没有邮件会发出。',
    textGateway ? `短信由 ${textGateway} 发出。` : '还没有设置短信网关，没有短信会发出。',
    sender || textGateway ? '失败的会自动再发，间隔越来越长，一两天后放弃。' : '设置方法见运维手册。',
  ].join('')

export function OutgoingPage(): ReactNode {
  const state = useListState({ sort: '-createdAt' })
  const { message } = App.useApp()
  const view = views.find((one) => one.key === state.value('view'))?.key ?? 'waiting'
  const kind = state.value('kind')
  const channel = state.value('channel')
  const query = {
    state: view,
    q: state.value('q'),
    ...(channel ? { channel: channel as OutgoingChannel } : {}),
    ...(kind ? { kind: kind as OutgoingKind } : {}),
  } as const
  const answer = useAnswer(listOutgoing, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const again = useSend(postOutgoingTry)
  const trial = useSend(postTrialLetter)
  const sender = answer.data?.sender
  return (
    <ListPage
      title="发件箱"
      note={answer.data && noteOf(answer.data)}
      main={
        <Button
          disabled={!sender}
          loading={trial.isPending}
          onClick={() => trial.mutate({}, { onSuccess: () => void message.success('测试邮件已放入发件箱') })}
        >
          给自己发测试邮件
        </Button>
      }
      views={[...views]}
      view={view}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(exportOutgoing, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="收件人姓名" />
          <ChoiceFilter state={state} name="channel" placeholder="方式" options={optionsOf(outgoingChannels)} />
          <ChoiceFilter state={state} name="kind" placeholder="类别" options={optionsOf(outgoingKinds)} />
        </>
      }
    >
      <ErrorNote error={trial.error ?? again.error} />
      <ListTable
        label="发件箱"
        answer={answer}
        state={state}
        rowKey={(row) => row.outgoingId}
        width={960}
        columns={[
          {
            title: '主题',
            width: 300,
            render: (row) => (
              <>
                {row.subject}
                <span className="gk-cell-sub">{outgoingKinds[row.kind]}</span>
              </>
            ),
          },
          { title: '方式', width: 70, render: (row) => outgoingChannels[row.channel] },
          { title: '收件人', width: 110, render: (row) => row.accountName ?? '—' },
          { title: '写入', width: 150, render: (row) => <span className="gk-figure">{whenText(row.createdAt)}</span> },
          {
            title: '状态',
            width: 240,
            render: (row) =>
              row.sentAt ? (
                <>
                  <StateTag title="已发出" tone="good" />
                  <span className="gk-cell-sub">{whenText(row.sentAt)}</span>
                </>
              ) : (
                <>
                  <StateTag title={row.givenUpAt ? '已放弃' : row.tries === 0 ? '等待发送' : `失败 ${row.tries} 次`} tone={row.givenUpAt ? 'bad' : 'soon'} />
                  <span className="gk-cell-sub">{row.givenUpAt ? whenText(row.givenUpAt) : `下次 ${whenText(row.nextTryAt)}`}</span>
                  {row.lastFault && <p className="gk-opinion">{row.lastFault}</p>}
                </>
              ),
          },
          {
            title: '操作',
            width: 110,
            render: (row) =>
              row.sentAt === null &&
              row.givenUpAt === null && (
                <Button size="small" loading={again.isPending} onClick={() => again.mutate({ params: { outgoingId: row.outgoingId } })}>
                  现在再发
                </Button>
              ),
          },
        ]}
        empty={
          <EmptyNote
            what={view === 'waiting' ? '没有等待发送的邮件和短信。' : '没有邮件和短信。'}
            how="工作人员在“我的账号”里开启邮件提醒后，每天的提醒会出现在这里；愿意接收通知的申请人，办理通知也在这里。"
          />
        }
      />
    </ListPage>
  )
}
