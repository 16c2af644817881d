// Dialogs of the relations of a document: with another document, its interpretation, and why it needs none.
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { postInterpretation, postRelation, putInterpretationWaiver } from '../../../src/modules/disclosure/http/relations-contract.ts'
import { interpretationForms, relationKinds, type InterpretationForm, type RelationKindName } from '../../../src/modules/publication/law/relation-kinds.ts'
import { useSend } from '../../api/hooks.ts'
import { DayField } from '../../ui/DayField.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DocumentSelect } from './DocumentSelect.tsx'

type End = 'from' | 'to'

interface RelationValues {
  /** `from interprets`: this document is the interpretation. */
  readonly as: `${End} ${RelationKindName}`
  readonly documentId: string
  readonly form?: InterpretationForm
  readonly periodFrom?: string | null
  readonly periodTo?: string | null
  readonly shortReason?: string
}

const kinds = Object.entries(relationKinds) as [RelationKindName, (typeof relationKinds)[RelationKindName]][]

const choices = [
  { label: '选择的文件是', options: kinds.map(([kind, { from }]) => ({ value: `to ${kind}`, label: `本文件的${from}` })) },
  { label: '本文件是', options: kinds.map(([kind, { from }]) => ({ value: `from ${kind}`, label: `选择文件的${from}` })) },
]

export function RelationDialog(props: {
  readonly open: boolean
  readonly editionId: string
  readonly documentId: string
  readonly onClose: () => void
}): ReactNode {
  const send = useSend(postRelation)
  return (
    <FormDialog<RelationValues>
      open={props.open}
      title="登记关联"
      okText="登记"
      initial={{}}
      note="两件都公开后，关联才对外显示；两件都已公开的，登记后立即显示。"
      onSubmit={async ({ as, documentId, form, periodFrom, periodTo, shortReason }) => {
        const [end, kind] = as.split(' ') as [End, RelationKindName]
        const body = { kind, end, documentId, form: form ?? null, periodFrom: periodFrom ?? null, periodTo: periodTo ?? null, shortReason: shortReason ?? '' }
        await send.mutateAsync({ params: { editionId: props.editionId }, body })
      }}
      onClose={props.onClose}
    >
      {(form) => (
        <>
          <Form.Item name="as" label="关系" rules={[{ required: true, message: '请选择关系' }]}>
            <Select options={choices} placeholder="选择关系" />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() => (
              <Form.Item name="documentId" label="文件" rules={[{ required: true, message: '请选择文件' }]}>
                <DocumentSelect
                  value={(form.getFieldValue('documentId') as string | undefined) ?? null}
                  title={null}
                  except={props.documentId}
                  onChange={(documentId) => form.setFieldValue('documentId', documentId ?? undefined)}
                />
              </Form.Item>
            )}
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() => {
              const as = (form.getFieldValue('as') as string | undefined) ?? ''
              if (as.endsWith(' interprets')) {
                return (
                  <Form.Item name="form" label="解读形式" rules={[{ required: true, message: '请选择解读形式' }]}>
                    <Select options={optionsOf(interpretationForms)} />
                  </Form.Item>
                )
              }
              if (!as.endsWith(' consults')) return null
              return (
                <>
                  <Form.Item name="periodFrom" label="征求意见开始" rules={[{ required: true, message: '请填写开始日期' }]}>
                    <DayField
                      id="relation-from"
                      value={(form.getFieldValue('periodFrom') as string | undefined) ?? null}
                      onChange={(day) => form.setFieldValue('periodFrom', day)}
                    />
                  </Form.Item>
                  <Form.Item
                    name="periodTo"
                    label="征求意见结束"
                    rules={[{ required: true, message: '请填写结束日期' }]}
                    extra="一般不少于30日（《重大行政决策程序暂行条例》第十五条）。"
                  >
                    <DayField
                      id="relation-to"
                      value={(form.getFieldValue('periodTo') as string | undefined) ?? null}
                      onChange={(day) => form.setFieldValue('periodTo', day)}
                    />
                  </Form.Item>
                  <Form.Item name="shortReason" label="不足30日的理由" extra="对外公开。">
                    <Input maxLength={300} />
                  </Form.Item>
                </>
              )
            }}
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}

export function InterpretationDialog(props: {
  readonly open: boolean
  readonly editionId: string
  readonly onClose: () => void
  readonly onBegun: (editionId: string) => void
}): ReactNode {
  const send = useSend(postInterpretation)
  return (
    <FormDialog<{ form: InterpretationForm }>
      open={props.open}
      title="起草解读"
      okText="开始起草"
      initial={{ form: 'text' }}
      note="解读与文件同时提交的，此后每一步随文件一并办理；先后不同步的，可以单独办理。"
      onSubmit={async (body) => {
        const begun = await send.mutateAsync({ params: { editionId: props.editionId }, body })
        props.onBegun(begun.editionId)
      }}
      onClose={props.onClose}
    >
      <Form.Item name="form" label="解读形式" rules={[{ required: true, message: '请选择解读形式' }]}>
        <Select options={optionsOf(interpretationForms)} />
      </Form.Item>
    </FormDialog>
  )
}

export function WaiverDialog(props: { readonly open: boolean; readonly editionId: string; readonly onClose: () => void }): ReactNode {
  const send = useSend(putInterpretationWaiver)
  return (
    <FormDialog<{ reason: string }>
      open={props.open}
      title="登记不需解读"
      okText="登记"
      initial={{}}
      onSubmit={(body) => send.mutateAsync({ params: { editionId: props.editionId }, body })}
      onClose={props.onClose}
    >
      <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: '请写明理由' }]} extra="您以签发人的身份批准，姓名一并留存。">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </FormDialog>
  )
}
