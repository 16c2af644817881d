// Enters a complaint, a reconsideration or a lawsuit, or takes a step of one: asks what the row of the step asks for.
import { Alert, App, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import { listRequestRemedies, postRemedy, postRemedyStep, type ShownRemedy } from '../../../src/modules/requests/http/remedy-contract.ts'
import {
  procedures,
  raisers,
  remedyEntries,
  remedyKinds,
  remedyResultNames,
  remedyResultRows,
  remedyStates,
  remedyStepRows,
  type RemedyAsk,
  type RemedyKind,
  type RemedyStepName,
} from '../../../src/modules/requests/law/remedy-cases.ts'
import { useSend } from '../../api/hooks.ts'
import { articleText } from '../../ui/article.ts'
import { DayField } from '../../ui/DayField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { todayText } from '../../ui/format.ts'

type RemedyInput = BodyOf<typeof postRemedy>['input']

/** What is asked about: a new remedy of a kind, or a step of one that is there. */
export type AskedRemedy = { readonly kind: RemedyKind } | { readonly of: ShownRemedy; readonly step: RemedyStepName; readonly article: string }

interface Values extends Partial<Omit<RemedyInput, 'after'>> {
  /** `direct`, `elsewhere`, or the reconsideration that it went through. */
  readonly after?: string
}

const needed = (message: string) => [{ required: true, message }]
const written = (message: string) => [{ required: true, whitespace: true, message }]

const inputOf = ({ after, text, ...values }: Values): RemedyInput => ({
  ...values,
  text: text ?? '',
  ...(after === undefined ? {} : { after: after === 'direct' ? null : { reconsiderationId: after === 'elsewhere' ? null : after } }),
})

interface Known {
  readonly kind: RemedyKind
  readonly step: RemedyStepName
  readonly reconsiderations: readonly ShownRemedy[]
  readonly reconsiderationFirst: boolean
}

function AfterField(props: Known): ReactNode {
  const { reconsiderations, reconsiderationFirst } = props
  const options = [
    { value: 'direct', label: '未经复议，直接起诉' },
    ...reconsiderations.map(({ remedyId, number, body }) => ({ value: remedyId, label: `复议后起诉：${number}（${body}）` })),
    { value: 'elsewhere', label: '复议后起诉，复议未在本系统登记' },
  ]
  return (
    <>
      <Form.Item name="after" label="是否经过行政复议" rules={needed('请选择是否经过行政复议')} extra="决定计入年度报告的哪一栏。">
        <Select options={options} />
      </Form.Item>
      <Form.Item noStyle dependencies={['after']}>
        {({ getFieldValue }) =>
          reconsiderationFirst && getFieldValue('after') === 'direct' ? (
            <Alert type="warning" showIcon className="gk-request-note" title="这件答复不予公开，申请人应当先申请行政复议；可以在答辩时提出。" />
          ) : null
        }
      </Form.Item>
    </>
  )
}

function Field(props: Known & { readonly ask: RemedyAsk }): ReactNode {
  const { ask, kind, step } = props
  const { day, text = '说明' } = remedyStepRows[step]
  const { body, number } = remedyKinds[kind]
  switch (ask) {
    case 'day':
      return (
        <Form.Item name="day" label={day} rules={needed('请选择日期')}>
          <DayField allowClear={false} />
        </Form.Item>
      )
    case 'acceptedOn':
      return (
        <Form.Item name="acceptedOn" label={kind === 'lawsuit' ? '立案之日' : '受理之日'} extra="作出决定、裁判的期限自此计算；不知道的可以不填。">
          <DayField />
        </Form.Item>
      )
    case 'body':
      return (
        <Form.Item name="body" label={step === 'appeal' ? '二审人民法院' : body} rules={written(`请填写${body}`)}>
          <Input maxLength={100} />
        </Form.Item>
      )
    case 'number': {
      const title = step === 'decide' || step === 'judge' ? '文书文号' : number
      return (
        <Form.Item name="number" label={title} rules={kind === 'complaint' ? [] : written(`请填写${title}`)}>
          <Input maxLength={80} />
        </Form.Item>
      )
    }
    case 'procedure':
      return (
        <Form.Item name="procedure" label="审理程序" rules={needed('请选择审理程序')} extra="政府信息公开案件可以适用简易程序，以受理机关的通知为准。">
          <Radio.Group options={Object.entries(procedures).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
      )
    case 'raisedBy':
      return (
        <Form.Item name="raisedBy" label="由谁提出" rules={needed('请选择由谁提出')}>
          <Radio.Group options={Object.entries(raisers).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
      )
    case 'after':
      return <AfterField {...props} />
    case 'days':
      return (
        <Form.Item name="days" label="延长的天数" rules={needed('请填写天数')} extra="自然日，最多30日。">
          <InputNumber min={1} max={30} precision={0} suffix="日" />
        </Form.Item>
      )
    case 'result':
      return (
        <Form.Item name="result" label="结果" rules={needed('请选择结果')}>
          <Select
            options={remedyResultNames.flatMap((value) => {
              const { title, article, by } = remedyResultRows[value]
              return article[kind] && !by ? [{ value, label: title }] : []
            })}
          />
        </Form.Item>
      )
    case 'text':
      return (
        <Form.Item name="text" label={text} rules={written(`请填写${text}`)}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={3000} />
        </Form.Item>
      )
  }
}

export function RemedyDialog(props: {
  readonly asked: AskedRemedy | null
  readonly requestId: string
  readonly remedies: readonly ShownRemedy[]
  readonly reconsiderationFirst: boolean
  readonly onClose: () => void
}): ReactNode {
  const { asked, requestId, remedies, reconsiderationFirst } = props
  const { message } = App.useApp()
  const enter = useSend(postRemedy, { until: listRequestRemedies })
  const take = useSend(postRemedyStep, { until: listRequestRemedies })
  const step = asked && ('of' in asked ? asked.step : remedyEntries[asked.kind])
  const kind = asked && ('of' in asked ? asked.of.kind : asked.kind)
  const row = step && remedyStepRows[step]
  const number = asked && 'of' in asked ? asked.of.number : ''
  return (
    <FormDialog<Values>
      open={asked !== null}
      title={row ? `${row.title}${number ? `：${number}` : ''}` : ''}
      okText={row?.title ?? ''}
      danger={row?.tone === 'danger'}
      initial={{ day: todayText() as NonNullable<Values['day']>, raisedBy: 'applicant' }}
      note={
        row && (
          <>
            {row.confirm && <span>{row.confirm}</span>} {asked && 'of' in asked && <span className="gk-muted">依据{articleText(asked.article)}。</span>}
          </>
        )
      }
      onClose={props.onClose}
      onSubmit={async (values) => {
        if (!asked || !kind) return
        const input = inputOf(values)
        if ('of' in asked) {
          const { of } = asked
          const taken = await take.mutateAsync({ params: { id: requestId, remedyId: of.remedyId }, body: { step: asked.step, seen: of.seen, input } })
          void message.success(`${row?.title ?? ''}：已办理，现为“${remedyStates[taken.state].title}”`)
        } else {
          await enter.mutateAsync({ params: { id: requestId }, body: { remedyId: crypto.randomUUID(), kind, input } })
          void message.success(`${remedyKinds[kind].title}已经登记`)
        }
      }}
    >
      {step &&
        kind &&
        remedyStepRows[step].asks.map((ask) => (
          <Field
            key={ask}
            ask={ask}
            kind={kind}
            step={step}
            reconsiderations={remedies.filter((one) => one.kind === 'reconsideration')}
            reconsiderationFirst={reconsiderationFirst}
          />
        ))}
    </FormDialog>
  )
}
