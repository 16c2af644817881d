// Keeps a report that was checked as a unit's history: whose and of which year, every figure as it was read, what a person corrects and why, and what was found.
import { App, Alert, Button, Form, Input, InputNumber, Segmented } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import type { postReportCheck } from '../../../src/modules/reports/http/contract.ts'
import { getReportYears, postTakenOver } from '../../../src/modules/reports/http/history-contract.ts'
import type { ReportScope } from '../../../src/modules/reports/law/states.ts'
import { firstYear } from '../../../src/modules/reports/law/take-over.ts'
import { useAnswer } from '../../api/hooks.ts'
import { upload } from '../../api/upload.ts'
import { paths } from '../../paths.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { todayText } from '../../ui/format.ts'
import { Panel } from '../../ui/SheetPage.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { changesOf, ReadCells, type Change, type ReadCell } from './ReadCells.tsx'

type Checked = AnswerOf<typeof postReportCheck>

interface Asked {
  readonly unitId: string | null
  readonly year: number | null
  readonly scope: ReportScope
}

const scopes = [
  { value: 'own', label: '本单位' },
  { value: 'region', label: '本地区汇总' },
] as const

/** What there is of this unit and year already. */
function useHeld({ unitId, year, scope }: Asked): 'none' | 'here' | 'taken-over' {
  const { data } = useAnswer(getReportYears, { params: { unitId: unitId ?? '' }, query: { scope } }, { enabled: unitId !== null })
  const held = unitId === null ? undefined : data?.years.find((one) => one.year === year)
  return held === undefined ? 'none' : held.origin === 'taken-over' ? 'taken-over' : 'here'
}

function Told({ report, unread }: { readonly report: Checked; readonly unread: readonly ReadCell[] }): ReactNode {
  const errors = report.findings.filter(({ severity }) => severity === 'error').length
  const cellsRead = report.read.length - unread.length
  return (
    <Alert
      type={errors + unread.length > 0 ? 'warning' : 'info'}
      showIcon
      title={`读出${cellsRead}项数据${unread.length > 0 ? `，${unread.length}项没有读出` : ''}；检查结果${report.findings.length}处，其中错误${errors}处`}
      description={
        <>
          {unread.length > 0 && (
            <details>
              <summary>没有读出的项目</summary>
              <p>{unread.map(({ table, label }) => `${table}：${label}`).join('；')}</p>
            </details>
          )}
          {report.findings.length > 0 && (
            <details>
              <summary>检查结果（随报告一起保存）</summary>
              <ul>
                {report.findings.map(({ place, message }) => (
                  <li key={`${place} ${message}`}>
                    {place}：{message}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      }
    />
  )
}

/** What is still to be done before it can be kept. */
function lacking({ unitId, year }: Asked, changes: readonly Change[], replaces: boolean, replaceReason: string): string[] {
  const without = changes.filter(({ reason }) => reason === '').length
  return [
    ...(unitId === null ? ['选择单位'] : []),
    ...(year === null ? ['填写年度'] : []),
    ...(without > 0 ? [`写明${without}处更正的原因`] : []),
    ...(replaces && replaceReason.trim() === '' ? ['写明替换的原因'] : []),
  ]
}

export function TakeOverPanel(props: { readonly report: Checked; readonly file: File; readonly onClose: () => void }): ReactNode {
  const { report, file } = props
  const { message } = App.useApp()
  const client = useQueryClient()
  const [asked, setAsked] = useState<Asked>({ unitId: report.unitId, year: report.year, scope: report.scope })
  const [typed, setTyped] = useState<ReadonlyMap<string, Partial<Change>>>(new Map())
  const [replaceReason, setReplaceReason] = useState('')
  const [kept, setKept] = useState<string | null>(null)
  const held = useHeld(asked)
  const changes = changesOf(report.read, typed)
  const unread = report.read.filter(({ written }) => written === null)
  const lacks = lacking(asked, changes, held === 'taken-over', replaceReason)
  const last = Number(todayText().slice(0, 4)) - 1

  const keep = async (): Promise<void> => {
    const { unitId, year, scope } = asked
    if (unitId === null || year === null) return
    const corrections = JSON.stringify(changes.map(({ key, written, reason }) => ({ key, written, reason })))
    await upload(postTakenOver, {}, [file], { unitId, year: String(year), scope, replaceReason: held === 'taken-over' ? replaceReason.trim() : '', corrections }, () => undefined).answer
    setKept(`${paths.reportHistoryOf(unitId)}?scope=${scope}`)
    void message.success('已保存。')
    void client.invalidateQueries()
  }

  if (kept !== null) {
    return (
      <Alert
        className="gk-above"
        type="success"
        showIcon
        title={`${asked.year}年的报告已经保存为历年数据。`}
        action={<Link to={kept}>查看这个单位的历年年报</Link>}
      />
    )
  }
  return (
    <Panel title="作为历年数据保存" extra={<Button onClick={props.onClose}>不保存</Button>}>
      <Told report={report} unread={unread} />
      <Form layout="vertical" className="gk-above">
        <div className="gk-form-grid">
          <Form.Item label="单位" htmlFor="take-over-unit" required extra={report.unitId === null ? `文件中写的是：${report.unit ?? '没有认出'}` : `按文件中的“${report.unit}”找到`}>
            <UnitSelect id="take-over-unit" label="单位" value={asked.unitId} onChange={(unitId) => setAsked({ ...asked, unitId: unitId ?? null })} />
          </Form.Item>
          <Form.Item label="年度" htmlFor="take-over-year" required extra={report.year === null ? '文件中没有认出年度' : '按文件填好，请核对'}>
            <InputNumber id="take-over-year" className="gk-wide" min={firstYear} max={last} precision={0} value={asked.year} onChange={(year) => setAsked({ ...asked, year })} />
          </Form.Item>
        </div>
        <Form.Item label="范围" extra="政府的报告一般汇总所属部门和乡镇（街道）">
          <Segmented aria-label="范围" options={[...scopes]} value={asked.scope} onChange={(scope) => setAsked({ ...asked, scope })} />
        </Form.Item>
        {held === 'here' && <Alert type="error" showIcon title="这个单位这一年的报告已经在系统里填报，不能另行登记。" />}
        {held === 'taken-over' && (
          <Form.Item label="替换的原因" htmlFor="take-over-replace" required extra="这个单位这一年已经登记过报告。保存后以这份为准，原来的登记和文件保留。">
            <Input id="take-over-replace" maxLength={500} value={replaceReason} onChange={(event) => setReplaceReason(event.target.value)} />
          </Form.Item>
        )}
        <ReadCells cells={report.read} typed={typed} onType={(key, change) => setTyped((before) => new Map(before).set(key, { ...before.get(key), ...change }))} />
        <div className="gk-read-save">
          <ConfirmButton
            label="确认并保存"
            question={`保存为${asked.year ?? ''}年的历年数据？`}
            follows={`已经与原文件核对：读出${report.read.length - unread.length}项，更正${changes.length}项，没有读出${unread.length}项，检查结果${report.findings.length}处。保存后不能修改，只能写明原因用另一份文件替换；姓名和时间一并记录。`}
            okText="保存"
            button={{ type: 'primary', disabled: lacks.length > 0 || held === 'here' }}
            onConfirm={keep}
          />
          {lacks.length > 0 && <span className="gk-soon">还需要：{lacks.join('、')}</span>}
        </div>
      </Form>
    </Panel>
  )
} // prettier-ignore
