// 每月公开数量: whether units and sections published as much in a month as they are to.
import { App, Button, DatePicker, Form, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { listQuotas, putQuotaOf } from '../../../src/modules/catalogue/http/contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useSession } from '../../shell/session.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { todayText } from '../../ui/format.ts'
import { LineSwitch, useLine } from '../../ui/line.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { UnitSelect, useUnitNames } from '../../ui/UnitSelect.tsx'

export function QuotasPage(): ReactNode {
  const state = useListState({ sort: 'unit' })
  const { may } = useSession()
  const { message } = App.useApp()
  const month = /^\d{4}-\d{2}$/.test(state.value('month')) ? state.value('month') : todayText().slice(0, 7)
  const choice = useLine(state.value('line'))
  const answer = useAnswer(listQuotas, { query: { month, line: choice.line } }, { keep: true })
  const send = useSend(putQuotaOf)
  const names = useUnitNames()
  const [open, setOpen] = useState(false)
  return (
    <ListPage
      title="每月公开数量"
      crumbs={[{ title: '目录运行', path: paths.heartbeat }, { title: '每月公开数量' }]}
      note="科室的数量按信息的责任部门计算，同一条信息只算一次。"
      main={
        may('duty.assign') && (
          <Button type="primary" onClick={() => setOpen(true)}>
            设定数量
          </Button>
        )
      }
      filters={
        <>
          <LineSwitch choice={choice} onChange={(line) => state.set({ line })} />
          <DatePicker
            picker="month"
            aria-label="月份"
            allowClear={false}
            value={dayjs(`${month}-01`)}
            onChange={(value) => value && state.set({ month: value.format('YYYY-MM') })}
          />
        </>
      }
    >
      <ListTable
        label="每月公开数量"
        answer={answer}
        rowKey={(row) => `${row.unitId}-${row.sectionId ?? ''}`}
        width={640}
        columns={[
          {
            title: '单位',
            width: 280,
            render: (row) => (
              <>
                <Link to={paths.heartbeatOf(row.unitId)}>{row.unitName}</Link>
                {row.sectionName && <span className="gk-cell-sub">{row.sectionName}</span>}
              </>
            ),
          },
          { title: '要求', width: 90, align: 'right', render: (row) => row.perMonth },
          { title: '已公开', width: 90, align: 'right', render: (row) => row.published },
          {
            title: '结果',
            width: 140,
            render: (row) =>
              row.published >= row.perMonth ? (
                <StateTag title="已完成" tone="good" />
              ) : (
                <StateTag title={`还差 ${row.perMonth - row.published} 条`} tone="bad" />
              ),
          },
        ]}
        empty={<EmptyNote what="这个月没有数量要求。" how="点“设定数量”，给单位或者科室定每月公开的条数。" />}
      />
      <FormDialog<{ unitId: string; sectionId?: string; perMonth: number }>
        open={open}
        title="设定每月公开数量"
        okText="设定"
        initial={{ perMonth: 2 }}
        note="自今日起生效；填 0 取消要求。"
        onSubmit={async (values) => {
          await send.mutateAsync({ body: { unitId: values.unitId, sectionId: values.sectionId ?? null, perMonth: values.perMonth } })
          void message.success('已设定')
        }}
        onClose={() => setOpen(false)}
      >
        {(form) => (
          <>
            <Form.Item name="unitId" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
              <UnitSelect />
            </Form.Item>
            <Form.Item noStyle shouldUpdate>
              {() => (
                <Form.Item name="sectionId" label="科室" extra="不选，就是整个单位。">
                  <UnitSelect
                    sections
                    placeholder="选择科室"
                    only={names.filter((one) => one.parentId === form.getFieldValue('unitId') && one.kind === 'section').map((one) => one.id)}
                  />
                </Form.Item>
              )}
            </Form.Item>
            <Form.Item name="perMonth" label="每月条数" rules={[{ required: true, message: '请填写条数' }]}>
              <InputNumber min={0} max={1000} className="gk-wide" />
            </Form.Item>
          </>
        )}
      </FormDialog>
    </ListPage>
  )
}
