// What a step asks for besides the click, drawn from what the server says it asks.
import { DatePicker, Form, Input, Radio, Select, Upload } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { questionNames } from '../../../src/modules/disclosure/law/review-questions.ts'
import { internalReaches, type InternalReach } from '../../../src/modules/disclosure/law/internal-reach.ts'
import { secrecyConclusions } from '../../../src/modules/disclosure/law/secrecy.ts'
import { getEdition, listSigners, postAttachments, type StepView } from '../../../src/modules/disclosure/http/contract.ts'
import { withdrawalReasons, type WithdrawalReason } from '../../../src/modules/publication/law/withdrawal-reasons.ts'
import { useAnswer } from '../../api/hooks.ts'
import { upload } from '../../api/upload.ts'
import { articleText } from '../../ui/article.ts'
import { DayField } from '../../ui/DayField.tsx'
import { optionsOf } from '../../ui/edition-words.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { UnitsSelect } from '../../ui/UnitSelect.tsx'
import { OpinionField } from './OpinionField.tsx'
import { ProposalsField } from './review/ProposalsField.tsx'
import { QuestionsField, type GivenAnswer } from './review/QuestionsField.tsx'
import { DecisionParts, ReferralAnswerParts, ReferralParts, SheetPart, UrgentParts } from './review/ReviewParts.tsx'

export interface StepValues {
  readonly opinion?: string
  readonly secrecy?: { readonly basis: string; readonly conclusion: keyof typeof secrecyConclusions }
  readonly units?: { readonly unitIds: string[]; readonly question?: string }
  readonly answer?: 'agreed' | 'objected'
  readonly time?: dayjs.Dayjs
  readonly reason?: WithdrawalReason
  readonly reach?: InternalReach
  readonly paper?: { readonly attachmentId: string; readonly day: string; readonly signerId: string }
  readonly review?: readonly GivenAnswer[]
  readonly struck?: readonly { readonly unitId: string; readonly reason: string }[]
  readonly referral?: object
  readonly referralAnswer?: object
  readonly decision?: { readonly unitId: string }
  readonly urgent?: { readonly reason: string; readonly orderedBy: string }
  readonly sheet?: { readonly attachmentId: string }
}

/** The body of the call that a filled form stands for. */
export function stepBodyOf(values: StepValues): { opinion: string; detail: Record<string, unknown> } {
  const { opinion, time, ...detail } = values
  return { opinion: opinion ?? '', detail: { ...detail, ...(time ? { time: `${time.format('YYYY-MM-DDTHH:mm')}:00+08:00` } : {}) } }
}

const bases = [
  '依据《中华人民共和国保守国家秘密法》及其实施条例审查，不涉及国家秘密、工作秘密、商业秘密和个人隐私。',
  '经对照本机关定密事项一览表和公开属性，未发现不宜公开的内容。',
]

function Secrecy(): ReactNode {
  return (
    <>
      <Form.Item name={['secrecy', 'conclusion']} label="审查结论" rules={[{ required: true, message: '请选择审查结论' }]}>
        <Radio.Group options={Object.entries(secrecyConclusions).map(([value, { title }]) => ({ value, label: title }))} />
      </Form.Item>
      <Form.Item name={['secrecy', 'basis']} label="审查依据" rules={[{ required: true, whitespace: true, message: '请写明审查依据' }]} initialValue={bases[0]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </>
  )
}

function Units(): ReactNode {
  return (
    <>
      <Form.Item
        name={['units', 'unitIds']}
        label="会签单位"
        extra="被征求意见的单位只能看到这一条信息。"
        rules={[{ required: true, message: '请选择会签单位' }]}
      >
        <UnitsSelect />
      </Form.Item>
      <Form.Item name={['units', 'question']} label="请其确认的内容">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </>
  )
}

function WithdrawalReasonField(): ReactNode {
  const chosen = Form.useWatch<WithdrawalReason | undefined>('reason')
  return (
    <Form.Item
      name="reason"
      label="撤下理由"
      rules={[{ required: true, message: '请选择撤下理由' }]}
      extra={chosen && `公众看到：“${withdrawalReasons[chosen].public}”。依据${articleText(withdrawalReasons[chosen].article)}。`}
    >
      <Select placeholder="选择理由" options={Object.entries(withdrawalReasons).map(([value, { title }]) => ({ value, label: title }))} />
    </Form.Item>
  )
}

/** The scanned sheet goes up at once; the step then names it. */
function ScanField(props: {
  readonly editionId: string
  readonly value?: string
  readonly known?: string
  readonly onChange?: (value: string) => void
}): ReactNode {
  const [name, setName] = useState(props.known ?? '')
  const [part, setPart] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const send = async (file: File): Promise<void> => {
    setError(null)
    setPart(0)
    try {
      const answer = await upload(postAttachments, { params: { editionId: props.editionId } }, [file], { role: 'signed-sheet' }, setPart).answer
      const [scan] = answer.rows
      if (scan) {
        setName(scan.name)
        props.onChange?.(scan.attachmentId)
      } else setError(new Error(answer.refused[0]?.sentence ?? ''))
    } catch (cause) {
      setError(cause)
    } finally {
      setPart(null)
    }
  }
  return (
    <>
      <Upload.Dragger accept=".pdf,.jpg,.jpeg,.png" showUploadList={false} multiple={false} customRequest={({ file }) => void send(file as File)}>
        {part !== null ? `正在上传 ${Math.round(part * 100)}%` : name === '' ? '点击或拖入签批单扫描件（PDF、JPG、PNG）' : `已上传：${name}（点击可换）`}
      </Upload.Dragger>
      <ErrorNote error={error} />
    </>
  )
}

function Paper(props: { readonly editionId: string }): ReactNode {
  const signers = useAnswer(listSigners, { params: { editionId: props.editionId } })
  const edition = useAnswer(getEdition, { params: { editionId: props.editionId } })
  // a sheet that was photographed has filed itself already
  const filed = edition.data?.attachments.findLast((one) => one.role === 'signed-sheet')
  if (!edition.data) return null
  return (
    <>
      <Form.Item name={['paper', 'signerId']} label="签批人" rules={[{ required: true, message: '请选择签批人' }]}>
        <Select options={(signers.data?.rows ?? []).map((row) => ({ value: row.accountId, label: row.name }))} placeholder="在纸上签发的领导" />
      </Form.Item>
      <Form.Item name={['paper', 'day']} label="签批日期" rules={[{ required: true, message: '请填写签批日期' }]}>
        <DayField />
      </Form.Item>
      <Form.Item
        name={['paper', 'attachmentId']}
        label="签批单扫描件"
        initialValue={filed?.attachmentId}
        rules={[{ required: true, message: '请上传签批单扫描件' }]}
      >
        <ScanField editionId={props.editionId} {...(filed ? { known: filed.name } : {})} />
      </Form.Item>
    </>
  )
}

/** `editionId` is left out where many editions are handled at once: no paper then. */
export function StepFields(props: { readonly step: Pick<StepView, 'asks' | 'opinion'>; readonly editionId?: string }): ReactNode {
  const { asks, opinion } = props.step
  const { editionId } = props
  const all = !asks.includes('referral')
  return (
    <>
      {asks.includes('urgent') && <UrgentParts />}
      {asks.includes('review') && (
        <Form.Item
          name="review"
          label="逐项审查"
          rules={[
            {
              validator: (_rule, value: readonly GivenAnswer[] | undefined) =>
                !all || (value ?? []).length === questionNames.length ? Promise.resolve() : Promise.reject(new Error('请逐项作答')),
            },
          ]}
        >
          <QuestionsField {...(editionId === undefined ? {} : { editionId })} />
        </Form.Item>
      )}
      {asks.includes('referral') && <ReferralParts />}
      {asks.includes('referral-answer') && editionId !== undefined && <ReferralAnswerParts editionId={editionId} />}
      {asks.includes('decision') && editionId !== undefined && <DecisionParts editionId={editionId} />}
      {asks.includes('secrecy') && <Secrecy />}
      {asks.includes('units') && <Units />}
      {asks.includes('proposals') && editionId !== undefined && <ProposalsField editionId={editionId} asks={asks.includes('units')} />}
      {asks.includes('answer') && (
        <Form.Item name="answer" label="会签结论" rules={[{ required: true, message: '请选择会签结论' }]}>
          <Radio.Group
            options={[
              { value: 'agreed', label: '同意公开' },
              { value: 'objected', label: '不同意公开' },
            ]}
          />
        </Form.Item>
      )}
      {asks.includes('time') && (
        <Form.Item name="time" label="发布时间" rules={[{ required: true, message: '请选择发布时间' }]} extra="到时自动发布；在此之前可以改期或者退回。">
          <DatePicker
            className="gk-wide"
            showTime={{ format: 'HH:mm', minuteStep: 5 }}
            format="YYYY-MM-DD HH:mm"
            disabledDate={(day) => day.isBefore(dayjs(), 'day')}
          />
        </Form.Item>
      )}
      {asks.includes('reach') && (
        <Form.Item name="reach" label="公开范围" initialValue="unit" rules={[{ required: true, message: '请选择公开范围' }]}>
          <Radio.Group options={optionsOf(internalReaches)} />
        </Form.Item>
      )}
      {asks.includes('reason') && <WithdrawalReasonField />}
      {opinion !== 'none' && (
        <Form.Item name="opinion" label="意见" rules={opinion === 'required' ? [{ required: true, whitespace: true, message: '请填写意见' }] : []}>
          <OpinionField />
        </Form.Item>
      )}
      {asks.includes('sheet') && editionId !== undefined && (
        <SheetPart
          editionId={editionId}
          scan={
            <Form.Item name={['sheet', 'attachmentId']} label="签字的审查表" rules={[{ required: true, message: '请上传签字的审查表' }]}>
              <ScanField editionId={editionId} />
            </Form.Item>
          }
        />
      )}
      {asks.includes('paper') && props.editionId !== undefined && <Paper editionId={props.editionId} />}
    </>
  )
}
