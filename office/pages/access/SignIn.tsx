// The way in: password, second factor, and what is owed before work begins (first password, binding of the second factor).
import { Alert, Button, Form, Input } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { deleteSession, getSession, postSession, putPassword, putSecondFactor } from '../../../src/modules/access/http/contract.ts'
import { call } from '../../api/client.ts'
import { PasswordFields, type PasswordValues } from '../../forms/access/PasswordFields.tsx'
import { TotpSetUp } from '../../forms/access/TotpSetUp.tsx'
import { useSession, type SessionAnswer } from '../../shell/session.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

function Frame(props: { readonly title: string; readonly note?: ReactNode; readonly children: ReactNode }): ReactNode {
  const { title } = props
  useEffect(() => {
    document.title = `${title} · 政务公开工作平台`
  }, [title])
  return (
    <div className="gk-sign-in">
      <header className="gk-sign-in-brand">
        <img src="/icon.svg" alt="" width={40} height={40} />
        <div>
          <p className="gk-sign-in-name">政务公开工作平台</p>
          <p className="gk-muted">先审查、后公开，每一步都有记录</p>
        </div>
      </header>
      <main className="gk-sign-in-card">
        <h1>{title}</h1>
        {props.note && <p className="gk-muted">{props.note}</p>}
        {props.children}
      </main>
      <p className="gk-muted gk-sign-in-foot">本平台不处理、不存储国家秘密</p>
    </div>
  )
}

/** Calls, takes the session it answers, and holds what went wrong. */
function useEntrance(): { readonly busy: boolean; readonly error: unknown; readonly enter: (answer: Promise<SessionAnswer>) => void } {
  const { take } = useSession()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const enter = (answer: Promise<SessionAnswer>): void => {
    setBusy(true)
    setError(null)
    answer.then(take, setError).finally(() => setBusy(false))
  }
  return { busy, error, enter }
}

function Leave(): ReactNode {
  const { take } = useSession()
  const leave = (): void => {
    void call(deleteSession, {})
      .catch(() => undefined)
      .then(() => call(getSession, {}))
      .then(take)
  }
  return (
    <Button type="link" block onClick={leave}>
      换一个账号登录
    </Button>
  )
}

function Password(): ReactNode {
  const { ended } = useSession()
  const { busy, error, enter } = useEntrance()
  return (
    <Frame title="登录">
      {ended && !error && <Alert className="gk-note" type="info" showIcon title="登录已失效，请重新登录。尚未保存的修改留在原来的页面里，登录后可以继续。" />}
      <ErrorNote error={error} />
      <Form layout="vertical" requiredMark={false} onFinish={(values: { login: string; password: string }) => enter(call(postSession, { body: values }))}>
        <Form.Item name="login" label="登录名" rules={[{ required: true, message: '请填写登录名' }]}>
          <Input size="large" autoComplete="username" autoFocus autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          登录
        </Button>
      </Form>
      <p className="gk-muted gk-sign-in-help">忘记密码或者账号被锁定，请联系本单位的系统管理员。</p>
    </Frame>
  )
}

function SecondFactor(): ReactNode {
  const { busy, error, enter } = useEntrance()
  return (
    <Frame title="输入动态口令" note="打开手机上的动态口令应用，输入现在显示的6位数字。">
      <ErrorNote error={error} />
      <Form layout="vertical" requiredMark={false} onFinish={(values: { code: string }) => enter(call(putSecondFactor, { body: values }))}>
        <Form.Item name="code" label="动态口令" rules={[{ required: true, pattern: /^\s*\d{6}\s*$/, message: '动态口令为6位数字' }]}>
          <Input size="large" inputMode="numeric" autoComplete="one-time-code" autoFocus maxLength={6} />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          确定
        </Button>
      </Form>
      <Leave />
    </Frame>
  )
}

function FirstPassword(): ReactNode {
  const { busy, error, enter } = useEntrance()
  return (
    <Frame title="设置新密码" note="首次登录、密码被重置或者到期后，须先设置只有自己知道的密码。">
      <ErrorNote error={error} />
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(values: PasswordValues) => enter(call(putPassword, { body: { current: values.current, next: values.next } }))}
      >
        <PasswordFields size="large" currentLabel="现在的密码（初始密码）" />
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          设置并继续
        </Button>
      </Form>
      <Leave />
    </Frame>
  )
}

function OwedTotp(): ReactNode {
  const { take } = useSession()
  return (
    <Frame title="绑定动态口令" note="管理员要求这个账号登录时使用动态口令。绑定以后才能开始工作。">
      <TotpSetUp onDone={take} />
      <Leave />
    </Frame>
  )
}

const pages: Readonly<Record<SessionAnswer['stage'], () => ReactNode>> = {
  nobody: Password,
  'second-factor': SecondFactor,
  'change-password': FirstPassword,
  'set-up-totp': OwedTotp,
  complete: () => null,
}

export function SignIn(): ReactNode {
  const { answer } = useSession()
  const Page = pages[answer.stage]
  return <Page />
}
