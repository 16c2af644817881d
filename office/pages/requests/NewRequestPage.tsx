// 登记申请: what came to the counter, by post, fax, mail or by word of mouth. No purpose is asked for; number and query code are given out once.
import { Alert, Button, Checkbox, Form, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { AnswerOf, BodyOf } from '../../../src/kernel/contract.ts'
import { postRequest } from '../../../src/modules/requests/http/contract.ts'
import type { ReadRequestMail } from '../../../src/modules/requests/http/mail-contract.ts'
import { deliveries, wishedForms } from '../../../src/modules/requests/law/applicants.ts'
import { channels, type ChannelName } from '../../../src/modules/requests/law/channels.ts'
import { noticeWayNames, noticeWays } from '../../../src/modules/requests/law/notice-ways.ts'
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
import { MailPanel } from './MailPanel.tsx'
import { RegisteredPanel } from './RegisteredPanel.tsx'
import { SimilarToEntered, type Entering } from './SimilarRequests.tsx'

type Body = BodyOf<typeof postRequest>
type Registered = AnswerOf<typeof postRequest>

const needed = (message: string) => [{ required: true, whitespace: true, message }]
const titlesOf = (table: Readonly<Record<string, { readonly title: string }>>) => Object.entries(table).map(([value, { title }]) => ({ value, label: title }))
const entered = Object.fromEntries(Object.entries(channels).filter(([name]) => name !== 'online'))

export function NewRequestPage(): ReactNode {
  const [form] = Form.useForm<Body>()
  const send = useSend(postRequest)
  const [id, setId] = useState(() => crypto.randomUUID())
  const [registered, setRegistered] = useState<Registered | null>(null)
  const [entering, setEntering] = useState<Entering | null>(null)
  const places = usePlaces('request.register')
  const channel = Form.useWatch('channel', form) as ChannelName | undefined
  const submit = async (values: Body): Promise<void> => {
    try {
      setRegistered(await send.mutateAsync({ body: { ...values, id, needsHelp: values.needsHelp ?? false } }))
    } catch (cause) {
      showReasons(form, cause)
    }
  }
  const compare = (): void => {
    const typed = form.getFieldsValue() as Partial<Body>
    const [subject = '', description = '', applicantName = ''] = [typed.subject, typed.description, typed.identity?.name].map((words) => words?.trim() ?? '')
    setEntering(typed.unitId && subject !== '' ? { unitId: typed.unitId, subject, description, applicantName } : null)
  }
  const fillIn = ({ sentOn, subject, description, attachments: _attachments, ...identity }: ReadRequestMail): void => {
    form.setFieldsValue({ channel: 'email', subject, description, identity, ...(sentOn === null ? {} : { arrivedOn: sentOn }) })
    compare()
  }
  const next = (): void => {
    form.resetFields()
    setEntering(null)
    setId(crypto.randomUUID())
    setRegistered(null)
  }
  return (
    <>
      <PageHead title="登记申请" crumbs={[{ title: '依申请公开', path: paths.requests }, { title: '登记申请' }]} />
      {registered && (
        <RegisteredPanel
          registered={registered}
          what="申请"
          path={paths.request(registered.id)}
          note="请将编号和查询码写入接收回执交给申请人。查询码只显示这一次。"
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
            arrivedOn: todayText() as Body['arrivedOn'],
            applicantKind: 'person',
            identity: { mailNotices: true },
            wishedForm: 'paper',
            delivery: 'post',
            ...(places.own[0] ? { unitId: places.own[0].unitId } : {}),
          }}
          onFinish={(values) => void submit(values)}
          onBlur={compare}
        >
          <ErrorNote error={send.error} />
          <MailPanel onChoose={fillIn} />
          <Panel title="来件">
            <Form.Item name="unitId" label="受理单位" rules={needed('请选择单位')}>
              <UnitSelect {...(places.only ? { only: places.only } : {})} />
            </Form.Item>
            <Form.Item name="channel" label="渠道" rules={needed('请选择渠道')}>
              <Select options={titlesOf(entered)} />
            </Form.Item>
            <Form.Item
              name="arrivedOn"
              label="来件日期"
              rules={needed('请选择日期')}
              extra={channel && `收到申请之日为${channels[channel].under['ogi-2019'].basis}。`}
            >
              <DayField allowClear={false} />
            </Form.Item>
          </Panel>
          <Panel title="申请人">
            <PersonFields />
            {noticeWayNames.map((way) => (
              <Form.Item key={way} name={['identity', noticeWays[way].mark]} valuePropName="checked" extra={noticeWays[way].counterHelp}>
                <Checkbox>{noticeWays[way].counter}</Checkbox>
              </Form.Item>
            ))}
            <Form.Item name={['identity', 'eService']} valuePropName="checked">
              <Checkbox>申请人同意以电子方式送达文书</Checkbox>
            </Form.Item>
            <Form.Item name="needsHelp" valuePropName="checked">
              <Checkbox>阅读、视听有困难，需要帮助</Checkbox>
            </Form.Item>
          </Panel>
          <Panel title="所需信息">
            <Alert type="info" showIcon className="gk-request-note" title="不得要求申请人说明用途。口头申请的，由工作人员代为填写，请申请人核对。" />
            <Form.Item name="subject" label="内容概要" rules={needed('请填写内容概要')} extra="不写申请人的个人信息。">
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="description" label="名称、文号或者便于查询的其他特征" rules={needed('请填写所需信息')}>
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5000} />
            </Form.Item>
            <SimilarToEntered entering={entering} />
            <Form.Item name="wishedForm" label="提供形式">
              <Select options={optionsOf(wishedForms)} />
            </Form.Item>
            <Form.Item name="delivery" label="获取方式">
              <Select options={optionsOf(deliveries)} />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={send.isPending}>
              登记
            </Button>
          </Panel>
        </Form>
      </div>
    </>
  )
}
