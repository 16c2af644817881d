// The figures of a report as they were read, each in its place: a person types what the file says instead, and why.
import { Input, Segmented } from 'antd'
import { memo, useState, type ReactNode } from 'react'
import type { AnswerOf } from '../../../src/kernel/contract.ts'
import type { postReportCheck } from '../../../src/modules/reports/http/contract.ts'

export type ReadCell = AnswerOf<typeof postReportCheck>['read'][number]

export interface Change {
  readonly key: string
  readonly written: string
  readonly reason: string
}

/** What was typed otherwise than it was read. */
export const changesOf = (cells: readonly ReadCell[], typed: ReadonlyMap<string, Partial<Change>>): Change[] =>
  cells.flatMap(({ key, written }) => {
    const change = typed.get(key)
    const now = change?.written?.trim()
    return now === undefined || now === (written ?? '') ? [] : [{ key, written: now, reason: change?.reason?.trim() ?? '' }]
  })

interface LineProps {
  readonly cell: ReadCell
  readonly change: Partial<Change> | undefined
  readonly onType: (key: string, change: Partial<Change>) => void
}

const Line = memo(
  function Line({ cell, change, onType }: LineProps): ReactNode {
    const { key, label, written } = cell
    const now = change?.written ?? written ?? ''
    const changed = now.trim() !== (written ?? '')
    return (
      <li className={changed ? 'gk-read-changed' : ''}>
        <span>
          {label}
          {written === null && <span className="gk-soon"> 没有读出</span>}
          {changed && written !== null && <span className="gk-cell-sub">文件中为“{written}”</span>}
        </span>
        <Input className="gk-read-figure" aria-label={label} maxLength={40} value={now} onChange={(event) => onType(key, { written: event.target.value })} />
        {changed && (
          <Input
            className="gk-read-reason"
            aria-label={`${label}：更正的原因`}
            placeholder="更正的原因"
            maxLength={300}
            status={(change?.reason ?? '').trim() === '' ? 'warning' : ''}
            value={change?.reason ?? ''}
            onChange={(event) => onType(key, { reason: event.target.value })}
          />
        )}
      </li>
    )
  },
  // a report has up to 200 of them: only the one that is typed in is drawn anew; `onType` of an earlier drawing must do
  (before, after) => before.cell === after.cell && before.change === after.change,
)

const views = [
  { value: 'all', label: '全部数据' },
  { value: 'figures', label: '不为0的' },
  { value: 'unread', label: '没有读出的' },
  { value: 'changed', label: '已更正的' },
] as const
type View = (typeof views)[number]['value']

export function ReadCells(props: {
  readonly cells: readonly ReadCell[]
  readonly typed: ReadonlyMap<string, Partial<Change>>
  readonly onType: (key: string, change: Partial<Change>) => void
}): ReactNode {
  const { cells, typed } = props
  const [view, setView] = useState<View>('all')
  const changed = new Set(changesOf(cells, typed).map(({ key }) => key))
  const shown = cells.filter(({ key, written }) => {
    if (view === 'all' || changed.has(key)) return true
    if (view === 'changed') return false
    // one that is being filled stays where it is
    return view === 'unread' ? written === null : written !== null && written !== '' && written !== '0'
  })
  const tables = [...new Set(shown.map(({ table }) => table))]
  return (
    <section aria-label="读出的数据">
      <div className="gk-chart-scroll">
        <Segmented aria-label="显示" options={[...views]} value={view} onChange={setView} />
      </div>
      <p className="gk-muted gk-above">逐项与原文件核对；读错的直接改，写明原因。不涉及的填“/”，没有填写的留空，增减填“增3”“减4”。</p>
      {tables.map((table) => (
        <section key={table} className="gk-read-section" aria-label={table}>
          <h3>{table}</h3>
          <ul className="gk-read-cells">
            {shown
              .filter((cell) => cell.table === table)
              .map((cell) => (
                <Line key={cell.key} cell={cell} change={typed.get(cell.key)} onType={props.onType} />
              ))}
          </ul>
        </section>
      ))}
      {shown.length === 0 && <p className="gk-muted">没有这样的数据。</p>}
    </section>
  )
}
