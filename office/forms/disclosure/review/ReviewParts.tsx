// What steps of the review ask for: referral and its answer, a ruling, the order of an emergency, the paper that follows.
import { Form, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { getEdition } from '../../../../src/modules/disclosure/http/contract.ts'
import { getReview } from '../../../../src/modules/disclosure/http/review-contract.ts'
import { referralAddressees } from '../../../../src/modules/disclosure/law/referral.ts'
import { useAnswer } from '../../../api/hooks.ts'
import { DayField } from '../../../ui/DayField.tsx'
import { optionsOf } from '../../../ui/edition-words.ts'
import { whenText } from '../../../ui/format.ts'
import { QuestionsField, type GivenAnswer } from './QuestionsField.tsx'

const required = (message: string) => [{ required: true, whitespace: true, message }]

export function ReferralParts(): ReactNode {
  return (
    <>
      <Form.Item name={['referral', 'kind']} label="报请对象" rules={[{ required: true, message: '请选择报请对象' }]}>
        <Radio.Group options={optionsOf(referralAddressees)} />
      </Form.Item>
      <Form.Item name={['referral', 'addressee']} label="单位名称" rules={required('请填写单位名称')}>
        <Input maxLength={100} placeholder="例如：青岚县国家保密局" />
      </Form.Item>
      <Form.Item name={['referral', 'matter']} label="请示事项" rules={required('请填写请示事项')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </>
  )
}

export function ReferralAnswerParts(props: { readonly editionId: string }): ReactNode {
  const review = useAnswer(getReview, { params: { editionId: props.editionId } })
  const open = review.data?.referrals.findLast((one) => one.answeredOn === null)
  if (!open) return null
  const only = open.questions.map((one) => one.question)
  return (
    <>
      <Form.Item name={['referralAnswer', 'answeredBy']} label="答复单位" initialValue={open.addressee} rules={required('请填写答复单位')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['referralAnswer', 'document']} label="答复文号或者方式" rules={required('请填写答复文号或者方式')}>
        <Input maxLength={100} placeholder="例如：青保函〔2026〕3号；电话答复的，写明联系人" />
      </Form.Item>
      <Form.Item name={['referralAnswer', 'day']} label="答复日期" rules={[{ required: true, message: '请填写答复日期' }]}>
        <DayField />
      </Form.Item>
      <Form.Item
        name={['referralAnswer', 'answers']}
        label="答复结论"
        rules={[
          {
            validator: (_rule, value: readonly GivenAnswer[] | undefined) =>
              (value ?? []).length === only.length ? Promise.resolve() : Promise.reject(new Error('请逐项登记答复结论')),
          },
        ]}
      >
        <QuestionsField only={only} />
      </Form.Item>
    </>
  )
}

export function DecisionParts(props: { readonly editionId: string }): ReactNode {
  const review = useAnswer(getReview, { params: { editionId: props.editionId } })
  const open = (review.data?.confirmations ?? []).filter((one) => one.toDecide)
  return (
    <Form.Item name={['decision', 'unitId']} label="裁定哪个单位的意见" rules={[{ required: true, message: '请选择会签单位' }]}>
      <Radio.Group
        options={open.map((one) => ({ value: one.unitId, label: `${one.unitName}（${one.answer === 'objected' ? `不同意：${one.opinion}` : '逾期未答复'}）` }))}
      />
    </Form.Item>
  )
}

export function UrgentParts(): ReactNode {
  return (
    <>
      <Form.Item name={['urgent', 'reason']} label="紧急事由" rules={required('请填写紧急事由')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} placeholder="例如：石泉镇突发山洪，需立即发布避险提示" />
      </Form.Item>
      <Form.Item name={['urgent', 'orderedBy']} label="决定走紧急程序的领导" rules={required('请填写决定的领导')}>
        <Input maxLength={100} placeholder="姓名和职务" />
      </Form.Item>
    </>
  )
}

/** Scanned sheets that are attached already, the newest first. */
export function SheetPart(props: { readonly editionId: string; readonly scan: ReactNode }): ReactNode {
  const edition = useAnswer(getEdition, { params: { editionId: props.editionId } })
  const sheets = (edition.data?.attachments ?? []).filter((one) => one.role === 'signed-sheet').toReversed()
  if (edition.data && sheets.length === 0) return props.scan
  return (
    <Form.Item
      name={['sheet', 'attachmentId']}
      label="签字的审查表"
      initialValue={sheets[0]?.attachmentId}
      rules={[{ required: true, message: '请选择扫描件' }]}
    >
      <Select options={sheets.map((one) => ({ value: one.attachmentId, label: `${one.name}（${one.addedByName}，${whenText(one.addedAt)}）` }))} />
    </Form.Item>
  )
}
