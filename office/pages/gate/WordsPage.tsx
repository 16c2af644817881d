// 错敏词: the wrong words that the gate looks for, and how numbers of persons are shortened.
import { App, Button, Dropdown, Form, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { exportWords, exportWordSheet, listWords, putWord, putWordEnd, type WordRow } from '../../../src/modules/gate/http/contract.ts'
import { severities, type Severity } from '../../../src/modules/gate/law/kinds.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { optionsOf } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ChoiceFilter, WordsFilter } from '../../ui/filters.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { KeptOrigin, KeptTools } from '../../ui/KeptRow.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { ImportWords } from './ImportWords.tsx'
import { MasksPanel, severityTones, TrialPanel } from './WordPanels.tsx'

const origins = { starting: '系统词库', own: '自行维护', ended: '已停用' } as const

interface WordFields {
  readonly wrong: string
  readonly right: string
  readonly except: readonly string[]
  readonly severity: Severity
  readonly note: string
}

function WordDialog(props: { readonly word: WordFields | null; readonly fresh: boolean; readonly onClose: () => void }): ReactNode {
  const send = useSend(putWord)
  const { message } = App.useApp()
  return (
    <FormDialog<WordFields>
      open={props.word !== null}
      title={props.fresh ? '新增错敏词' : `修改“${props.word?.wrong ?? ''}”`}
      okText="保存"
      initial={props.word ?? {}}
      onClose={props.onClose}
      onSubmit={async ({ wrong, right, except, severity, note }) => {
        await send.mutateAsync({ body: { wrong, right, except: [...except], severity, note } })
        void message.success(`已保存“${wrong}”，下一次检查起按此执行`)
      }}
    >
      <Form.Item name="wrong" label="错误写法" rules={[{ required: true, whitespace: true, message: '请填写错误写法' }]}>
        <Input maxLength={20} disabled={!props.fresh} />
      </Form.Item>
      <Form.Item name="right" label="正确写法" rules={[{ required: true, whitespace: true, message: '请填写正确写法' }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="except" label="例外" help="含有这几个字、但写法正确的词语，例如“按排名”。可填多个，按回车分隔。">
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',']} />
      </Form.Item>
      <Form.Item name="severity" label="程度" help="错误和提醒须改正或者放行，提示只作参考。">
        <Select options={optionsOf(severities)} />
      </Form.Item>
      <Form.Item name="note" label="备注">
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}

const blank: WordFields = { wrong: '', right: '', except: [], severity: 'warning', note: '' }

export function WordsPage(): ReactNode {
  const state = useListState({ sort: '-changedAt' })
  const [word, setWord] = useState<{ readonly fields: WordFields; readonly fresh: boolean } | null>(null)
  const [importing, setImporting] = useState(false)
  const end = useSend(putWordEnd)
  const origin = state.value('view') in origins ? (state.value('view') as keyof typeof origins) : undefined
  const severity = state.value('severity') as Severity | ''
  const query = { ...(state.value('q') && { q: state.value('q') }), ...(severity && { severity }), ...(origin && { origin }), sort: state.sort as '-changedAt' }
  const answer = useAnswer(listWords, { query: { ...query, page: state.page, size: state.size } }, { keep: true })
  return (
    <ListPage
      title="错敏词与隐去格式"
      note="保存、签发和发布时按词表检查标题、正文和附件。"
      main={
        <>
          <Dropdown
            menu={{
              items: [
                { key: 'xlsx', label: <a href={addressOf(exportWordSheet, { query })}>导出Excel</a> },
                { key: 'import', label: '导入词表', onClick: () => setImporting(true) },
              ],
            }}
          >
            <Button>导入导出</Button>
          </Dropdown>
          <Button type="primary" onClick={() => setWord({ fields: blank, fresh: true })}>
            新增错敏词
          </Button>
        </>
      }
      views={[{ key: 'all', title: '使用中' }, ...Object.entries(origins).map(([key, title]) => ({ key, title }))]}
      view={origin ?? 'all'}
      onView={(key) => state.set({ view: key === 'all' ? undefined : key })}
      csv={addressOf(exportWords, { query })}
      filters={
        <>
          <WordsFilter state={state} placeholder="错误写法、正确写法、备注" />
          <ChoiceFilter state={state} name="severity" placeholder="程度" options={optionsOf(severities)} />
        </>
      }
    >
      <ErrorNote error={end.error} />
      <ListTable
        label="错敏词"
        answer={answer}
        state={state}
        rowKey={(row) => row.wrong}
        width={860}
        columns={[
          { title: '错误写法', sort: 'wrong', width: 150, render: (row) => row.wrong },
          {
            title: '正确写法',
            width: 230,
            render: (row: WordRow) => (
              <>
                {row.right}
                {row.except.length > 0 && (
                  <span className="gk-cell-sub">
                    例外：{row.except.slice(0, 6).join('、')}
                    {row.except.length > 6 && '……'}
                  </span>
                )}
                {row.note && <span className="gk-cell-sub">{row.note}</span>}
              </>
            ),
          },
          { title: '程度', sort: 'severity', width: 90, render: (row) => <StateTag title={severities[row.severity]} tone={severityTones[row.severity]} /> },
          {
            title: '来源',
            sort: 'changedAt',
            width: 180,
            render: (row) => <KeptOrigin row={row} starting={origins.starting} />,
          },
          {
            title: '操作',
            width: 150,
            render: (row) => (
              <KeptTools
                row={row}
                change="修改"
                question={`停用“${row.wrong}”？`}
                follows="停用后不再检查这个词，可以在“已停用”中恢复。"
                onChange={() => setWord({ fields: row, fresh: false })}
                onRestore={() => end.mutate({ body: { wrong: row.wrong, ended: false } })}
                onEnd={() => end.mutateAsync({ body: { wrong: row.wrong, ended: true } })}
              />
            ),
          },
        ]}
        empty={<EmptyNote what={origin === 'ended' ? '没有停用的词。' : '没有符合条件的词。'} how="点“新增错敏词”添加，或者导入本地区的词表。" />}
      />
      <div className="gk-words-below">
        <TrialPanel />
        <MasksPanel />
      </div>
      <WordDialog word={word?.fields ?? null} fresh={word?.fresh ?? true} onClose={() => setWord(null)} />
      <ImportWords open={importing} onClose={() => setImporting(false)} onDone={() => void answer.refetch()} />
    </ListPage>
  )
}
