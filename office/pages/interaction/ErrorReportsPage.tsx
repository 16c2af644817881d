// 网站找错: what citizens reported, and the answers.
import { App, Button, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { exportErrorReports, listErrorReports, putErrorReportAnswer } from '../../../src/modules/interaction/http/contract.ts'
import { errorKinds } from '../../../src/modules/interaction/law/error-kinds.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { useSession } from '../../shell/session.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, WordsFilter } from '../../ui/filters.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { Facts } from '../../ui/SheetPage.tsx'

type Report = AnswerOf<typeof listErrorReports>['rows'][number]

export function ErrorReportsPage(): ReactNode {
  const state = useListState({ sort: 'newest' })
  const { may } = useSession()
  const { message } = App.useApp()
  const view = state.value('view') === 'answered' ? 'answered' : state.value('view') === 'all' ? 'all' : 'open'
  const kind = state.value('kind')
  const query = { state: view, q: state.value('q'), ...(kind ? { kind: kind as Report['kind'] } : {}), sort: state.sort as 'newest' } as const
  const answer = useAnswer(listErrorReports, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  const open = useAnswer(listErrorReports, { query: { state: 'open', size: 1 } }).data?.total
  const send = useSend(putErrorReportAnswer)
  const [asked, setAsked] = useState<Report | null>(null)
  return (
    <ListPage
      title="网站找错"
      note="公众通过“我为政府网站找错”反映的问题。"
      views={[
        { key: 'open', title: '待答复', count: open },
        { key: 'answered', title: '已答复' },
        { key: 'all', title: '全部' },
      ]}
      view={view}
      onView={(key) => state.set({ view: key })}
      csv={addressOf(exportErrorReports, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="内容、编号" />
          <ChoiceFilter state={state} name="kind" placeholder="问题类型" options={optionsOf(errorKinds)} />
          <ChoiceFilter
            state={state}
            name="sort"
            placeholder="先后"
            options={[
              { value: 'newest', label: '最新在前' },
              { value: 'oldest', label: '最早在前' },
            ]}
          />
        </>
      }
    >
      <ListTable
        label="网站找错"
        answer={answer}
        state={state}
        rowKey={(row) => row.id}
        width={900}
        columns={[
          {
            title: '问题',
            width: 380,
            render: (row) => (
              <>
                {row.description}
                <span className="gk-cell-sub">
                  {errorKinds[row.kind]} · {row.number}
                </span>
                {row.answer && <p className="gk-opinion">答复：{row.answer}</p>}
              </>
            ),
          },
          {
            title: '页面',
            width: 200,
            render: (row) =>
              /^https?:/.test(row.page) ? (
                <a href={row.page} target="_blank" rel="noreferrer">
                  {row.page}
                </a>
              ) : (
                row.page
              ),
          },
          { title: '联系方式', width: 130, render: (row) => row.contact || <span className="gk-muted">没有留</span> },
          { title: '收到', width: 150, render: (row) => <span className="gk-figure">{whenText(row.receivedAt)}</span> },
          {
            title: '办理',
            width: 130,
            render: (row) =>
              row.answeredAt ? (
                <>
                  {row.answeredByName}
                  <span className="gk-cell-sub">{whenText(row.answeredAt)}</span>
                </>
              ) : may('error-report.answer') ? (
                <Button size="small" onClick={() => setAsked(row)}>
                  答复
                </Button>
              ) : (
                <span className="gk-soon">待答复</span>
              ),
          },
        ]}
        empty={
          <EmptyNote what={view === 'open' ? '没有等待答复的问题。' : '没有公众反映的问题。'} how="公众在网站上点“我为政府网站找错”提交后，会出现在这里。" />
        }
      />
      <FormDialog<{ answer: string }>
        open={asked !== null}
        title={`答复 ${asked?.number ?? ''}`}
        okText="答复"
        initial={{}}
        note={
          asked && (
            <Facts
              narrow
              rows={[
                ['问题', asked.description],
                ['页面', asked.page],
                ['联系方式', asked.contact || '没有留'],
              ]}
            />
          )
        }
        onSubmit={async (values) => {
          await send.mutateAsync({ params: { id: asked?.id ?? '' }, body: values })
          void message.success('已答复')
        }}
        onClose={() => setAsked(null)}
      >
        <Form.Item name="answer" label="答复" rules={[{ required: true, whitespace: true, min: 2, message: '请填写答复' }]} extra="写明怎样处理、何时改好。">
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} showCount />
        </Form.Item>
      </FormDialog>
    </ListPage>
  )
}
