// My account: password, second factor, where I am signed in, whom I stand in for.
import { App, Button, Form, Modal, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { endSession, listSessions, putPassword } from '../../../src/modules/access/http/contract.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { PasswordFields, type PasswordValues } from '../../forms/access/PasswordFields.tsx'
import { TotpSetUp } from '../../forms/access/TotpSetUp.tsx'
import { useSession } from '../../shell/session.tsx'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { whenText } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Facts, Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { MailReminder } from './MailReminder.tsx'

function ChangePassword(): ReactNode {
  const { take } = useSession()
  const { message } = App.useApp()
  const [form] = Form.useForm<PasswordValues>()
  const send = useSend(putPassword, { quiet: true })
  return (
    <Panel title="修改密码">
      <ErrorNote error={send.error} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="gk-narrow-form"
        onFinish={(values: PasswordValues) =>
          send.mutate(
            { body: { current: values.current, next: values.next } },
            {
              onSuccess: (session) => {
                take(session)
                form.resetFields()
                void message.success('密码已修改')
              },
            },
          )
        }
      >
        <PasswordFields currentLabel="现在的密码" />
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          修改密码
        </Button>
      </Form>
    </Panel>
  )
}

function SecondFactor(): ReactNode {
  const { answer, take } = useSession()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const on = answer.totp === 'on'
  return (
    <Panel title="动态口令" extra={<StateTag title={on ? '已绑定' : '未绑定'} tone={on ? 'good' : 'soon'} />}>
      <p className="gk-follows">
        {on
          ? '登录时除密码外，还要输入手机上的动态口令。换手机前请先在这里重新绑定；手机遗失时，请系统管理员解除。'
          : '绑定后，登录时除密码外还要输入手机上的动态口令，账号更安全。'}
      </p>
      <Button onClick={() => setOpen(true)}>{on ? '重新绑定' : '绑定动态口令'}</Button>
      <Modal open={open} title="绑定动态口令" footer={null} onCancel={() => setOpen(false)} destroyOnHidden width={480}>
        <TotpSetUp
          onDone={(session) => {
            take(session)
            setOpen(false)
            void message.success('动态口令已绑定')
          }}
        />
      </Modal>
    </Panel>
  )
}

function Sessions(): ReactNode {
  const sessions = useAnswer(listSessions, {})
  const end = useSend(endSession)
  return (
    <Panel title="登录会话">
      <p className="gk-follows">下面是这个账号正在使用的登录。有不认识的，请立即结束它并修改密码。</p>
      <ErrorNote error={sessions.error ?? end.error} />
      <Table
        // with one session there is no button in it by which the keyboard would reach what lies beyond the edge of a telephone
        ref={(table) => table?.nativeElement.querySelector('.ant-table-content')?.setAttribute('tabindex', '0')}
        size="small"
        rowKey="sessionId"
        pagination={false}
        scroll={{ x: 640 }}
        loading={sessions.isLoading}
        dataSource={sessions.data?.rows ?? []}
        columns={[
          { title: '登录时间', render: (_, row) => <span className="gk-figure">{whenText(row.createdAt)}</span> },
          { title: '最近操作', render: (_, row) => <span className="gk-figure">{whenText(row.lastSeenAt)}</span> },
          { title: '地址', render: (_, row) => row.address ?? '—' },
          { title: '浏览器', ellipsis: true, render: (_, row) => <span title={row.userAgent ?? ''}>{browserOf(row.userAgent)}</span> },
          {
            title: '操作',
            render: (_, row) =>
              row.current ? (
                <span className="gk-muted">本次登录</span>
              ) : (
                <ConfirmButton
                  label="结束"
                  button={{ size: 'small' }}
                  danger
                  question={`结束 ${whenText(row.createdAt)} 的登录？`}
                  follows="对方需要重新输入密码才能继续使用。"
                  okText="结束登录"
                  onConfirm={() => end.mutateAsync({ params: { sessionId: row.sessionId } })}
                />
              ),
          },
        ]}
      />
    </Panel>
  )
}

function browserOf(agent: string | null): string {
  if (!agent) return '—'
  const name = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\//.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : '其他浏览器'
  const system = /Windows/.test(agent)
    ? 'Windows'
    : /Android/.test(agent)
      ? 'Android'
      : /iPhone|iPad/.test(agent)
        ? 'iOS'
        : /Mac OS/.test(agent)
          ? 'macOS'
          : /Linux/.test(agent)
            ? 'Linux'
            : ''
  return system === '' ? name : `${name}，${system}`
}

export function MePage(): ReactNode {
  const { answer } = useSession()
  const own = answer.grants.filter((grant) => grant.onBehalfOf === null)
  const standing = answer.grants.filter((grant) => grant.onBehalfOf !== null)
  return (
    <>
      <PageHead title="我的账号" />
      <div className="gk-halves">
        <div>
          <Panel title="基本情况">
            <Facts
              narrow
              rows={[
                ['姓名', answer.person?.name],
                ['登录名', answer.person?.login],
                ['上次登录', whenText(answer.person?.lastSignedInAt)],
                [
                  '角色',
                  own.map((grant) => (
                    <div
                      key={`${grant.unitId}-${grant.role}`}
                    >{`${grant.unitName}${grant.sectionName ? ` ${grant.sectionName}` : ''} · ${grant.roleTitle}`}</div>
                  )),
                ],
                [
                  '正在代办',
                  standing.length === 0
                    ? '没有代他人办理'
                    : standing.map((grant) => (
                        <div
                          key={`${grant.unitId}-${grant.role}`}
                        >{`代${grant.onBehalfOf?.name}：${grant.unitName} · ${grant.roleTitle}，至 ${grant.onBehalfOf?.validUntil}`}</div>
                      )),
                ],
                ['自动退出', `${answer.idleMinutes} 分钟不操作后自动退出`],
              ]}
            />
          </Panel>
          <SecondFactor />
        </div>
        <div>
          <ChangePassword />
          <MailReminder />
        </div>
      </div>
      <Sessions />
    </>
  )
}
