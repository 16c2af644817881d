// 邮件提醒: one's own address, proved by a code that is sent there.
import { App, Button, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { deleteMailAddress, getMailAddress, putMailAddress, putMailAddressProof } from '../../../src/modules/notices/http/contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'

function AddressForm(props: { readonly button: string; readonly onCancel?: () => void }): ReactNode {
  const ask = useSend(putMailAddress)
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="gk-narrow-form"
      onFinish={(body: { address: string }) => ask.mutate({ body }, { onSuccess: () => props.onCancel?.() })}
    >
      <ErrorNote error={ask.error} />
      <Form.Item name="address" label="邮箱" rules={[{ required: true, type: 'email', message: '请填写完整的邮箱，例如 lin@example.gov.cn' }]}>
        <Input type="email" autoComplete="email" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={ask.isPending}>
        {props.button}
      </Button>
      {props.onCancel && (
        <Button type="text" onClick={props.onCancel}>
          取消
        </Button>
      )}
    </Form>
  )
}

function CodeForm(props: { readonly address: string; readonly onOther: () => void }): ReactNode {
  const { message } = App.useApp()
  const prove = useSend(putMailAddressProof)
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="gk-narrow-form"
      onFinish={(body: { code: string }) => prove.mutate({ body }, { onSuccess: () => void message.success('邮箱已确认，有新消息时每天提醒一次') })}
    >
      <p className="gk-follows">确认码已经发往 {props.address}，30 分钟内有效。</p>
      <ErrorNote error={prove.error} />
      <Form.Item name="code" label="确认码" rules={[{ required: true, pattern: /^\s*\d{6}\s*$/, message: '确认码是 6 位数字' }]}>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={prove.isPending}>
        确认
      </Button>
      <Button type="text" onClick={props.onOther}>
        没有收到，重新填写
      </Button>
    </Form>
  )
}

export function MailReminder(): ReactNode {
  const { message } = App.useApp()
  const answer = useAnswer(getMailAddress, {})
  const drop = useSend(deleteMailAddress)
  const [changing, setChanging] = useState(false)
  const known = answer.data
  const body = (): ReactNode => {
    if (!known) return null
    if (known.sender === null) return <p className="gk-follows">还没有设置邮件服务器，暂时不能用邮件提醒。</p>
    if (changing) return <AddressForm button="发送确认码" onCancel={() => setChanging(false)} />
    if (known.pendingAddress !== null) return <CodeForm address={known.pendingAddress} onOther={() => setChanging(true)} />
    if (known.address === null) return <AddressForm button="发送确认码" />
    return (
      <>
        <p className="gk-follows">有新消息时，每天早上发一封邮件到 {known.address}。邮件里只写条数，不写标题和内容。</p>
        <Button onClick={() => setChanging(true)}>更换邮箱</Button>{' '}
        <ConfirmButton
          label="关闭提醒"
          question="关闭邮件提醒？"
          follows="以后不再发邮件，消息仍在后台里。"
          okText="关闭提醒"
          onConfirm={() => drop.mutateAsync({}).then(() => void message.success('邮件提醒已关闭'))}
        />
      </>
    )
  }
  return (
    <Panel title="邮件提醒" extra={known && <StateTag title={known.address === null ? '未开启' : '已开启'} tone={known.address === null ? 'soon' : 'good'} />}>
      <ErrorNote error={answer.error ?? drop.error} />
      {body()}
    </Panel>
  )
}
