// Takes a step of a report: asks what it asks and names what follows.
import { App, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import { getReport, postReportStep, type ReportAnswer, type ShownReportStep } from '../../../src/modules/reports/http/sheet-contract.ts'
import { reportStates } from '../../../src/modules/reports/law/states.ts'
import { useSend } from '../../api/hooks.ts'
import { DayField } from '../../ui/DayField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { todayText } from '../../ui/format.ts'

type Body = BodyOf<typeof postReportStep>

export function ReportStepDialog(props: { readonly step: ShownReportStep | null; readonly report: ReportAnswer; readonly onClose: () => void }): ReactNode {
  const { step, report } = props
  const { message } = App.useApp()
  const send = useSend(postReportStep, { until: getReport })
  return (
    <FormDialog<{ note?: string; day?: string }>
      open={step !== null}
      title={step ? `${step.title}：${report.unitName}` : ''}
      okText={step?.title ?? ''}
      danger={step?.tone === 'danger'}
      initial={{ day: todayText() }}
      note={step?.confirm ?? undefined}
      onSubmit={async ({ note, day }) => {
        if (!step) return
        const body = { step: step.name, version: report.version, note: note ?? '', day: step.asksDay ? ((day ?? null) as Body['day']) : null }
        const taken = await send.mutateAsync({ params: { reportId: report.id }, body })
        void message.success(`${step.title}：已办理，现为“${reportStates[taken.state].title}”`)
      }}
      onClose={props.onClose}
    >
      {step?.asksDay && (
        <Form.Item name="day" label="盖章日期" extra="纸质报告由负责人签字、加盖公章的日期" rules={[{ required: true, message: '请填写盖章日期' }]}>
          <DayField />
        </Form.Item>
      )}
      {step && (
        <Form.Item name="note" label={step.asksText ?? '说明'} {...(step.asksText ? { rules: [{ required: true, whitespace: true, message: `请填写${step.asksText}` }] } : {})}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      )}
    </FormDialog>
  )
} // prettier-ignore
