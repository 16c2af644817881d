// Old and new password, the new one twice.
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'

export interface PasswordValues {
  readonly current: string
  readonly next: string
  readonly again: string
}

export function PasswordFields(props: { readonly size?: 'large'; readonly currentLabel: string }): ReactNode {
  const size = props.size === undefined ? {} : { size: props.size }
  return (
    <>
      <Form.Item name="current" label={props.currentLabel} rules={[{ required: true, message: '请填写现在的密码' }]}>
        <Input.Password {...size} autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="next" label="新密码" extra="至少10位，含大写字母、小写字母、数字和符号中的三种。" rules={[{ required: true, message: '请填写新密码' }]}>
        <Input.Password {...size} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输一遍新密码"
        dependencies={['next']}
        rules={[
          { required: true, message: '请再输一遍新密码' },
          ({ getFieldValue }) => ({
            validator: (_, value: string) => (!value || value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error('两遍不一样'))),
          }),
        ]}
      >
        <Input.Password {...size} autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
