// The chosen figure: where it comes from, what the system counts, who typed it and why, and the way to what it counts.
import { Button, Drawer } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { cellsOf, placeOf } from '../../../src/modules/reports/law/forms/cells.ts'
import { forms } from '../../../src/modules/reports/law/forms/forms.ts'
import { sourceOf, sourceWords } from '../../../src/modules/reports/law/forms/sources.ts'
import { listRegionRows, type ReportAnswer, type ShownCell } from '../../../src/modules/reports/http/sheet-contract.ts'
import { useAnswer } from '../../api/hooks.ts'
import { paths } from '../../paths.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { whenText } from '../../ui/format.ts'
import { Facts, Panel } from '../../ui/SheetPage.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { stateOf, waysOf } from './report-words.ts'
import { textOf } from './ReportTables.tsx'

function RegionUnits(props: { readonly report: ReportAnswer; readonly cell: string }): ReactNode {
  const answer = useAnswer(listRegionRows, { params: { reportId: props.report.id }, query: { key: props.cell } })
  if (!answer.data) return answer.error ? <ErrorNote error={answer.error} /> : <Waiting />
  return (
    <ul className="gk-rows">
      {answer.data.rows.map((row) => (
        <li key={row.reportId}>
          <div className="gk-rows-main">
            <Link to={paths.report(row.reportId)}>{row.unitName}</Link>
            <span className="gk-cell-sub">
              <StateTag {...stateOf(row.state)} />
              {row.state !== 'accepted' && ' 没有计入'}
            </span>
          </div>
          <span className="gk-figure">
            {row.stands === null ? '未填' : textOf({ stands: row.stands, figure: row.figure, words: row.words ?? '' }) || '未填'}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Ways(props: { readonly report: ReportAnswer; readonly cell: string }): ReactNode {
  const { report, cell } = props
  const [open, setOpen] = useState(false)
  const form = forms.find(({ generation }) => generation === report.generation)
  if (!form) return null
  if (report.scope === 'region') {
    return (
      <>
        <Button type="link" className="gk-cell-link" onClick={() => setOpen(true)}>
          由哪些单位构成
        </Button>
        <Drawer open={open} onClose={() => setOpen(false)} title="各单位填报数" size={480} destroyOnHidden>
          {open && <RegionUnits report={report} cell={cell} />}
        </Drawer>
      </>
    )
  }
  const ways = report.counts.flatMap(({ unitId, name }) => waysOf(sourceOf(form, cell), report.year, unitId).map((way) => ({ ...way, name })))
  if (ways.length === 0) return <span className="gk-muted">没有明细</span>
  return (
    <ul className="gk-plain-list">
      {ways.map(({ title, path, name }) => (
        <li key={path}>
          <Link to={path}>{report.counts.length > 1 ? `${name}：${title}` : title}</Link>
        </li>
      ))}
    </ul>
  )
}

export function CellPanel(props: {
  readonly report: ReportAnswer
  readonly chosen: string
  readonly cell: ShownCell | undefined
  readonly editable: boolean
  readonly onRestore: (key: string) => void
}): ReactNode {
  const { report, chosen, cell, editable } = props
  const form = forms.find(({ generation }) => generation === report.generation)
  const place = form && cellsOf(form, report.year).find(({ key }) => key === chosen)
  if (!form || !place) return null
  const source = sourceOf(form, chosen)
  return (
    <Panel title="所选数据">
      <Facts
        narrow
        rows={[
          ['栏目', placeOf(place)],
          ['现在', textOf(cell) || '未填'],
          ['系统统计', cell?.counted === null || cell === undefined ? '没有这项数据' : String(cell.counted)],
          ['口径', report.scope === 'region' ? '本单位、部门、乡镇（街道）已接收的报告之和' : sourceWords(source)],
          ...(cell && cell.byName !== null ? ([['填写', `${cell.byName} ${whenText(cell.changedAt)}`], ['说明', cell.reason]] as const) : []),
          ['明细', <Ways key="ways" report={report} cell={chosen} />],
        ]}
      />
      {editable && cell && cell.byName !== null && cell.counted !== null && (
        <Button block onClick={() => props.onRestore(chosen)}>
          恢复为系统统计
        </Button>
      )}
    </Panel>
  )
} // prettier-ignore
