// Opens a round: first shows which units are asked and by which days, then asks them.
import { Alert, App, Form, Input, InputNumber, Select } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { BodyOf } from '../../../src/kernel/contract.ts'
import { getRoundProposal, postReportRound, type RoundProposal } from '../../../src/modules/reports/http/rounds-contract.ts'
import { roundKindNames, roundKinds, type RoundKind } from '../../../src/modules/reports/law/states.ts'
import { useAnswer, useSend } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { useOwnUnit } from '../../shell/session.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { todayText } from '../../ui/format.ts'
import { UnitSelect } from '../../ui/UnitSelect.tsx'

type Body = BodyOf<typeof postReportRound>
type Day = Body['handInBy']

interface Values {
  readonly kind: RoundKind
  readonly year: number
  readonly unitId: string
  readonly title: string
  readonly basis: string
  readonly institutionIds?: string[]
  readonly unitIds?: string[]
  readonly handInBy: string
  readonly departmentDue: string
  readonly townDue: string
  readonly governmentDue: string
  readonly headings?: string
  readonly figures?: string
}

const lines = (text: string | undefined): string[] => (text ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '') // prettier-ignore

/** `办结件数（件）` is a figure with its unit. */
const figureOf = (line: string, at: number): { key: string; title: string; unit: string } => {
  const [, title = line, unit = ''] = /^(.+?)[（(]([^（）()]{1,20})[)）]$/.exec(line) ?? []
  return { key: `f${at + 1}`, title, unit }
}

function Asked(props: { readonly proposal: RoundProposal }): ReactNode {
  const { units } = props.proposal
  const also = units.filter(({ alsoCounts }) => alsoCounts.length > 0)
  const ended = units.filter((unit) => unit.ended)
  return (
    <Alert
      type="info"
      title={`需要填报的单位 ${units.length} 个`}
      description={
        <>
          <details>
            <summary>查看单位</summary>
            <p>{units.map(({ unitName }) => unitName).join('、') || '没有'}</p>
          </details>
          {also.length > 0 && (
            <details>
              <summary>{also.length} 个单位的统计包括下属或者并入的单位</summary>
              <ul>
                {also.map(({ unitId, unitName, alsoCounts }) => (
                  <li key={unitId}>
                    {unitName}：{alsoCounts.join('、')}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {ended.length > 0 && <p>已经撤销、没有承接单位的，由发起单位代录：{ended.map(({ unitName }) => unitName).join('、')}</p>}
        </>
      }
    />
  )
}

const lastYear = (): number => Number(todayText().slice(0, 4)) - 1
const titleOf = (kind: RoundKind, year: number): string => `${year}年${kind === 'yearly' ? '度' : ''}${roundKinds[kind].title}`

export function OpenRoundDialog(props: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const ownUnitId = useOwnUnit()
  const send = useSend(postReportRound)
  const [asked, setAsked] = useState<{ unitId: string; year: number; kind: RoundKind; institutionIds: string[] }>({ unitId: ownUnitId, year: lastYear(), kind: 'yearly', institutionIds: [] })
  const [id, setId] = useState(() => crypto.randomUUID())
  useEffect(() => {
    if (props.open) setId(crypto.randomUUID())
  }, [props.open])
  const answer = useAnswer(getRoundProposal, { query: asked }, { enabled: props.open && asked.unitId !== '', keep: true })
  const proposal = answer.data
  return (
    <FormDialog<Values>
      open={props.open}
      title="发起填报"
      okText="发起"
      width={720}
      note="发起后每个单位得到一份报告，系统已有的数据自动填好，有关人员收到通知。单位多的分批生成，页面显示进度。"
      initial={{ kind: 'yearly', year: lastYear(), unitId: ownUnitId, title: titleOf('yearly', lastYear()), basis: '' }}
      onSubmit={async ({ headings, figures, institutionIds, unitIds, ...values }) => {
        const outline = values.kind === 'yearly' ? null : { headings: lines(headings), figures: lines(figures).map(figureOf) }
        const day = (text: string): Day => text as Day
        const days = { handInBy: day(values.handInBy), departmentDue: day(values.departmentDue), townDue: day(values.townDue), governmentDue: day(values.governmentDue) }
        const opened = await send.mutateAsync({ body: { id, ...values, ...days, outline, institutionIds: institutionIds ?? [], unitIds: unitIds ?? [] } })
        void message.success(`已向${opened.reports}个单位发起填报。`)
        void navigate(paths.reportRound(opened.roundId))
      }}
      onClose={props.onClose}
    >
      {(form) => <Fields form={form} proposal={proposal} error={answer.error} onAsk={setAsked} />}
    </FormDialog>
  )
} // prettier-ignore

interface FieldsProps {
  readonly form: ReturnType<typeof Form.useForm<Values>>[0]
  readonly proposal: RoundProposal | undefined
  readonly error: unknown
  readonly onAsk: (asked: { unitId: string; year: number; kind: RoundKind; institutionIds: string[] }) => void
}

function Fields({ form, proposal, error, onAsk }: FieldsProps): ReactNode {
  const kind = Form.useWatch('kind', form) ?? 'yearly'
  const year = Form.useWatch('year', form) ?? lastYear()
  const unitId = Form.useWatch('unitId', form) ?? ''
  const institutionIds = Form.useWatch('institutionIds', form)
  useEffect(() => {
    if (unitId !== '') onAsk({ kind, year, unitId, institutionIds: institutionIds ?? [] })
  }, [kind, year, unitId, institutionIds, onAsk])
  useEffect(() => {
    form.setFieldValue('title', titleOf(kind, year))
  }, [form, kind, year])
  const { handInBy, departmentDue, townDue, governmentDue } = proposal ?? {}
  useEffect(() => {
    if (handInBy !== undefined) form.setFieldsValue({ handInBy, departmentDue, townDue, governmentDue })
  }, [form, handInBy, departmentDue, townDue, governmentDue])
  const day = [{ required: true, message: '请填写日期' }]
  return (
    <>
      <Form.Item name="kind" label="种类">
        <Select options={roundKindNames.map((value) => ({ value, label: roundKinds[value].title }))} />
      </Form.Item>
      <div className="gk-form-grid">
        <Form.Item name="year" label="年度" {...(proposal?.form ? { extra: `按${proposal.form}填报` } : {})} rules={[{ required: true, message: '请填写年度' }]}>
          <InputNumber min={2008} max={2099} className="gk-wide" />
        </Form.Item>
        <Form.Item name="unitId" label="组织单位" extra="本单位和以下各单位填报" rules={[{ required: true, message: '请选择单位' }]}>
          <UnitSelect label="组织单位" />
        </Form.Item>
      </div>
      <Form.Item name="title" label="名称" rules={[{ required: true, whitespace: true, min: 2, message: '请填写名称' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="basis" label="依据的通知" extra="文号或者标题，可以不填">
        <Input maxLength={200} />
      </Form.Item>
      {kind !== 'yearly' && (
        <>
          <Form.Item name="headings" label="文字的标题" extra="每行一个" rules={[{ required: true, whitespace: true, message: '请至少填写一个标题' }]}>
            <Input.TextArea rows={4} />
          </Form.Item>
          <Form.Item name="figures" label="需要填写的数据" extra="每行一个，单位写在括号里，例如：组织培训（次）">
            <Input.TextArea rows={4} />
          </Form.Item>
          <Form.Item name="unitIds" label="填报单位" extra="不选的，所有单位都填报">
            <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={(proposal?.units ?? []).map((unit) => ({ value: unit.unitId, label: unit.unitName }))} />
          </Form.Item>
        </>
      )}
      {(proposal?.institutions.length ?? 0) > 0 && (
        <Form.Item name="institutionIds" label="单独填报的事业单位" extra="不选的，并入主管部门统计">
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={(proposal?.institutions ?? []).map((unit) => ({ value: unit.unitId, label: unit.unitName }))} />
        </Form.Item>
      )}
      <div className="gk-form-grid">
        <Form.Item name="handInBy" label="报送期限" rules={day}>
          <DayField />
        </Form.Item>
        <Form.Item name="departmentDue" label="部门公布期限" {...(kind === 'yearly' && proposal ? { extra: `法定1月31日，不顺延；最后一个工作日为 ${proposal.departmentWorkingDay}` } : {})} rules={day}>
          <DayField />
        </Form.Item>
        <Form.Item name="townDue" label="乡镇（街道）公布期限" rules={day}>
          <DayField />
        </Form.Item>
        <Form.Item name="governmentDue" label="政府公布期限" {...(kind === 'yearly' && proposal ? { extra: `法定3月31日，不顺延；最后一个工作日为 ${proposal.governmentWorkingDay}` } : {})} rules={day}>
          <DayField />
        </Form.Item>
      </div>
      <ErrorNote error={error} />
      {proposal && <Asked proposal={proposal} />}
    </>
  )
} // prettier-ignore
