// The fields that a step of an application asks for, named by its row of the workflow.
import { Form, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import type { RequestSheet, ShownStep } from '../../../src/modules/requests/http/contract.ts'
import { feeMethods, type FeeMethod } from '../../../src/modules/requests/law/fees.ts'
import { outcomeFacts, outcomeRows, outcomes, withholdingGrounds, type OutcomeName } from '../../../src/modules/requests/law/outcomes.ts'
import { articleText } from '../../ui/article.ts'
import { DayField } from '../../ui/DayField.tsx'
import { EarlierRequests } from './EarlierRequests.tsx'
import { LeadField, TakeOver } from './RelatedFields.tsx'
import { ServiceFields } from './ServiceFields.tsx'

const needed = (message: string) => [{ required: true, message }]
const dayTitles: Readonly<Record<string, string>> = {
  confirm: '双方确认之日',
  'ask-correction': '告知之日',
  'receive-correction': '收到补正之日',
  'record-payment': '完成缴费之日',
  'notify-fee': '通知之日',
  'record-fee-receipt': '申请人收到之日',
  'record-letter-receipt': '对方收到之日',
  'record-opinion': '收到意见之日',
  'ask-third-party': '发函之日',
  'ask-co-maker': '发函之日',
}

function OutcomeFields(props: { readonly sheet: RequestSheet }): ReactNode {
  const choices = (Object.keys(outcomes) as OutcomeName[]).filter((name) => outcomeRows[name].by === undefined)
  return (
    <>
      <TakeOver sheet={props.sheet} />
      <Form.Item name={['outcome', 'name']} label="处理结果" rules={needed('请选择处理结果')} extra="处理结果决定答复书的内容、救济途径和年报统计的项目。">
        <Select showSearch={{ optionFilterProp: 'label' }} options={choices.map((value) => ({ value, label: outcomes[value].title }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {(form) => {
          const name = form.getFieldValue(['outcome', 'name']) as OutcomeName | undefined
          if (!name) return null
          return (
            <>
              {name === 'partial' && (
                <Form.Item name={['outcome', 'withheldUnder']} label="不予公开部分的依据" rules={needed('请选择依据')}>
                  <Select
                    mode="multiple"
                    showSearch={{ optionFilterProp: 'label' }}
                    options={Object.entries(withholdingGrounds).map(([value, article]) => ({
                      value,
                      label: `${outcomes[value as OutcomeName].title}（${articleText(article)}）`,
                    }))}
                  />
                </Form.Item>
              )}
              {outcomeRows[name].facts.includes('earlier') && <EarlierRequests sheet={props.sheet} />}
              {outcomeRows[name].facts.map((fact) => (
                <Form.Item
                  key={fact}
                  name={['outcome', 'facts', fact]}
                  label={outcomeFacts[fact].title}
                  rules={[{ required: true, whitespace: true, message: `请写明${outcomeFacts[fact].title}` }]}
                >
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={3000} placeholder={outcomeFacts[fact].hint} />
                </Form.Item>
              ))}
              {(name === 'granted' || name === 'partial') && (
                <Form.Item name={['outcome', 'facts', 'balance']} label="公开的公共利益理由" extra="第三方不同意公开的，必须写明。">
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={3000} />
                </Form.Item>
              )}
            </>
          )
        }}
      </Form.Item>
    </>
  )
}

function FeeFields(): ReactNode {
  const methods = Object.keys(feeMethods) as FeeMethod[]
  return (
    <>
      <Form.Item name={['fee', 'method']} label="计收方式" rules={needed('请选择计收方式')} extra="按件或者按量只能选择一种。">
        <Radio.Group options={methods.map((value) => ({ value, label: feeMethods[value].title }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {(form) => {
          const method = form.getFieldValue(['fee', 'method']) as FeeMethod | undefined
          return method ? (
            <>
              {method === 'per-request' && (
                <Form.Item name={['fee', 'nth']} label="是该申请人当月的第几件" rules={needed('请填写件次')} extra="10 件以内免费。">
                  <InputNumber min={1} max={10_000} precision={0} />
                </Form.Item>
              )}
              <Form.Item name={['fee', 'units']} label={method === 'per-request' ? '计费件数' : '提供的页数'} rules={needed('请填写数量')}>
                <InputNumber min={1} max={10_000} precision={0} suffix={feeMethods[method].unit} />
              </Form.Item>
            </>
          ) : null
        }}
      </Form.Item>
    </>
  )
}

/** `handlers` and `sections` of the unit, and the opinions that are awaited, come with the sheet. */
export function StepFields(props: { readonly step: ShownStep; readonly sheet: RequestSheet; readonly textOptional?: boolean }): ReactNode {
  const { step, sheet } = props
  const asks = (name: string): boolean => step.asks.includes(name)
  const optionalText = props.textOptional ?? (step.name === 'assign' || step.name === 'close')
  return (
    <>
      {asks('consultation') && (
        <Form.Item name="consultation" label="征求意见的对象" rules={needed('请选择对象')}>
          <Select options={sheet.consultations.filter((one) => one.open).map((one) => ({ value: one.number, label: `${one.kind}：${one.name}` }))} />
        </Form.Item>
      )}
      {asks('other') && (
        <Form.Item name={['other', 'name']} label="征求意见的对象" rules={[{ required: true, whitespace: true, message: '请填写对象' }]}>
          <Input maxLength={100} />
        </Form.Item>
      )}
      {asks('lead') && <LeadField sheet={sheet} />}
      {asks('outcome') && <OutcomeFields sheet={sheet} />}
      {asks('fee') && <FeeFields />}
      {asks('service') && <ServiceFields agreedOn={sheet.agreedOn} />}
      {asks('extension') && (
        <>
          <Form.Item name={['extension', 'days']} label="延长的工作日" rules={needed('请填写天数')}>
            <InputNumber min={1} max={20} precision={0} suffix="个工作日" />
          </Form.Item>
          <Form.Item
            name={['extension', 'consentBy']}
            label="同意延期的政府信息公开工作机构负责人"
            rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        </>
      )}
      {asks('assignee') && (
        <>
          <Form.Item name={['assignee', 'sectionId']} label="科室">
            <Select allowClear placeholder="不分科室" options={sheet.sections.map((one) => ({ value: one.sectionId, label: one.name }))} />
          </Form.Item>
          <Form.Item name={['assignee', 'accountId']} label="承办人">
            <Select allowClear placeholder="不指定" options={sheet.handlers.map((one) => ({ value: one.accountId, label: one.name }))} />
          </Form.Item>
        </>
      )}
      {asks('day') && (
        <Form.Item name="day" label={dayTitles[step.name] ?? '日期'} rules={needed('请选择日期')}>
          <DayField allowClear={false} />
        </Form.Item>
      )}
      {asks('until') && (
        <Form.Item name="until" label="截止日期" rules={needed('请选择日期')}>
          <DayField allowClear={false} />
        </Form.Item>
      )}
      {asks('opinion') && (
        <Form.Item name="opinion" label="意见" rules={needed('请选择意见')}>
          <Radio.Group
            options={[
              { value: 'agreed', label: '同意公开' },
              { value: 'objected', label: '不同意公开' },
            ]}
          />
        </Form.Item>
      )}
      {asks('payment') && (
        <Form.Item name={['payment', 'receipt']} label="缴费票据号" rules={[{ required: true, whitespace: true, message: '请填写票据号' }]}>
          <Input maxLength={100} />
        </Form.Item>
      )}
      {asks('number') && (
        <Form.Item name="number" label={step.name === 'archive' ? '档号' : '发文字号'} rules={[{ required: true, whitespace: true, message: '请填写编号' }]}>
          <Input maxLength={60} placeholder={step.name === 'archive' ? '' : '例：青教公复〔2026〕7号'} />
        </Form.Item>
      )}
      {asks('text') && (
        <Form.Item name="text" label={step.textTitle} rules={optionalText ? [] : [{ required: true, whitespace: true, message: `请填写${step.textTitle}` }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={3000} />
        </Form.Item>
      )}
    </>
  )
}
