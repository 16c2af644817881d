// Binds the second factor: picture to scan, key to type, one code to prove it.
import { Button, Form, Input, Spin } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import { postTotp, putTotp } from '../../../src/modules/access/http/contract.ts'
import { call } from '../../api/client.ts'
import type { SessionAnswer } from '../../shell/session.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

export function TotpSetUp(props: { readonly onDone: (session: SessionAnswer) => void }): ReactNode {
  const [secret, setSecret] = useState<AnswerOf<typeof postTotp> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    call(postTotp, {}).then(setSecret, setError)
  }, [])
  const prove = (values: { code: string }): void => {
    setBusy(true)
    setError(null)
    call(putTotp, { body: values })
      .then(props.onDone, setError)
      .finally(() => setBusy(false))
  }
  return (
    <>
      <ErrorNote error={error} />
      {!secret && !error && <Spin />}
      {secret && (
        <>
          <ol className="gk-steps-text">
            <li>在手机上打开动态口令应用，扫描下面的二维码；不能扫码时，手工输入密钥。</li>
            <li>输入应用里显示的6位数字。</li>
          </ol>
          <div className="gk-totp">
            <img
              src={secret.qr.startsWith('<') ? `data:image/svg+xml;utf8,${encodeURIComponent(secret.qr)}` : secret.qr}
              alt="动态口令二维码"
              width={180}
              height={180}
            />
            <p>
              <span className="gk-muted">密钥</span>
              <br />
              <code className="gk-secret">{secret.secret}</code>
            </p>
          </div>
          <Form layout="vertical" requiredMark={false} onFinish={prove}>
            <Form.Item name="code" label="动态口令" rules={[{ required: true, pattern: /^\s*\d{6}\s*$/, message: '动态口令为6位数字' }]}>
              <Input size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
            </Form.Item>
            <Button type="primary" htmlType="submit" size="large" block loading={busy}>
              绑定
            </Button>
          </Form>
        </>
      )}
    </>
  )
}
