// 政务公开简报: the bulletins of my units, those in work and those issued.
import { Button, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { listBulletins, postBulletin } from '../../../src/modules/channels/http/bulletin-contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useOwnUnit } from '../../shell/session.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { WordsFilter } from '../../ui/filters.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { dayText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'

const views = { all: '全部', draft: '编辑中', issued: '已成稿' } as const
type View = keyof typeof views

export function BulletinsPage(): ReactNode {
  const state = useListState({ sort: '' })
  const ownUnitId = useOwnUnit()
  const navigate = useNavigate()
  const [opening, setOpening] = useState(false)
  const send = useSend(postBulletin)
  const view = (state.value('view') in views ? state.value('view') : 'all') as View
  const answer = useAnswer(listBulletins, { query: { view, q: state.value('q'), page: state.page, size: state.size } }, { keep: true })
  return (
    <ListPage
      title="政务公开简报"
      note="选一段时间公开的信息，排好顺序，写卷首语，成稿后按普通信息审核发布。期号按单位、名称和年度自动编排，不重号。"
      main={
        <Button type="primary" onClick={() => setOpening(true)}>
          新编一期
        </Button>
      }
      views={(Object.keys(views) as View[]).map((key) => ({ key, title: views[key] }))}
      view={view}
      onView={(key) => state.set({ view: key })}
      filters={<WordsFilter state={state} placeholder="简报名称" />}
    >
      <ListTable
        label="简报"
        answer={answer}
        state={state}
        rowKey={(row) => row.bulletinId}
        width={760}
        columns={[
          {
            title: '简报',
            width: 320,
            render: (row) => (
              <>
                <Link to={paths.bulletin(row.bulletinId)}>
                  {row.title}
                  {row.issue === null ? `（${row.year}年，未编号）` : `（${row.year}年第${row.issue}期）`}
                </Link>
                <span className="gk-cell-sub">{row.unitName}</span>
              </>
            ),
          },
          { title: '选入', width: 80, render: (row) => <span className="gk-figure">{row.documents}条</span> },
          {
            title: '状态',
            width: 150,
            render: (row) => (row.editionId ? <Link to={paths.edition(row.editionId)}>{row.stateTitle}</Link> : row.stateTitle),
          },
          { title: '编辑', width: 120, render: (row) => row.createdByName },
          { title: '最近修改', width: 120, render: (row) => <span className="gk-figure">{dayText(row.updatedAt)}</span> },
        ]}
        empty={<EmptyNote what="还没有编过简报。" how="点“新编一期”，选信息、写卷首语。" />}
      />
      <FormDialog<{ unitId: string; title: string }>
        open={opening}
        title="新编一期简报"
        okText="开始编辑"
        initial={{ title: '政务公开简报', unitId: ownUnitId }}
        onSubmit={async (values) => {
          const made = await send.mutateAsync({ body: values })
          void navigate(paths.bulletin(made.bulletinId))
        }}
        onClose={() => setOpening(false)}
      >
        <Form.Item name="unitId" label="编发单位" rules={[{ required: true, message: '请选择单位' }]}>
          <UnitSelect label="编发单位" />
        </Form.Item>
        <Form.Item name="title" label="名称" extra="同一名称的简报连续编号。" rules={[{ required: true, whitespace: true, min: 2, message: '请填写名称' }]}>
          <Input maxLength={40} />
        </Form.Item>
      </FormDialog>
    </ListPage>
  )
}
