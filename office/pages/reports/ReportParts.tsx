// The text of a report, a field a part.
import { App, Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { getReport, putReportParts, type ReportAnswer } from '../../../src/modules/reports/http/sheet-contract.ts'
import { useSend } from '../../api/hooks.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

export function ReportParts(props: { readonly report: ReportAnswer }): ReactNode {
  const { report } = props
  const { message } = App.useApp()
  const send = useSend(putReportParts, { until: getReport })
  const [drafts, setDrafts] = useState<ReadonlyMap<number, string>>(new Map())
  if (report.parts.length === 0) return <EmptyNote what="没有文字部分。" how="这份报告只有数据。" />
  const save = (): void => {
    const parts = [...drafts].map(([ordinal, body]) => ({ ordinal, body }))
    send.mutate({ params: { reportId: report.id }, body: { version: report.version, parts } }, { onSuccess: () => (setDrafts(new Map()), void message.success('已保存。')) })
  }
  return (
    <>
      {report.parts.map(({ ordinal, title, body, optional }) => (
        <Panel key={ordinal} title={`${numerals[ordinal - 1] ?? ordinal}、${title}`} extra={optional && <span className="gk-muted">表格在“数据”里，文字可以不写</span>}>
          {report.editable ? (
            <Input.TextArea
              aria-label={title}
              autoSize={{ minRows: optional ? 2 : 6, maxRows: 30 }}
              maxLength={60_000}
              value={drafts.get(ordinal) ?? body}
              onChange={(event) => setDrafts(new Map(drafts).set(ordinal, event.target.value))}
            />
          ) : (
            <div className="gk-report-text">{body === '' ? <span className="gk-muted">没有文字</span> : body.split('\n').map((line, at) => <p key={`${at}-${line.length}`}>{line}</p>)}</div>
          )}
        </Panel>
      ))}
      <ErrorNote error={send.error} />
      {report.editable && (
        <Button type="primary" className="gk-above" disabled={drafts.size === 0} loading={send.isPending} onClick={save}>
          保存文字
        </Button>
      )}
    </>
  )
} // prettier-ignore
