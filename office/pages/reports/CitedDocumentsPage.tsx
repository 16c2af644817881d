// 引用文件表: documents that reports cite, by number and title; a report that gives a number beside another title is told so.
import { App, Button, Form, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import {
  exportCitedDocuments,
  listCitedDocuments,
  putCitedDocument,
  putCitedDocumentEnd,
  type CitedRow,
} from '../../../src/modules/reports/http/citation-contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { WordsFilter } from '../../ui/filters.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { KeptOrigin, KeptTools } from '../../ui/KeptRow.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'

const views = { own: '自行维护', ended: '已停用' } as const

type Fields = Pick<CitedRow, 'number' | 'title' | 'words'>

function DocumentDialog(props: { readonly fields: Fields | null; readonly fresh: boolean; readonly onClose: () => void }): ReactNode {
  const send = useSend(putCitedDocument)
  const { message } = App.useApp()
  return (
    <FormDialog<Fields>
      open={props.fields !== null}
      title={props.fresh ? '新增引用文件' : `更正${props.fields?.number ?? ''}`}
      okText="保存"
      initial={props.fields ?? {}}
      onClose={props.onClose}
      onSubmit={async ({ number, title, words }) => {
        const kept = await send.mutateAsync({ body: { number, title, words } })
        void message.success(`已保存${kept.number}，下一次检查起按此核对`)
      }}
    >
      <Form.Item name="number" label="文号" rules={[{ required: true, whitespace: true, message: '请填写文号' }]}>
        <Input maxLength={60} disabled={!props.fresh} placeholder="国办发〔2016〕19号" />
      </Form.Item>
      <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请填写标题' }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="words"
        label="标题用语"
        help="标题中连续的几个字，报告引用的标题含有其中之一，就认作这份文件。可填多个，按回车分隔。"
        rules={[{ required: true, message: '请至少填写一个标题用语' }]}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',']} />
      </Form.Item>
    </FormDialog>
  )
}

export function CitedDocumentsPage(): ReactNode {
  const state = useListState({ sort: 'number' })
  const [edited, setEdited] = useState<{ readonly fields: Fields; readonly fresh: boolean } | null>(null)
  const end = useSend(putCitedDocumentEnd)
  const view = state.value('view') in views ? (state.value('view') as keyof typeof views) : undefined
  const query = { ...(state.value('q') && { q: state.value('q') }), ...(view && { view }), sort: state.sort as 'number' }
  const answer = useAnswer(listCitedDocuments, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  return (
    <ListPage
      title="引用文件表"
      note="检查报告时，文号与标题按此表核对；表里没有的文件不判断对错。导出的表也可以用于命令行检查。"
      main={
        <Button type="primary" onClick={() => setEdited({ fields: { number: '', title: '', words: [] }, fresh: true })}>
          新增引用文件
        </Button>
      }
      views={[{ key: 'all', title: '使用中' }, ...Object.entries(views).map(([key, title]) => ({ key, title }))]}
      view={view ?? 'all'}
      onView={(key) => state.set({ view: key === 'all' ? undefined : key })}
      csv={addressOf(exportCitedDocuments, { query })}
      filters={<WordsFilter state={state} placeholder="文号、标题" />}
    >
      <ErrorNote error={end.error} />
      <ListTable
        label="引用文件"
        answer={answer}
        state={state}
        rowKey={(row) => row.number}
        width={860}
        columns={[
          { title: '文号', sort: 'number', width: 210, render: (row) => row.number },
          {
            title: '标题',
            width: 330,
            render: (row: CitedRow) => (
              <>
                {row.title}
                <span className="gk-cell-sub">用语：{row.words.join('、')}</span>
              </>
            ),
          },
          {
            title: '来源',
            sort: 'changedAt',
            width: 170,
            render: (row) => <KeptOrigin row={row} starting="系统自带" />,
          },
          {
            title: '操作',
            width: 150,
            render: (row) => (
              <KeptTools
                row={row}
                change="更正"
                question={`停用${row.number}？`}
                follows="停用后检查报告时不再核对这份文件，可以在“已停用”中恢复。"
                onChange={() => setEdited({ fields: row, fresh: false })}
                onRestore={() => end.mutate({ body: { number: row.number, ended: false } })}
                onEnd={() => end.mutateAsync({ body: { number: row.number, ended: true } })}
              />
            ),
          },
        ]}
        empty={
          <EmptyNote what={view === 'ended' ? '没有停用的文件。' : '没有符合条件的文件。'} how="点“新增引用文件”，把报告常引用的文件的文号和标题填进来。" />
        }
      />
      <DocumentDialog fields={edited?.fields ?? null} fresh={edited?.fresh ?? true} onClose={() => setEdited(null)} />
    </ListPage>
  )
}
