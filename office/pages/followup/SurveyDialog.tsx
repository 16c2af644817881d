// Sets when the readers of a published document are asked.
import { Form, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { putSurveyPlan } from '../../../src/modules/followup/http/contract.ts'
import { surveyLimits } from '../../../src/modules/followup/law/questions.ts'
import { useSend } from '../../api/hooks.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'

interface Plan {
  readonly months: number
  readonly days: number
}

export function SurveyDialog(props: { readonly documentId: string; readonly title: string; readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const send = useSend(putSurveyPlan)
  const { months, days } = surveyLimits
  return (
    <FormDialog<Plan>
      open={props.open}
      title={`实施效果调查：《${props.title}》`}
      okText="确定"
      initial={{ months: 6, days: 30 }}
      note="到时间后，信息页面上自动开放一份简短的调查；结束后，结果自动附在页面上。开始以后不能再改时间。"
      onClose={props.onClose}
      onSubmit={(plan) => send.mutateAsync({ params: { documentId: props.documentId }, body: plan })}
    >
      <Form.Item name="months" label={`发布后几个月开始（${months.least}至${months.most}）`} rules={[{ required: true, message: '请填写月数' }]}>
        <InputNumber min={months.least} max={months.most} precision={0} suffix="个月" />
      </Form.Item>
      <Form.Item name="days" label={`开放几天（${days.least}至${days.most}）`} rules={[{ required: true, message: '请填写天数' }]}>
        <InputNumber min={days.least} max={days.most} precision={0} suffix="天" />
      </Form.Item>
    </FormDialog>
  )
}
