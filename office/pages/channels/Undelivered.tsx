// 未送交: what was published in a period and not delivered to a place, chosen and entered as delivered.
import { App, Button, Form, Input, Radio } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { listReadingPoints, listUndelivered, postDelivery } from '../../../src/modules/channels/http/bulletin-contract.ts'
import { media, type Medium } from '../../../src/modules/channels/law/reading-points.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { useOwnUnit, useSession } from '../../shell/session.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import type { ListState } from '../../ui/list-state.ts'
import { BatchBar } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'

export const usePoints = () => useAnswer(listReadingPoints, {}).data?.rows ?? []

interface DeliveryValues {
  readonly unitId: string
  readonly deliveredOn: string
  readonly medium: Medium
  readonly handedBy?: string
  readonly receivedBy?: string
  readonly receipt?: string
  readonly note?: string
}

function DeliverDialog(props: {
  readonly open: boolean
  readonly readingPointId: string
  readonly place: string
  readonly documentIds: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}): ReactNode {
  const send = useSend(postDelivery)
  const { message } = App.useApp()
  const unitId = useOwnUnit()
  return (
    <FormDialog<DeliveryValues>
      open={props.open}
      title="登记送交"
      okText="登记"
      initial={{ unitId, deliveredOn: dayjs().format('YYYY-MM-DD'), medium: 'both' }}
      note={`${props.documentIds.length}件信息，送交${props.place}。`}
      onSubmit={async (values) => {
        await send.mutateAsync({ body: { ...values, readingPointId: props.readingPointId, documentIds: [...props.documentIds] } })
        void message.success('已登记，可以打印送交清单')
        props.onDone()
      }}
      onClose={props.onClose}
    >
      <Form.Item name="unitId" label="送交单位" rules={[{ required: true, message: '请选择单位' }]}>
        <UnitSelect label="送交单位" />
      </Form.Item>
      <Form.Item name="deliveredOn" label="送交日期" rules={[{ required: true, message: '请选择日期' }]}>
        <DayField label="送交日期" allowClear={false} />
      </Form.Item>
      <Form.Item name="medium" label="方式">
        <Radio.Group options={optionsOf(media)} />
      </Form.Item>
      <Form.Item name="handedBy" label="送交人">
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="receivedBy" label="接收人">
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="receipt" label="回执号">
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="note" label="备注">
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  )
}

export function Undelivered(props: { readonly state: ListState; readonly readingPointId: string; readonly from: string; readonly until: string }): ReactNode {
  const { state, readingPointId, from, until } = props
  const { may } = useSession()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [entering, setEntering] = useState(false)
  const unitId = state.value('unitId')
  const query = { readingPointId, from, until, ...(unitId ? { unitId } : {}), page: state.page, size: state.size }
  const answer = useAnswer(listUndelivered, { query }, { keep: true, enabled: readingPointId !== '' })
  const place = usePoints().find((point) => point.readingPointId === readingPointId)?.name ?? ''
  if (readingPointId === '') return <EmptyNote what="还没有查阅点。" how="先在“查阅点”里登记档案馆、图书馆、政务服务场所。" />
  return (
    <>
      <BatchBar count={chosen.length} onClear={() => setChosen([])}>
        {may('delivery.manage') && (
          <Button type="primary" onClick={() => setEntering(true)}>
            登记送交
          </Button>
        )}
      </BatchBar>
      <ListTable
        label="未送交的信息"
        answer={answer}
        state={state}
        rowKey={(row) => row.documentId}
        nameOf={(row) => row.title}
        width={760}
        {...(may('delivery.manage') ? { chosen, onChoose: setChosen } : {})}
        columns={[
          {
            title: '信息',
            width: 420,
            render: (row) => (
              <>
                {row.title}
                <span className="gk-cell-sub">{[row.documentNumber, row.indexNumber].filter(Boolean).join(' · ')}</span>
              </>
            ),
          },
          { title: '单位', width: 200, render: (row) => row.unitName },
          { title: '公开日期', width: 112, render: (row) => <span className="gk-figure">{row.publishedOn}</span> },
        ]}
        empty={<EmptyNote what="这段时间公开的信息都已送交。" how="换一段时间或者一个查阅点看看。" />}
      />
      <DeliverDialog
        open={entering}
        readingPointId={readingPointId}
        place={place}
        documentIds={chosen}
        onClose={() => setEntering(false)}
        onDone={() => setChosen([])}
      />
    </>
  )
}
