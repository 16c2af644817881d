// 送交登记: what was delivered to archive, library and reading points, what was not, and the places themselves.
import { Button, DatePicker, Form, Input, Select, Tag } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import {
  exportDeliveries,
  exportUndelivered,
  getDeliverySheet,
  listDeliveries,
  listReadingPoints,
  postReadingPoint,
  putDeliveryStrike,
  putReadingPointEnd,
  type DeliveryRow,
} from '../../../src/modules/channels/http/bulletin-contract.ts'
import { media, readingPointKinds, type ReadingPointKind } from '../../../src/modules/channels/law/reading-points.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { useOwnUnit, useSession } from '../../shell/session.tsx'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { DaysFilter, UnitFilter } from '../../ui/filters.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useListState, type ListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { Undelivered, usePoints } from './Undelivered.tsx'

const views = { missing: '未送交', done: '已送交', points: '查阅点' } as const
type View = keyof typeof views

/** Without the empty ones. */
const given = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))

function Done(props: { readonly state: ListState; readonly query: Record<string, string> }): ReactNode {
  const { state } = props
  const { may } = useSession()
  const [asked, setAsked] = useState<DeliveryRow | null>(null)
  const strike = useSend(putDeliveryStrike)
  const answer = useAnswer(listDeliveries, { query: { ...props.query, page: state.page, size: state.size } }, { keep: true })
  return (
    <>
      <ListTable
        label="送交登记"
        answer={answer}
        state={state}
        rowKey={(row) => row.deliveryId}
        width={860}
        columns={[
          {
            title: '接收单位',
            width: 240,
            render: (row) => (
              <>
                {row.readingPointName} {row.struckAt && <Tag>已作废</Tag>}
                <span className="gk-cell-sub">
                  {row.unitName}
                  {row.struckReason && ` · ${row.struckReason}`}
                </span>
              </>
            ),
          },
          { title: '送交日期', width: 112, render: (row) => <span className="gk-figure">{row.deliveredOn}</span> },
          { title: '件数', width: 70, align: 'right', render: (row) => <span className="gk-figure">{row.documents}</span> },
          { title: '方式', width: 110, render: (row) => media[row.medium] },
          { title: '接收人、回执', width: 150, render: (row) => [row.receivedBy, row.receipt].filter(Boolean).join(' · ') || '—' },
          {
            title: '办理',
            width: 180,
            render: (row) => (
              <span className="gk-pair-tools">
                <Button size="small" href={addressOf(getDeliverySheet, { params: { deliveryId: row.deliveryId } })} target="_blank">
                  送交清单
                </Button>
                {may('delivery.manage') && row.struckAt === null && (
                  <Button size="small" danger onClick={() => setAsked(row)}>
                    作废
                  </Button>
                )}
              </span>
            ),
          },
        ]}
        empty={<EmptyNote what="还没有送交登记。" how="在“未送交”里选信息，点“登记送交”。" />}
      />
      <FormDialog<{ reason: string }>
        open={asked !== null}
        title={`作废送交${asked?.readingPointName ?? ''}的登记？`}
        okText="作废"
        danger
        initial={{}}
        note="作废后，这些信息重新列入未送交；登记仍然保留。"
        onSubmit={(values) => strike.mutateAsync({ params: { deliveryId: asked?.deliveryId ?? '' }, body: values })}
        onClose={() => setAsked(null)}
      >
        <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: '请写明理由' }]}>
          <Input maxLength={500} />
        </Form.Item>
      </FormDialog>
    </>
  )
}

function Points(): ReactNode {
  const answer = useAnswer(listReadingPoints, {})
  const { may } = useSession()
  const end = useSend(putReadingPointEnd)
  return (
    <ListTable
      label="查阅点"
      answer={answer}
      rowKey={(row) => row.readingPointId}
      width={720}
      columns={[
        {
          title: '查阅点',
          width: 260,
          render: (row) => (
            <>
              {row.name} {row.endedOn && <Tag>已停用</Tag>}
              <span className="gk-cell-sub">{row.address}</span>
            </>
          ),
        },
        { title: '类别', width: 130, render: (row) => readingPointKinds[row.kind].title },
        { title: '登记单位', width: 200, render: (row) => row.unitName },
        {
          title: '办理',
          width: 100,
          render: (row) =>
            may('delivery.manage') &&
            row.endedOn === null && (
              <ConfirmButton
                label="停用"
                danger
                button={{ size: 'small' }}
                question={`停用“${row.name}”？`}
                follows="以后不能再登记送交到这里，已有的登记保留。"
                okText="停用"
                onConfirm={() => end.mutateAsync({ params: { readingPointId: row.readingPointId } })}
              />
            ),
        },
      ]}
      empty={<EmptyNote what="还没有查阅点。" how="点“新增查阅点”，登记档案馆、图书馆、政务服务场所。" />}
    />
  )
}

export function DeliveriesPage(): ReactNode {
  const state = useListState({ sort: '' })
  const { may } = useSession()
  const points = usePoints()
  const unitId = useOwnUnit()
  const [adding, setAdding] = useState(false)
  const add = useSend(postReadingPoint)
  const view = (state.value('view') in views ? state.value('view') : 'missing') as View
  const serving = points.filter((point) => point.endedOn === null)
  const readingPointId = state.value('readingPointId') || (view === 'missing' ? (serving[0]?.readingPointId ?? '') : '')
  const from = state.value('from') || dayjs().startOf('year').format('YYYY-MM-DD')
  const until = state.value('until') || dayjs().format('YYYY-MM-DD')
  const unit = given({ unitId: state.value('unitId') })
  const query = given({ ...unit, readingPointId: state.value('readingPointId'), from: state.value('from'), until: state.value('until') })
  const missing = { readingPointId, from, until, ...unit }
  const csv =
    view === 'done'
      ? addressOf(exportDeliveries, { query })
      : view === 'missing' && readingPointId
        ? addressOf(exportUndelivered, { query: missing })
        : undefined
  return (
    <ListPage
      title="送交登记"
      note="主动公开的政府信息要及时提供给档案馆、公共图书馆和政务服务场所（《政府信息公开条例》第二十五条）。"
      main={
        view === 'points' &&
        may('delivery.manage') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            新增查阅点
          </Button>
        )
      }
      views={(Object.keys(views) as View[]).map((key) => ({ key, title: views[key] }))}
      view={view}
      onView={(key) => state.set({ view: key })}
      csv={csv}
      filters={
        view !== 'points' && (
          <>
            <Select
              className="gk-filter-wide"
              aria-label="查阅点"
              placeholder="查阅点"
              allowClear={view === 'done'}
              value={readingPointId || null}
              options={serving.map((point) => ({ value: point.readingPointId, label: point.name }))}
              onChange={(value: string | null | undefined) => state.set({ readingPointId: value ?? undefined })}
            />
            <UnitFilter state={state} />
            {view === 'missing' ? (
              <DatePicker.RangePicker
                className="gk-filter-days"
                aria-label="公开日期"
                allowClear={false}
                value={[dayjs(from), dayjs(until)]}
                onChange={(days) => state.set({ from: days?.[0]?.format('YYYY-MM-DD'), until: days?.[1]?.format('YYYY-MM-DD') })}
              />
            ) : (
              <DaysFilter state={state} from="from" to="until" label="送交日期" />
            )}
          </>
        )
      }
    >
      {view === 'missing' && <Undelivered state={state} readingPointId={readingPointId} from={from} until={until} />}
      {view === 'done' && <Done state={state} query={query} />}
      {view === 'points' && <Points />}
      <FormDialog<{ unitId: string; name: string; kind: ReadingPointKind; address?: string }>
        open={adding}
        title="新增查阅点"
        okText="新增"
        initial={{ unitId, kind: 'archive' }}
        onSubmit={(values) => add.mutateAsync({ body: values })}
        onClose={() => setAdding(false)}
      >
        <Form.Item name="unitId" label="登记单位" rules={[{ required: true, message: '请选择单位' }]}>
          <UnitSelect label="登记单位" />
        </Form.Item>
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, min: 2, message: '请填写名称' }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="kind" label="类别">
          <Select options={(Object.keys(readingPointKinds) as ReadingPointKind[]).map((value) => ({ value, label: readingPointKinds[value].title }))} />
        </Form.Item>
        <Form.Item name="address" label="地址">
          <Input maxLength={200} />
        </Form.Item>
      </FormDialog>
    </ListPage>
  )
}
