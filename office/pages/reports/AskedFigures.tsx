// The figures that a summary or a self-check asks for, a field each.
import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { ReportAnswer, ShownCell } from '../../../src/modules/reports/http/sheet-contract.ts'
import { EmptyNote } from '../../ui/EmptyNote.tsx'
import { Panel } from '../../ui/SheetPage.tsx'
import { textOf } from './ReportTables.tsx'

export function AskedFigures(props: {
  readonly report: ReportAnswer
  readonly cells: ReadonlyMap<string, ShownCell>
  readonly drafts: ReadonlyMap<string, string>
  readonly onType: (key: string, text: string) => void
}): ReactNode {
  const { report, cells, drafts, onType } = props
  const figures = report.outline?.figures ?? []
  if (figures.length === 0) return <EmptyNote what="没有要求填写数据。" how="在“文字”里写各部分内容。" />
  return (
    <Panel title="填报数据">
      <div className="gk-form-grid">
        {figures.map(({ key, title, unit }) => (
          <label key={key} className="gk-report-asked">
            <span>{unit === '' ? title : `${title}（${unit}）`}</span>
            <Input value={drafts.get(key) ?? textOf(cells.get(key))} maxLength={30} disabled={!report.editable} onChange={(event) => onType(key, event.target.value)} />
          </label>
        ))}
      </div>
    </Panel>
  )
} // prettier-ignore
