// Who applies, at the counter: of a person other things are asked for than of an organisation.
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { applicantKinds } from '../../../src/modules/requests/law/applicants.ts'

const needed = (message: string) => [{ required: true, whitespace: true, message }]
const kinds = Object.entries(applicantKinds).map(([value, { title }]) => ({ value, label: title }))

export function PersonFields(): ReactNode {
  const kind: unknown = Form.useWatch('applicantKind')
  return (
    <>
      <Form.Item name="applicantKind" label="类别" rules={needed('请选择类别')}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name={['identity', 'name']} label={kind === 'person' ? '姓名' : '名称'} rules={needed('请填写申请人')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['identity', 'documentNumber']} label={kind === 'person' ? '身份证件号码' : '统一社会信用代码'} rules={needed('请填写号码')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      {kind !== 'person' && (
        <Form.Item name={['identity', 'contactPerson']} label="联系人" rules={needed('请填写联系人')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name={['identity', 'address']} label="通信地址">
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['identity', 'phone']} label="联系电话" extra="地址、电话、电子邮箱至少填写一项。">
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['identity', 'email']} label="电子邮箱">
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['identity', 'agent']} label="代理人（没有的不填）">
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </>
  )
}
