// Keeps what was typed: each figure that differs from the system's, or that the system does not know, with its reason or source.
import { App, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import type { ReportAnswer, ShownCell } from '../../../src/modules/reports/http/sheet-contract.ts'
import { getReport, putReportCells } from '../../../src/modules/reports/http/sheet-contract.ts'
import { useSend } from '../../api/hooks.ts'
import { CallError } from '../../api/problem.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

export interface ChangedCell {
  readonly key: string
  readonly place: string
  readonly text: string
  readonly before: string
  readonly cell: ShownCell | undefined
}

interface Values {
  readonly all?: string
  readonly reasons?: Readonly<Record<string, string>>
}

/** Dots would make a path of the name. */
const nameOf = (key: string): string => key.replaceAll('.', '/')

/** The refusal of a cell stands below its own line. */
function reasonOf(error: unknown, key: string): string | undefined {
  return error instanceof CallError ? error.reasons.find(({ field }) => field === `cells.${key}`)?.sentence : undefined
}

export function SaveCellsDialog(props: {
  readonly open: boolean
  readonly report: ReportAnswer
  readonly changed: readonly ChangedCell[]
  readonly onSaved: () => void
  readonly onClose: () => void
}): ReactNode {
  const { report, changed } = props
  const { message } = App.useApp()
  const send = useSend(putReportCells, { until: getReport })
  const needs = ({ text, cell }: ChangedCell): boolean => report.generation !== null && text !== '' && (cell?.counted == null || text !== String(cell.counted))
  return (
    <FormDialog<Values>
      open={props.open}
      title={`保存${changed.length}处修改`}
      okText="保存"
      width={640}
      note="与系统统计不同的，写明原因；系统没有的，写明数据来源。姓名和时间一并记录。"
      initial={{ all: '', reasons: Object.fromEntries(changed.map(({ key, cell }) => [nameOf(key), cell?.reason ?? ''])) }}
      onSubmit={async ({ all, reasons }) => {
        const cells = changed.map(({ key, text }) => ({ key, text, reason: (reasons?.[nameOf(key)] ?? '').trim() || (all ?? '').trim() }))
        await send.mutateAsync({ params: { reportId: report.id }, body: { version: report.version, cells } })
        void message.success('已保存。')
        props.onSaved()
      }}
      onClose={props.onClose}
    >
      {changed.filter(needs).length > 1 && (
        <Form.Item name="all" label="共同的原因或者来源" extra="下面没有单独写的，都用这一句">
          <Input maxLength={500} placeholder="例如：行政许可系统2026年1月5日导出" />
        </Form.Item>
      )}
      {changed.map((one) => (
        <Form.Item
          key={one.key}
          name={['reasons', nameOf(one.key)]}
          label={`${one.place}：${one.before || '未填'} → ${one.text || '未填'}${one.cell?.counted == null ? '' : `（系统统计${one.cell.counted}）`}`}
          {...(reasonOf(send.error, one.key) ? { validateStatus: 'error' as const, help: reasonOf(send.error, one.key) } : {})}
        >
          <Input maxLength={500} placeholder={needs(one) ? '原因或者来源' : '可以不填'} />
        </Form.Item>
      ))}
      {changed.length === 0 && <ErrorNote error={null} />}
    </FormDialog>
  )
} // prettier-ignore
