// Takes a step of a batch of old stock: what it asks, what follows for how many documents.
import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import {
  putBatchApproval,
  putBatchRelease,
  putBatchReturn,
  putBatchSecrecyReview,
  putBatchSubmission,
  type getHistoricBatch,
} from '../../../src/modules/disclosure/http/import-batch-contract.ts'
import { call } from '../../api/client.ts'
import { useQueryClient } from '@tanstack/react-query'
import { FormDialog } from '../../ui/FormDialog.tsx'
import type { ShownStep } from '../../ui/StepButtons.tsx'
import { OpinionField } from '../disclosure/OpinionField.tsx'

type Name = AnswerOf<typeof getHistoricBatch>['steps'][number]['name']

export interface BatchStepView extends ShownStep {
  readonly name: Name
}

interface Values {
  readonly opinion?: string
  readonly basis?: string
  readonly conclusion?: string
}

interface StepForm {
  readonly follows: (documents: number) => string
  readonly fields: ReactNode
  readonly send: (batchId: string, values: Values) => Promise<unknown>
}

const forms: Readonly<Record<Name, StepForm>> = {
  submit: {
    follows: (documents) => `提交后，${documents} 条信息整批送保密审查和审批，在退回之前不能再增减。`,
    fields: null,
    send: (batchId) => call(putBatchSubmission, { params: { batchId } }),
  },
  'pass-secrecy': {
    follows: (documents) => `对整批 ${documents} 条信息作出保密审查结论。`,
    fields: (
      <>
        <Form.Item
          name="basis"
          label="审查依据"
          rules={[{ required: true, whitespace: true, message: '请写明审查依据' }]}
          initialValue="原网站已公开的信息；依据《中华人民共和国保守国家秘密法》及其实施条例复核。"
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
        <Form.Item name="conclusion" label="审查结论" rules={[{ required: true, whitespace: true, message: '请写明审查结论' }]} initialValue="可以公开。">
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
        </Form.Item>
      </>
    ),
    send: (batchId, values) => call(putBatchSecrecyReview, { params: { batchId }, body: { basis: values.basis ?? '', conclusion: values.conclusion ?? '' } }),
  },
  approve: {
    follows: (documents) => `批准后，这 ${documents} 条信息可以整批发布。`,
    fields: (
      <Form.Item name="opinion" label="意见">
        <OpinionField />
      </Form.Item>
    ),
    send: (batchId, values) => call(putBatchApproval, { params: { batchId }, body: { opinion: values.opinion ?? '' } }),
  },
  return: {
    follows: () => '退回后由导入人修改，再次提交时重新审查、审批。',
    fields: (
      <Form.Item name="opinion" label="退回理由" rules={[{ required: true, whitespace: true, message: '请写明退回理由' }]}>
        <OpinionField />
      </Form.Item>
    ),
    send: (batchId, values) => call(putBatchReturn, { params: { batchId }, body: { opinion: values.opinion ?? '' } }),
  },
  release: {
    follows: (documents) => `${documents} 条信息在后台陆续发布，公众按原发布日期查到，不出现在首页。`,
    fields: null,
    send: (batchId) => call(putBatchRelease, { params: { batchId } }),
  },
}

export function BatchStepDialog(props: {
  readonly step: BatchStepView | null
  readonly batchId: string
  readonly name: string
  readonly documents: number
  readonly onClose: () => void
}): ReactNode {
  const { step } = props
  const client = useQueryClient()
  const form = step && forms[step.name]
  return (
    <FormDialog<Values>
      open={step !== null}
      title={step ? `${step.title}：“${props.name}”` : ''}
      okText={step?.title ?? ''}
      initial={{}}
      note={form?.follows(props.documents)}
      onSubmit={async (values) => {
        if (!form) return
        await form.send(props.batchId, values)
        await client.invalidateQueries()
      }}
      onClose={props.onClose}
    >
      {form?.fields}
    </FormDialog>
  )
}
