// 登记更正申请: what came to the counter or by post. Number and query code are given out once; evidence is added on the page of the case.
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AnswerOf, BodyOf } from '../../../src/kernel/contract.ts'
import { postRecord } from '../../../src/modules/requests/http/record-contract.ts'
import { recordChannels, recordLengths } from '../../../src/modules/requests/law/record-corrections.ts'
import { useSend } from '../../api/hooks.ts'
import { usePlaces } from '../../forms/disclosure/use-places.ts'
import { PersonFields } from '../../forms/requests/PersonFields.tsx'
import { paths } from '../../paths.ts'
import { DayField } from '../../ui/DayField.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { showReasons } from '../../ui/FormDialog.tsx'
import { todayText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { RegisteredPanel } from './RegisteredPanel.tsx'

type Body = BodyOf<typeof postRecord>

const needed = (message: string) => [{ required: true, whitespace: true, message }]
const { online: _online, ...entered } = recordChannels

export function NewRecordPage(): ReactNode {
  const [form] = Form.useForm<Body>()
  const send = useSend(postRecord)
  const [id, setId] = useState(() => crypto.randomUUID())
  const [registered, setRegistered] = useState<AnswerOf<typeof postRecord> | null>(null)
  const places = usePlaces('request.register')
  const submit = async (values: Body): Promise<void> => {
    try {
      setRegistered(await send.mutateAsync({ body: { ...values, id, applicationNumber: values.applicationNumber ?? '' } }))
    } catch (cause) {
      showReasons(form, cause)
    }
  }
  const next = (): void => {
    form.resetFields()
    setId(crypto.randomUUID())
    setRegistered(null)
  }
  return (
    <>
      <PageHead title="登记更正申请" crumbs={[{ title: '更正本人信息', path: paths.recordCorrections }, { title: '登记更正申请' }]} />
      {registered && (
        <RegisteredPanel
          registered={registered}
          what="更正申请"
          path={paths.recordCorrection(registered.id)}
          note="请将编号和查询码写给申请人，用来查询办理情况。查询码只显示这一次。打开这件申请可以上传证据。"
          onNext={next}
        />
      )}
      <div hidden={registered !== null}>
        <Form<Body>
          form={form}
          layout="vertical"
          requiredMark={false}
          className="gk-form-page"
          initialValues={{
            channel: 'counter',
            receivedOn: todayText() as Body['receivedOn'],
            applicantKind: 'person',
            ...(places.own[0] ? { unitId: places.own[0].unitId } : {}),
          }}
          onFinish={(values) => void submit(values)}
        >
          <ErrorNote error={send.error} />
          <Panel title="来件">
            <Form.Item name="unitId" label="受理单位" rules={needed('请选择单位')}>
              <UnitSelect {...(places.only ? { only: places.only } : {})} />
            </Form.Item>
            <Form.Item name="channel" label="渠道" rules={needed('请选择渠道')}>
              <Select options={optionsOf(entered)} />
            </Form.Item>
            <Form.Item name="receivedOn" label="收到日期" rules={needed('请选择日期')}>
              <DayField allowClear={false} />
            </Form.Item>
          </Panel>
          <Panel title="要求更正的记录">
            <Form.Item name="subject" label="有关记录" rules={needed('请写明是哪条记录')} extra="例：本人2025年度参保记录。不写证件号码。">
              <Input maxLength={recordLengths.subject} />
            </Form.Item>
            <Form.Item name="wrong" label="哪里不准确" rules={needed('请写明哪里不准确')}>
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={recordLengths.wrong} />
            </Form.Item>
            <Form.Item name="wanted" label="应当怎样记录" rules={needed('请写明应当怎样记录')}>
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={recordLengths.wanted} />
            </Form.Item>
            <Form.Item name="applicationNumber" label="公开申请的编号" extra="记录是通过公开申请得到的才填写，例：SQ2026-000123。">
              <Input maxLength={40} autoComplete="off" />
            </Form.Item>
          </Panel>
          <Panel title="申请人">
            <PersonFields />
            <Button type="primary" htmlType="submit" loading={send.isPending}>
              登记
            </Button>
          </Panel>
        </Form>
      </div>
    </>
  )
}
