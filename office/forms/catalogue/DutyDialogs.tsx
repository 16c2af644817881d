// How a duty ends without a publication: asked for by its article, or concluded by the yearly examination.
import { App, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import type { Line } from '../../../src/law/lines.ts'
import { postClosing, putExamination, type getDuty } from '../../../src/modules/catalogue/http/contract.ts'
import { closingArticles, closings, keepingArticles, type ClosingKind } from '../../../src/modules/catalogue/law/duties.ts'
import { useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { articleText } from '../../ui/article.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'

type Answer = AnswerOf<typeof getDuty>

const ReasonField = (): ReactNode => (
  <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: '请写明理由' }]}>
    <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
  </Form.Item>
)

export function ClosingDialog(props: {
  readonly line: Line
  readonly dutyId: string
  readonly name: string
  readonly open: boolean
  readonly onClose: () => void
}): ReactNode {
  const send = useSend(postClosing)
  const { message } = App.useApp()
  return (
    <FormDialog<{ kind: ClosingKind; article: string; reason: string }>
      open={props.open}
      title={`申请办结：“${props.name}”`}
      okText="提交审批"
      initial={{}}
      note="由本单位分管领导或者主要领导审批；申请人不能审批自己的申请。"
      onSubmit={async (values) => {
        await send.mutateAsync({ params: { dutyId: props.dutyId }, body: values })
        void message.success('已提交领导审批')
      }}
      onClose={props.onClose}
    >
      {(form) => (
        <>
          <Form.Item name="kind" label="情形" rules={[{ required: true, message: '请选择情形' }]}>
            <Select
              options={Object.entries(closings).map(([value, one]) => ({ value, label: `${one.title}：${one.hint}` }))}
              onChange={() => form.setFieldValue('article', undefined)}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() => {
              const kind = form.getFieldValue('kind') as ClosingKind | undefined
              return (
                <Form.Item name="article" label="依据" rules={[{ required: true, message: '请选择条款' }]}>
                  <Select disabled={!kind} options={(kind ? closingArticles(kind, props.line) : []).map((value) => ({ value, label: articleText(value) }))} />
                </Form.Item>
              )
            }}
          </Form.Item>
          <ReasonField />
        </>
      )}
    </FormDialog>
  )
}

export function ExaminationDialog(props: { readonly answer: Answer; readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const send = useSend(putExamination)
  const navigate = useNavigate()
  const { message } = App.useApp()
  return (
    <FormDialog<{ conclusion: 'keep' | 'disclose'; article?: string; reason: string }>
      open={props.open}
      title={`评估审查：“${props.answer.duty.name}”`}
      okText="作出结论"
      initial={{ conclusion: 'keep' }}
      note="不予公开和依申请公开的信息每年评估一次；情况变化可以公开的，应当公开（条例第十八条）。"
      onSubmit={async ({ conclusion, article, reason }) => {
        const { editionId } = await send.mutateAsync({ params: { dutyId: props.answer.duty.dutyId }, body: { conclusion, article: article ?? '', reason } })
        void message.success(conclusion === 'keep' ? '已维持，一年后再评估' : '已按原文起草主动公开的新版本，请核对后提交审核')
        if (editionId !== null) void navigate(paths.edition(editionId))
      }}
      onClose={props.onClose}
    >
      {(form) => (
        <>
          <Form.Item name="conclusion" label="结论" rules={[{ required: true }]}>
            <Select
              options={[
                { value: 'keep', label: '维持不公开' },
                { value: 'disclose', label: '转为主动公开' },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() =>
              form.getFieldValue('conclusion') === 'keep' && (
                <Form.Item name="article" label="依据" rules={[{ required: true, message: '请选择条款' }]}>
                  <Select options={keepingArticles.map((value) => ({ value, label: articleText(value) }))} />
                </Form.Item>
              )
            }
          </Form.Item>
          <ReasonField />
        </>
      )}
    </FormDialog>
  )
}
