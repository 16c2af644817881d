// The tables of a report in their official layout: each figure is typed in its place, or chosen to see where it comes from.
import { useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { cellsOf, placeOf, type FormCell } from '../../../src/modules/reports/law/forms/cells.ts'
import { forms } from '../../../src/modules/reports/law/forms/forms.ts'
import { columnHead, plainWords, rowHead, type PrintedCell, type PrintedTable } from '../../../src/modules/reports/law/forms/layout.ts'
import { layoutFor } from '../../../src/modules/reports/law/forms/layouts.ts'
import { keyOf, type FormTable, type Generation } from '../../../src/modules/reports/law/forms/shape.ts'
import type { ShownCell, ShownFinding } from '../../../src/modules/reports/http/sheet-contract.ts'
import { Panel } from '../../ui/SheetPage.tsx'
import { beginsAt } from './table-columns.ts'

/** As printed: an empty cell is empty. */
export function textOf(cell: Pick<ShownCell, 'stands' | 'figure' | 'words'> | undefined): string {
  if (!cell || cell.stands === 'blank') return ''
  return cell.stands === 'figure' ? String(cell.figure) : cell.stands === 'change' ? cell.words : '/'
}

export interface TablesProps {
  readonly generation: Generation
  readonly year: number
  readonly cells: ReadonlyMap<string, ShownCell>
  /** What was typed and is not saved yet. */
  readonly drafts: ReadonlyMap<string, string>
  readonly findings: readonly ShownFinding[]
  readonly editable: boolean
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
  readonly onType: (key: string, text: string) => void
}

export const cellId = (key: string): string => `report-cell-${key}`

/** A list of one year has no layout of its own: a line each. */
const plainTable = ({ key, rows }: FormTable): PrintedTable => ({
  key,
  widths: [6, 1, 2],
  headRows: 1,
  rows: [
    [columnHead('指标'), columnHead('单位'), columnHead('统计数')],
    ...rows.flatMap((row) => row.columns.map((column): PrintedCell[] => [rowHead(row.title), plainWords(row.unit ?? ''), { key: keyOf(row, column) }])),
  ],
})

/** Up and down go to the nearest figure above and below; left and right stay with the letters. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const down = event.key === 'ArrowDown' || event.key === 'Enter'
  if (!down && event.key !== 'ArrowUp') return
  const here = event.currentTarget.getBoundingClientRect()
  const all = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('[data-figure]') ?? [])]
  const far = (one: DOMRect): number => Math.abs(one.top - here.top) * 10 + Math.abs(one.left - here.left)
  const next = all
    .map((element) => ({ element, at: element.getBoundingClientRect() }))
    .filter(({ at }) => (down ? at.top >= here.bottom - 2 : at.bottom <= here.top + 2))
    .toSorted((a, b) => far(a.at) - far(b.at))[0]
  if (!next) return
  event.preventDefault()
  next.element.focus()
}

function Figure(props: Omit<TablesProps, 'generation' | 'year'> & { readonly cell: FormCell; readonly across: number }): ReactNode {
  const { cell, cells, drafts, findings, editable, chosen, across } = props
  const { key } = cell
  const stored = cells.get(key)
  const text = drafts.get(key) ?? textOf(stored)
  const found = findings.filter((one) => one.cell === key)
  const typed = stored !== undefined && stored.byName !== null
  const otherwise = typed && stored.counted !== null && textOf(stored) !== String(stored.counted)
  const marks = [
    'gk-report-cell',
    drafts.has(key) ? 'gk-report-draft' : otherwise ? 'gk-report-otherwise' : typed ? 'gk-report-typed' : '',
    found.some(({ severity }) => severity === 'error') ? 'gk-report-bad' : '',
    chosen === key ? 'gk-report-chosen' : '',
  ].join(' ')
  const said = [placeOf(cell), otherwise ? `系统统计为${stored.counted}` : '', ...found.map(({ message }) => message)].filter((one) => one !== '').join('；')
  return (
    <td className={marks} {...(across > 1 ? { colSpan: across } : {})}>
      {editable ? (
        <input
          id={cellId(key)}
          data-figure
          value={text}
          maxLength={30}
          autoComplete="off"
          inputMode={cell.column.kind === 'change' ? 'text' : 'decimal'}
          aria-label={said}
          title={said}
          aria-invalid={found.some(({ severity }) => severity === 'error')}
          onFocus={(event) => (event.target.select(), props.onChoose(key))}
          onChange={(event) => props.onType(key, event.target.value)}
          onKeyDown={move}
        />
      ) : (
        <button id={cellId(key)} data-figure type="button" aria-label={`${said}：${text || '未填'}`} title={said} onClick={() => props.onChoose(key)} onKeyDown={(event) => event.key !== 'Enter' && move(event)}>
          {text || <span className="gk-muted">—</span>}
        </button>
      )}
    </td>
  )
} // prettier-ignore

function PrintedTableView(props: TablesProps & { readonly table: PrintedTable; readonly title: string; readonly places: ReadonlyMap<string, FormCell> }): ReactNode {
  const { table, title, places } = props
  const frame = useRef<HTMLElement>(null)
  const whole = table.widths.reduce((sum, one) => sum + one, 0)
  const begins = useMemo(() => beginsAt(table.rows), [table])
  return (
    <section ref={frame} className={`gk-report-table gk-report-${table.key}`} aria-label={title}>
      <table>
        <caption className="gk-unseen">{title}</caption>
        <colgroup>
          {table.widths.map((width, at) => (
            // columns have no identity but their place
            <col key={`${at}-${width}`} style={{ width: `${(width / whole) * 100}%` }} />
          ))}
        </colgroup>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={`${at}-${row.length}`}>
              {row.map((one, place) => {
                if ('key' in one) {
                  const cell = places.get(one.key)
                  return cell && <Figure key={one.key} {...props} cell={cell} across={one.across ?? 1} />
                }
                const { words, head, across = 1, down = 1 } = one
                const Tag = head === 'none' ? 'td' : 'th'
                const scope = head === 'row' ? { scope: down > 1 ? ('rowgroup' as const) : ('row' as const) } : head === 'column' ? { scope: across > 1 ? ('colgroup' as const) : ('col' as const) } : {}
                return (
                  <Tag key={`${place}-${words}`} className={`gk-report-${head}`} data-begins={begins[at]?.[place]} colSpan={across} rowSpan={down} {...scope}>
                    {words}
                  </Tag>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
} // prettier-ignore

export function ReportTables(props: TablesProps): ReactNode {
  const { generation, year } = props
  const form = forms.find((one) => one.generation === generation)
  if (!form) return null
  const places = new Map(cellsOf(form, year).map((cell) => [cell.key, cell]))
  const own = layoutFor(generation).tables.map(({ table }) => ({ table, title: form.tables.find(({ key }) => key === table.key)?.title ?? '' }))
  const lists = (form.yearLists ?? []).filter((list) => list.year === year).map((list) => ({ table: plainTable(list), title: `${list.title}（可以不填）` }))
  return (
    <>
      <p className="gk-report-legend gk-muted">
        底色：<span className="gk-report-typed">手工填写</span>
        <span className="gk-report-otherwise">与系统统计不同</span>
        其余为系统统计
      </p>
      {[...own, ...lists].map(({ table, title }) => (
        <Panel key={table.key} title={title}>
          <PrintedTableView {...props} table={table} title={title} places={places} />
        </Panel>
      ))}
    </>
  )
}
