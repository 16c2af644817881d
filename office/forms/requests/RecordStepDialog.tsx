// Takes a step of a correction of records: asks what it asks, names what follows, shows every reason where it is refused.
import { App, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import { getRecord, postRecordStep, type RecordSheet, type ShownRecordStep } from '../../../src/modules/requests/http/record-contract.ts'
import { recordStates } from '../../../src/modules/requests/law/record-corrections.ts'
import { useSend } from '../../api/hooks.ts'
import { articleText } from '../../ui/article.ts'
import { DayField } from '../../ui/DayField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { todayText } from '../../ui/format.ts'
import { ServiceFields } from './ServiceFields.tsx'

type Input = BodyOf<typeof postRecordStep>['input']

const needed = (message: string) => [{ required: true, whitespace: true, message }]

function Fields({ step, sheet }: { readonly step: ShownRecordStep; readonly sheet: RecordSheet }): ReactNode {
  const asks = (name: string): boolean => step.asks.includes(name)
  return (
    <>
      {asks('section') && (
        <Form.Item name="section" label="承办科室" rules={[{ required: true, message: '请选择科室' }]}>
          <Select options={sheet.sections.map(({ sectionId, name }) => ({ value: sectionId, label: name }))} />
        </Form.Item>
      )}
      {asks('body') && (
        <Form.Item name="body" label="有权更正的行政机关" rules={needed('请填写有权更正的行政机关')}>
          <Input maxLength={100} />
        </Form.Item>
      )}
      {asks('service') && <ServiceFields agreedOn={null} />}
      {asks('day') && (
        <Form.Item name="day" label="日期" rules={[{ required: true, message: '请选择日期' }]}>
          <DayField allowClear={false} />
        </Form.Item>
      )}
      {asks('text') && (
        <Form.Item name="text" label={step.textTitle} rules={step.name === 'assign' ? [] : needed(`请填写${step.textTitle}`)}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={3000} />
        </Form.Item>
      )}
    </>
  )
}

export function RecordStepDialog(props: { readonly step: ShownRecordStep | null; readonly sheet: RecordSheet; readonly onClose: () => void }): ReactNode {
  const { step, sheet } = props
  const { message } = App.useApp()
  const send = useSend(postRecordStep, { until: getRecord })
  return (
    <FormDialog<Partial<Input>>
      open={step !== null}
      title={step ? `${step.title}：${sheet.number}` : ''}
      okText={step?.title ?? ''}
      danger={step?.tone === 'danger'}
      initial={{ day: todayText() as NonNullable<Input['day']> }}
      note={
        step && (
          <>
            {step.confirm && <span>{step.confirm}</span>} <span className="gk-muted">依据{articleText(step.article)}。</span>
          </>
        )
      }
      onClose={props.onClose}
      onSubmit={async ({ text, service, ...values }) => {
        if (!step) return
        const input = { ...values, text: text ?? '', ...(service ? { service: { ...service, consent: service.consent ?? false } } : {}) }
        const taken = await send.mutateAsync({ params: { id: sheet.id }, body: { step: step.name, seen: sheet.seen, input } })
        void message.success(`${step.title}：已办理，现为“${recordStates[taken.state].title}”`)
      }}
    >
      {step && <Fields step={step} sheet={sheet} />}
    </FormDialog>
  )
}
