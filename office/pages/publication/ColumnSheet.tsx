// One column: its fields, and the documents that stand in it: pin them, move many at once.
import { App, Button, Form, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { createDocumentMove, deleteColumn, listColumnDocuments, putColumnRoute, putPin } from '../../../src/modules/publication/http/contract.ts'
import { columnKinds } from '../../../src/modules/publication/law/column-kinds.ts'
import { statutoryItems } from '../../../src/modules/publication/law/statutory-items.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { ColumnDialog } from '../../forms/publication/ColumnDialog.tsx'
import { paths } from '../../paths.ts'
import { ColumnSelect } from '../../ui/ColumnSelect.tsx'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { WordsFilter } from '../../ui/filters.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { dayText, whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { BatchBar } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { Facts, Panel } from '../../ui/SheetPage.tsx'
import type { ColumnRow } from './column-row.ts'

type DocumentRow = AnswerOf<typeof listColumnDocuments>['rows'][number]

function Documents(props: { readonly column: ColumnRow }): ReactNode {
  const { column } = props
  const state = useListState({ sort: '' })
  const { message } = App.useApp()
  const answer = useAnswer(
    listColumnDocuments,
    { params: { id: column.id }, query: { page: state.page, size: state.size, q: state.value('q') } },
    { keep: true },
  )
  const pin = useSend(putPin)
  const move = useSend(createDocumentMove)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [pinning, setPinning] = useState<DocumentRow | null>(null)
  const [moving, setMoving] = useState(false)
  return (
    <Panel title="栏目内的信息" extra={<WordsFilter state={state} placeholder="标题、索引号" />}>
      <BatchBar count={chosen.length} onClear={() => setChosen([])}>
        <Button onClick={() => setMoving(true)}>移到其他栏目</Button>
      </BatchBar>
      <ListTable
        label="栏目内的信息"
        answer={answer}
        state={state}
        rowKey={(row) => row.documentId}
        nameOf={(row) => row.title}
        chosen={chosen}
        onChoose={setChosen}
        width={680}
        columns={[
          {
            title: '标题',
            width: 330,
            render: (row) => (
              <>
                {row.title} {row.pinnedUntil && <Tag color="blue">置顶至 {row.pinnedUntil}</Tag>}
                <span className="gk-cell-sub">
                  {row.indexNumber} · {row.unitName}
                </span>
              </>
            ),
          },
          { title: '发布日期', width: 110, render: (row) => <span className="gk-figure">{dayText(row.listedAt)}</span> },
          {
            title: '操作',
            width: 120,
            render: (row) =>
              row.pinnedUntil ? (
                <Button size="small" type="link" onClick={() => pin.mutate({ params: { id: column.id, documentId: row.documentId }, body: { until: null } })}>
                  取消置顶
                </Button>
              ) : (
                <Button size="small" type="link" onClick={() => setPinning(row)}>
                  置顶
                </Button>
              ),
          },
        ]}
        empty={
          <EmptyNote
            what={state.value('q') ? '没有符合条件的信息。' : '栏目里还没有信息。'}
            how={state.value('q') ? '' : '信息的“栏目”里选了它，发布后就会出现在这里。'}
          />
        }
      />
      <FormDialog<{ until: string }>
        open={pinning !== null}
        title={`置顶：${pinning?.title ?? ''}`}
        okText="置顶"
        initial={{}}
        onSubmit={(values) => pin.mutateAsync({ params: { id: column.id, documentId: pinning?.documentId ?? '' }, body: { until: values.until } })}
        onClose={() => setPinning(null)}
      >
        <Form.Item name="until" label="置顶到哪一天（含当天）" rules={[{ required: true, message: '请选择日期' }]}>
          <DayField />
        </Form.Item>
      </FormDialog>
      <FormDialog<{ toColumnId: string }>
        open={moving}
        title={`把选中的 ${chosen.length} 条信息移到其他栏目`}
        okText="移动"
        initial={{}}
        note={`从“${column.name}”移走，在其他栏目里的位置不变。网址不变。`}
        onSubmit={async (values) => {
          const done = await move.mutateAsync({ params: { id: column.id }, body: { documentIds: [...chosen], toColumnId: values.toColumnId } })
          void message.success(`已移动 ${done.moved} 条`)
          setChosen([])
        }}
        onClose={() => setMoving(false)}
      >
        <Form.Item name="toColumnId" label="移到" rules={[{ required: true, message: '请选择栏目' }]}>
          <ColumnSelect except={column.id} />
        </Form.Item>
      </FormDialog>
    </Panel>
  )
}

export function ColumnSheet(props: { readonly column: ColumnRow; readonly rows: readonly ColumnRow[] }): ReactNode {
  const { column, rows } = props
  const navigate = useNavigate()
  const [editing, setEditing] = useState(false)
  const save = useSend(putColumnRoute)
  const remove = useSend(deleteColumn)
  const { id, position: _position, documents, lastPublishedAt, ...fields } = column
  const item = column.statutoryItem === null ? null : Object.entries(statutoryItems).find(([key]) => key === column.statutoryItem)
  return (
    <>
      <Panel
        title={column.name}
        extra={
          <div className="gk-page-main">
            <Button onClick={() => setEditing(true)}>修改</Button>
            <Button onClick={() => save.mutate({ params: { id }, body: { ...fields, hidden: !column.hidden } })} loading={save.isPending}>
              {column.hidden ? '取消隐藏' : '隐藏'}
            </Button>
            <ConfirmButton
              label="删除"
              danger
              question={`删除栏目“${column.name}”？`}
              follows="只有空栏目可以删除。里面还有信息或者下级栏目的，请先移走。"
              okText="删除栏目"
              onConfirm={() => remove.mutateAsync({ params: { id } }).then(() => navigate(paths.columns))}
            />
          </div>
        }
      >
        <ErrorNote error={save.error} />
        <Facts
          rows={[
            ['上级栏目', rows.find((row) => row.id === column.parentId)?.name ?? '第一级栏目'],
            ['网址名', <code key="slug">{column.slug}</code>],
            ['栏目类别', columnKinds[column.kind]],
            ['法定公开内容', item ? item[1].title : '不对应'],
            ['信息数', `${documents} 条`],
            ['最近发布', whenText(lastPublishedAt)],
            ['首页', column.shownOnHome ? '显示' : '不显示'],
            ['公开', column.hidden ? '已隐藏' : '公开'],
            ['说明', column.description],
          ]}
        />
      </Panel>
      <Documents column={column} />
      <ColumnDialog
        open={editing}
        title={`修改栏目“${column.name}”`}
        okText="保存"
        initial={fields}
        except={id}
        onSubmit={(values) => save.mutateAsync({ params: { id }, body: values })}
        onClose={() => setEditing(false)}
      />
    </>
  )
}
