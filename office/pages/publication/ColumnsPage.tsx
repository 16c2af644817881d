// 栏目管理: the tree of the site, its order by dragging, and for the chosen column its fields and its documents.
import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Tree, type TreeDataNode, type TreeProps } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'

import { createColumn, listColumns, putColumnOrder } from '../../../src/modules/publication/http/contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { sentencesOf } from '../../api/problem.ts'
import { ColumnDialog, emptyColumn } from '../../forms/publication/ColumnDialog.tsx'
import { paths } from '../../paths.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import type { ColumnRow } from './column-row.ts'
import { ColumnSheet } from './ColumnSheet.tsx'

interface Move {
  readonly id: string
  readonly parentId: string | null
  readonly position: number
}

/** New places of the dragged column and of those that now stand beside it. */
export function movesOf(rows: readonly ColumnRow[], dragged: string, target: string, place: 'inside' | 'before' | 'after'): Move[] {
  const parentId = place === 'inside' ? target : (rows.find((row) => row.id === target)?.parentId ?? null)
  const beside = rows.filter((row) => row.parentId === parentId && row.id !== dragged).toSorted((a, b) => a.position - b.position)
  const at = place === 'inside' ? beside.length : beside.findIndex((row) => row.id === target) + (place === 'after' ? 1 : 0)
  const order = [...beside.slice(0, at).map((row) => row.id), dragged, ...beside.slice(at).map((row) => row.id)]
  return order.map((id, position) => ({ id, parentId, position }))
}

function nodesOf(rows: readonly ColumnRow[], parentId: string | null): TreeDataNode[] {
  return rows
    .filter((row) => row.parentId === parentId)
    .toSorted((a, b) => a.position - b.position)
    .map((row) => ({
      key: row.id,
      title: (
        <span className={row.hidden ? 'gk-muted' : ''}>
          {row.name}
          {row.hidden && '（已隐藏）'} <span className="gk-count">{row.documents}</span>
        </span>
      ),
      children: nodesOf(rows, row.id),
    }))
}

export function ColumnsPage(): ReactNode {
  const { columnId } = useParams()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const answer = useAnswer(listColumns, {})
  const order = useSend(putColumnOrder)
  const create = useSend(createColumn)
  const [adding, setAdding] = useState(false)
  const rows = useMemo(() => answer.data?.rows ?? [], [answer.data])
  const tree = useMemo(() => nodesOf(rows, null), [rows])
  const chosen = rows.find((row) => row.id === columnId)
  const drop: TreeProps['onDrop'] = (info) => {
    const place = info.dropToGap ? (info.dropPosition < Number(info.node.pos.split('-').at(-1)) ? 'before' : 'after') : 'inside'
    order.mutate(
      { body: { moves: movesOf(rows, String(info.dragNode.key), String(info.node.key), place) } },
      { onSuccess: () => void message.success('栏目顺序已调整'), onError: (error) => void message.error(sentencesOf(error)[0]?.sentence ?? '') },
    )
  }
  return (
    <>
      <PageHead
        title="栏目管理"
        note="拖动栏目可以调整顺序和上级。栏目变动立即在网站上生效。"
        main={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {chosen ? `在“${chosen.name}”下新建` : '新建栏目'}
          </Button>
        }
      />
      <ErrorNote error={answer.error} again={() => void answer.refetch()} />
      <div className="gk-two">
        <Panel title="栏目树">
          {!answer.data && !answer.error && <Waiting />}
          {answer.data && rows.length === 0 && <EmptyNote what="还没有栏目。" how="点“新建栏目”，从法定主动公开内容开始。" />}
          {tree.length > 0 && (
            <Tree
              blockNode
              draggable={{ icon: false }}
              showLine
              defaultExpandAll
              treeData={tree}
              selectedKeys={columnId ? [columnId] : []}
              onSelect={(keys) => void navigate(keys[0] === undefined ? paths.columns : paths.column(String(keys[0])))}
              onDrop={drop}
            />
          )}
        </Panel>
        <div>
          {chosen ? (
            <ColumnSheet key={chosen.id} column={chosen} rows={rows} />
          ) : (
            <Panel>
              <EmptyNote what="选择左边的一个栏目，查看和修改它的设置，置顶、移动里面的信息。" />
            </Panel>
          )}
        </div>
      </div>
      <ColumnDialog
        open={adding}
        title={chosen ? `在“${chosen.name}”下新建栏目` : '新建栏目'}
        okText="新建"
        initial={{ ...emptyColumn, parentId: chosen?.id ?? null, kind: chosen?.kind ?? 'general' }}
        onSubmit={async (values) => {
          const made = await create.mutateAsync({ body: values })
          void navigate(paths.column(made.id))
        }}
        onClose={() => setAdding(false)}
      />
    </>
  )
}
