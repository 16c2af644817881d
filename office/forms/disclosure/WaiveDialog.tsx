// Somebody lets a finding stand: in their own name, with a reason.
import { App, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { postWaiver, type FindingRow } from '../../../src/modules/disclosure/http/gate-contract.ts'
import { useSend } from '../../api/hooks.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'

export function WaiveDialog(props: { readonly editionId: string; readonly finding: FindingRow | null; readonly onClose: () => void }): ReactNode {
  const { finding, editionId } = props
  const { message } = App.useApp()
  const send = useSend(postWaiver)
  return (
    <FormDialog<{ reason: string }>
      open={finding !== null}
      title="说明理由后放行"
      okText="放行"
      initial={{ reason: '' }}
      note={finding ? `${finding.sentence}放行人、时间和理由写入发布检查记录；这一处文字改动后须重新说明。` : undefined}
      onClose={props.onClose}
      onSubmit={async ({ reason }) => {
        if (!finding) return
        await send.mutateAsync({ params: { editionId }, body: { fingerprint: finding.fingerprint, reason } })
        void message.success('已记录理由并放行')
      }}
    >
      <Form.Item
        name="reason"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请填写理由' }]}
        help="例如：已取得本人书面同意；此处为引用原文。"
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} showCount />
      </Form.Item>
    </FormDialog>
  )
}
