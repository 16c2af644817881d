// Fields over applications that belong together: which one to handle it with, and the answer of another taken over into the draft.
import { AutoComplete, Button, Form } from 'antd'
import type { ReactNode } from 'react'
import type { RequestSheet } from '../../../src/modules/requests/http/contract.ts'
import { listRelated } from '../../../src/modules/requests/http/related-contract.ts'
import { listSimilar } from '../../../src/modules/requests/http/similar-contract.ts'
import { outcomes } from '../../../src/modules/requests/law/outcomes.ts'
import { useAnswer } from '../../api/hooks.ts'

export function LeadField(props: { readonly sheet: RequestSheet }): ReactNode {
  const rows = useAnswer(listSimilar, { params: { id: props.sheet.id } }).data?.rows ?? []
  return (
    <Form.Item
      name="lead"
      label="与哪一件一并办理"
      rules={[{ required: true, whitespace: true, message: '请填写申请编号' }]}
      extra="填写本单位先收到的一件的编号，或者从相似的申请里选。"
    >
      <AutoComplete
        placeholder="例：SQ2026-000123"
        options={rows.map(({ number, subject, applicantName }) => ({ value: number, label: `${number} ${subject}（${applicantName}）` }))}
      />
    </Form.Item>
  )
}

export function TakeOver(props: { readonly sheet: RequestSheet }): ReactNode {
  const form = Form.useFormInstance()
  const rows = useAnswer(listRelated, { params: { id: props.sheet.id } }).data?.rows ?? []
  const drafted = rows.flatMap(({ id, number, outcome }) => (outcome ? [{ id, number, outcome }] : []))
  if (drafted.length === 0) return null
  return (
    <p>
      取用并案、分案申请的答复：
      {drafted.map(({ id, number, outcome }) => (
        <Button key={id} type="link" size="small" onClick={() => form.setFieldValue('outcome', outcome)}>
          {number} {outcomes[outcome.name].title}
        </Button>
      ))}
    </p>
  )
}
