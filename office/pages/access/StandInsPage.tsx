// 代办登记: who stands in for whom, from when to when.
import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { deleteStandIn, exportStandIns, listStandIns, postStandIn } from '../../../src/modules/access/http/contract.ts'
import { addressOf } from '../../api/client.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { AccountSelect } from '../../ui/AccountSelect.tsx'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ChoiceFilter } from '../../ui/filters.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useListState } from '../../ui/list-state.ts'
import { ListPage } from '../../ui/ListPage.tsx'
import { ListTable } from '../../ui/ListTable.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { AccessLinks } from './access-links.tsx'

const titles = { planned: '尚未开始', current: '正在代办', ended: '已结束' } as const
const tones = { planned: 'soon', current: 'good', ended: 'neutral' } as const

interface Values {
  readonly absentId: string
  readonly standInId: string
  readonly validFrom: string
  readonly validUntil: string
  readonly reason: string
}

export function StandInsPage(): ReactNode {
  const state = useListState({ sort: '-validFrom' })
  const wanted = state.value('state')
  const query = wanted ? { state: wanted as 'current' } : {}
  const answer = useAnswer(listStandIns, { query: { ...query, sort: state.sort as '-validFrom', page: state.page, size: state.size } }, { keep: true })
  const create = useSend(postStandIn)
  const end = useSend(deleteStandIn)
  const [adding, setAdding] = useState(false)
  return (
    <ListPage
      title="代办登记"
      note={<AccessLinks />}
      main={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          登记代办
        </Button>
      }
      csv={addressOf(exportStandIns, { query })}
      filters={<ChoiceFilter state={state} name="state" placeholder="状态" options={optionsOf(titles)} />}
    >
      <ListTable
        label="代办登记"
        answer={answer}
        state={state}
        rowKey={(row) => row.standInId}
        width={820}
        columns={[
          { title: '不在岗的人', width: 120, render: (row) => row.absent.name },
          { title: '代办人', width: 120, render: (row) => row.standIn.name },
          {
            title: '期限',
            sort: 'validFrom',
            width: 200,
            render: (row) => (
              <span className="gk-figure">
                {row.validFrom} 至 {row.validUntil}
              </span>
            ),
          },
          { title: '事由', width: 180, render: (row) => row.reason },
          { title: '状态', width: 110, render: (row) => <StateTag title={titles[row.state]} tone={tones[row.state]} /> },
          { title: '登记人', width: 100, render: (row) => row.recordedByName },
          {
            title: '操作',
            width: 100,
            render: (row) =>
              row.state === 'ended' ? null : (
                <ConfirmButton
                  label="提前结束"
                  danger
                  button={{ size: 'small' }}
                  question={`提前结束 ${row.standIn.name} 代 ${row.absent.name} 的办理？`}
                  follows="立即不能再代办；已经代办的记录保留。"
                  okText="结束"
                  onConfirm={() => end.mutateAsync({ params: { standInId: row.standInId } })}
                />
              ),
          },
        ]}
        empty={<EmptyNote what="没有代办登记。" how="有人出差、休假时，登记由谁代办、从哪天到哪天。" />}
      />
      <FormDialog<Values>
        open={adding}
        title="登记代办"
        okText="登记"
        initial={{}}
        note="代办人以不在岗的人的权限办理，每一步都注明“代”；同一张审批单上，代办人不能再签第二次。"
        onClose={() => setAdding(false)}
        onSubmit={(values) => create.mutateAsync({ body: values })}
      >
        <Form.Item name="absentId" label="不在岗的人" rules={[{ required: true, message: '请选择' }]}>
          <AccountSelect />
        </Form.Item>
        <Form.Item name="standInId" label="代办人" rules={[{ required: true, message: '请选择' }]}>
          <AccountSelect />
        </Form.Item>
        <Form.Item name="validFrom" label="从哪一天起" rules={[{ required: true, message: '请选择日期' }]}>
          <DayField />
        </Form.Item>
        <Form.Item name="validUntil" label="到哪一天止（含当天）" rules={[{ required: true, message: '请选择日期' }]}>
          <DayField />
        </Form.Item>
        <Form.Item name="reason" label="事由" rules={[{ required: true, whitespace: true, message: '请填写事由' }]}>
          <Input maxLength={200} placeholder="如：公务出差、休假" />
        </Form.Item>
      </FormDialog>
    </ListPage>
  )
}
