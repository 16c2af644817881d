// 历史数据: batches of old stock, from collecting to release.
import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { getHistoricBatches, postHistoricBatch } from '../../../src/modules/disclosure/http/import-batch-contract.ts'
import { batchStates, type BatchState } from '../../../src/modules/disclosure/law/historic-batch.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { usePlaces } from '../../forms/disclosure/use-places.ts'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import type { Tone } from '../../theme.ts'
import { ColumnsSelect } from '../../ui/ColumnSelect.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter, UnitFilter } from '../../ui/filters.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { countText, whenText } from '../../ui/format.ts'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'

export const batchTones: Readonly<Record<BatchState, Tone>> = { collecting: 'neutral', submitted: 'work', returned: 'bad', approved: 'soon', released: 'good' }

interface Values {
  readonly unitId: string
  readonly name: string
  readonly columnIds?: string[]
}

function NewBatch(): ReactNode {
  const [open, setOpen] = useState(false)
  const navigate = useNavigate()
  const create = useSend(postHistoricBatch)
  const { own, only } = usePlaces('import.run')
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        新建批次
      </Button>
      <FormDialog<Values>
        open={open}
        title="新建历史数据批次"
        okText="新建"
        initial={own[0] ? { unitId: own[0].unitId } : {}}
        note="用于把旧网站的大批信息整批迁移过来：整批保密审查、整批审批，保留原发布日期、原索引号和原地址，不出现在首页。"
        onSubmit={async (values) => {
          const made = await create.mutateAsync({ body: values })
          void navigate(paths.batch(made.batchId))
        }}
        onClose={() => setOpen(false)}
      >
        <Form.Item name="name" label="批次名称" rules={[{ required: true, whitespace: true, message: '请填写批次名称' }]}>
          <Input maxLength={100} placeholder="如：原县政府网站2019年以前文件" />
        </Form.Item>
        <Form.Item name="unitId" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
          <UnitSelect {...(only ? { only } : {})} allowClear={false} />
        </Form.Item>
        <Form.Item name="columnIds" label="栏目" extra="清单里没有写栏目的，放进这里选的栏目。">
          <ColumnsSelect />
        </Form.Item>
      </FormDialog>
    </>
  )
}

export function BatchesPage(): ReactNode {
  const state = useListState({ sort: '' })
  const { may } = useSession()
  const filters = Object.fromEntries(['state', 'unitId'].map((name) => [name, state.value(name)]).filter(([, value]) => value !== ''))
  const answer = useAnswer(getHistoricBatches, { query: { ...filters, page: state.page, size: state.size } }, { keep: true, every: 30_000 })
  return (
    <ListPage
      title="历史数据"
      note="旧网站的存量信息整批迁移，一批一次审批。"
      main={may('import.run') && <NewBatch />}
      filters={
        <>
          <ChoiceFilter
            state={state}
            name="state"
            placeholder="状态"
            options={Object.entries(batchStates).map(([value, { title }]) => ({ value, label: title }))}
          />
          <UnitFilter state={state} />
        </>
      }
    >
      <ListTable
        label="历史数据批次"
        answer={answer}
        state={state}
        rowKey={(row) => row.batchId}
        width={900}
        columns={[
          {
            title: '批次',
            width: 300,
            render: (row) => (
              <>
                <Link to={paths.batch(row.batchId)}>{row.name}</Link>
                <span className="gk-cell-sub">{row.unitName}</span>
              </>
            ),
          },
          { title: '状态', width: 120, render: (row) => <StateTag title={batchStates[row.state].title} tone={batchTones[row.state]} /> },
          { title: '信息', width: 80, align: 'right', render: (row) => <span className="gk-figure">{countText(row.documents)}</span> },
          {
            title: '待补正',
            width: 80,
            align: 'right',
            render: (row) =>
              row.state === 'released' ? '—' : <span className={row.incomplete > 0 ? 'gk-soon gk-figure' : 'gk-figure'}>{countText(row.incomplete)}</span>,
          },
          { title: '已发布', width: 80, align: 'right', render: (row) => <span className="gk-figure">{countText(row.published)}</span> },
          {
            title: '未发出',
            width: 80,
            align: 'right',
            render: (row) => <span className={row.failed > 0 ? 'gk-bad gk-figure' : 'gk-figure'}>{countText(row.failed)}</span>,
          },
          {
            title: '建立',
            width: 150,
            render: (row) => (
              <>
                {row.createdByName}
                <span className="gk-cell-sub gk-figure">{whenText(row.createdAt)}</span>
              </>
            ),
          },
        ]}
        empty={<EmptyNote what="还没有历史数据批次。" how="要迁移旧网站的信息，先建一个批次，再把文件和清单导进去。" />}
      />
    </ListPage>
  )
}
