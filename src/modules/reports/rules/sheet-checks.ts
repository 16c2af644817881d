// What is wrong with a report that is filled here: sums, what was carried over, blanks, days, the region against its units. Text is judged elsewhere.
// What the audits ask and this does not judge stands in `law/audit-checks.ts`.
import type { Day } from '../../../kernel/day.ts'
import { cellsOf, placeOf, type FormCell } from '../law/forms/cells.ts'
import { forms } from '../law/forms/forms.ts'
import type { Form } from '../law/forms/shape.ts'
import { findingRows, type FindingCode, type Severity } from '../law/findings.ts'
import { brokenSum, money } from './check/sums.ts'
import type { Moved } from './fill.ts'
import { readCell } from './read/cell.ts'
import { figureOf, type CellValue, type ReportSheet, type SheetCell } from './sheet.ts'

export interface SheetFinding {
  readonly code: FindingCode
  readonly severity: Severity
  /** Null: of the report as a whole. */
  readonly cell: string | null
  readonly place: string
  readonly message: string
  readonly expected: string
  readonly found: string
}

/** What a report is held against, besides itself. */
export interface CheckedAgainst {
  readonly today: Day
  /** Of the same unit and scope, the year before; null where there is none here. */
  readonly lastYear: { readonly generation: ReportSheet['generation']; readonly cells: ReadonlyMap<string, SheetCell> } | null
  /** It took over from another unit, so that what was carried over is more than its own. */
  readonly tookOver: boolean
  /** Of a region: what its units' reports come to. */
  readonly region: ReadonlyMap<string, CellValue> | null
  readonly moved: readonly Moved[]
}

type Told = Partial<Omit<SheetFinding, 'code' | 'severity'>> & { readonly severity?: Severity; readonly message: string }

const found = (code: FindingCode, { severity, ...told }: Told): SheetFinding => ({
  code,
  severity: severity ?? findingRows[code].severity,
  cell: null,
  place: '',
  expected: '',
  found: '',
  ...told,
})

export const formOf = ({ generation }: Pick<ReportSheet, 'generation'>): Form | undefined => forms.find((form) => form.generation === generation)

const isBlank = (cell: SheetCell | undefined): boolean => !cell || cell.value.stands === 'blank' || (cell.value.stands === 'change' && cell.value.words === '')

/** Cells that must hold something and do not. */
export const blankCells = (form: Form, { year, cells }: ReportSheet): FormCell[] =>
  cellsOf(form, year).filter(({ key, optional }) => !optional && isBlank(cells.get(key)))

/** A unit may be typed otherwise than counted, but not without a reason. */
export const unexplained = ({ cells }: ReportSheet): string[] =>
  [...cells]
    .filter(([, { value, counted, reason, byName }]) => byName !== null && counted !== null && figureOf(value) !== counted && reason === '')
    .map(([key]) => key)

const mostBlanks = 3

/** Blank cells of a region that its units have figures for wait to be summed, and are told of as one. */
const unsummed = (form: Form, sheet: ReportSheet, { region }: CheckedAgainst): FormCell[] =>
  blankCells(form, sheet).filter(({ key }) => region?.get(key) !== undefined)

function* blanks(form: Form, sheet: ReportSheet, against: CheckedAgainst): Generator<SheetFinding> {
  const waiting = unsummed(form, sheet, against)
  if (waiting.length > 0)
    yield found('region-sum', {
      cell: waiting[0]?.key ?? null,
      message: `有${waiting.length}格还没有汇总各单位的数，请点“重新汇总”（核对关系A10）。`,
      found: String(waiting.length),
    })
  const empty = blankCells(form, sheet).filter((cell) => !waiting.some(({ key }) => key === cell.key))
  for (const [table, cells] of Map.groupBy(empty, (cell) => cell.table)) {
    if (cells.length > mostBlanks) {
      yield found('cell-blank', {
        cell: cells[0]?.key ?? null,
        place: table.title,
        message: `有${cells.length}格没有填写：没有的填0，不涉及的填“/”。`,
        found: String(cells.length),
      })
      continue
    }
    for (const cell of cells)
      yield found('cell-blank', { cell: cell.key, place: placeOf(cell), message: '没有填写：没有的填0，不涉及的填“/”。', expected: '0' })
  }
}

function* sums(form: Form, { cells }: ReportSheet, places: ReadonlyMap<string, string>): Generator<SheetFinding> {
  for (const sum of form.sums) {
    const [first = ''] = sum.left
    if (sum.left.some((key) => isBlank(cells.get(key)))) continue
    const fault = brokenSum(sum, (key) => figureOf(cells.get(key)?.value), false)
    if (!fault) continue
    const { says, adds, part } = fault
    yield found(part ? 'part-exceeds-whole' : 'sum-of-cells', {
      cell: first,
      place: places.get(first) ?? first,
      message: `${sum.said}：现为${money(says)}，${part ? '后者为' : '应为'}${money(adds)}（核对关系${sum.id}）。`,
      expected: money(adds),
      found: money(says),
    })
  }
}

/** 减4 is -4. */
const changeOf = (value: CellValue | undefined): number => {
  if (value?.stands !== 'change') return figureOf(value)
  const read = readCell(value.words, 'change').value
  return typeof read === 'number' ? read : 0
}

function* carried(form: Form, { cells }: ReportSheet, { lastYear, tookOver }: CheckedAgainst, places: ReadonlyMap<string, string>): Generator<SheetFinding> {
  if (!lastYear) return
  const before = (key: string): SheetCell | undefined => lastYear.cells.get(key)
  for (const key of places.keys()) {
    const column = /^carriedOver\.(.+)$/.exec(key)?.[1]
    const last = column === undefined ? undefined : before(`carriedForward.${column}`)
    if (last && !isBlank(cells.get(key)) && figureOf(last.value) !== figureOf(cells.get(key)?.value)) {
      yield found('carry-over', {
        // who says why it is otherwise has looked at it
        ...(tookOver || (cells.get(key)?.reason ?? '') !== '' ? { severity: 'warning' as const } : {}),
        cell: key,
        place: places.get(key) ?? key,
        message: `上年报告结转下年度${money(figureOf(last.value))}件，本年填报上年结转${money(figureOf(cells.get(key)?.value))}件${tookOver ? '；本年有机构并入，请核对是否已经计入' : ''}（核对关系A5）。`,
        expected: money(figureOf(last.value)),
        found: money(figureOf(cells.get(key)?.value)),
      })
    }
    const stock = /^(rules|documents)\.inForce$/.exec(key)?.[1]
    const stood = stock === undefined ? undefined : before(key)
    if (stock !== undefined && stood && stood.value.stands === 'figure' && !isBlank(cells.get(key))) {
      const expected = figureOf(stood.value) + figureOf(cells.get(`${stock}.made`)?.value) - figureOf(cells.get(`${stock}.repealed`)?.value)
      const now = figureOf(cells.get(key)?.value)
      if (expected !== now)
        yield found('in-force', {
          cell: key,
          place: places.get(key) ?? key,
          message: `上年现行有效${figureOf(stood.value)}件，加本年制发、减本年废止应为${expected}件，现为${now}件；有自动失效的，请说明（核对关系A6）。`,
          expected: money(expected),
          found: money(now),
        })
    }
    const items = /^(.+)\.before$/.exec(key)?.[1]
    const listed = items === undefined ? undefined : before(key)
    if (items !== undefined && listed && form.generation === 'B' && lastYear.generation === 'B' && !isBlank(cells.get(key))) {
      const expected = figureOf(listed.value) + changeOf(before(`${items}.change`)?.value)
      const now = figureOf(cells.get(key)?.value)
      if (expected !== now)
        yield found('carry-over', { severity: 'warning', cell: key, place: places.get(key) ?? key, message: `按上年报告，上一年项目数量应为${expected}，现为${now}。`, expected: money(expected), found: money(now) })
    }
  }
} // prettier-ignore

function* contents(form: Form, { year, cells }: ReportSheet): Generator<SheetFinding> {
  for (const { key, column, ...at } of cellsOf(form, year)) {
    const value = cells.get(key)?.value
    if (value?.stands !== 'figure' || (value.figure >= 0 && (column.kind === 'money' || Number.isInteger(value.figure)))) continue
    yield found('cell-unreadable', {
      cell: key,
      place: placeOf({ column, ...at }),
      message: '应为非负整数。',
      expected: '非负整数',
      found: money(value.figure),
    })
  }
}

function* days({ state, handInBy, publishBy, documentId }: ReportSheet, today: Day): Generator<SheetFinding> {
  const open = state !== 'submitted' && state !== 'accepted'
  if (open && handInBy !== null && today > handInBy) yield found('not-handed-in', { message: `报送期限到 ${handInBy}，还没有报送。`, expected: handInBy, found: today })
  if (documentId === null && publishBy !== null && today > publishBy) yield found('not-published', { message: `应当在 ${publishBy} 以前公布（核对关系A9）。`, expected: publishBy, found: today })
} // prettier-ignore

const asText = (value: CellValue | undefined): string => {
  if (value?.stands === 'figure') return money(value.figure)
  return value?.stands === 'change' ? value.words : value?.stands === 'not-applicable' ? '/' : '未填'
}

function* counts({ cells }: ReportSheet, { region, moved }: CheckedAgainst, places: ReadonlyMap<string, string>): Generator<SheetFinding> {
  for (const key of region ? places.keys() : []) {
    const value = region?.get(key)
    if (!value || isBlank(cells.get(key))) continue
    const [now, sum] = [asText(cells.get(key)?.value), asText(value)]
    if (now !== sum) yield found('region-sum', { cell: key, place: places.get(key) ?? key, message: `各单位报告合计为${sum}，现为${now}（核对关系A10）。`, expected: sum, found: now })
  }
  for (const key of places.keys()) {
    const cell = cells.get(key)
    if (!cell) continue
    const { value, counted, reason, byName } = cell
    if (byName === null || counted === null || asText(value) === money(counted)) continue
    yield found('typed-otherwise', { ...(reason === '' ? { severity: 'error' as const } : {}), cell: key, place: places.get(key) ?? key, message: reason === '' ? `系统统计为${money(counted)}，现为${asText(value)}，没有写明原因。` : `系统统计为${money(counted)}，${byName}改为${asText(value)}：${reason}`, expected: money(counted), found: asText(value) })
  }
  for (const { key, from, to } of moved) {
    yield found('count-moved', { cell: key, place: places.get(key) ?? key, message: `填报后系统数据有变化：当时统计为${from === null ? '无' : money(from)}，现在为${to === null ? '无' : money(to)}，可以重新取数。`, expected: to === null ? '' : money(to), found: from === null ? '' : money(from) })
  }
} // prettier-ignore

/** In the order of the printed report; the gravest are told apart by their severity. */
export function checkSheet(sheet: ReportSheet, against: CheckedAgainst): SheetFinding[] {
  const form = formOf(sheet)
  const late = days(sheet, against.today)
  if (!form) return [...late]
  const places = new Map(cellsOf(form, sheet.year).map((cell) => [cell.key, placeOf(cell)]))
  return [
    ...sums(form, sheet, places),
    ...carried(form, sheet, against, places),
    ...contents(form, sheet),
    ...blanks(form, sheet, against),
    ...counts(sheet, against, places),
    ...late,
  ]
}

/** A report with one of these does not leave the unit. */
const binding: readonly FindingCode[] = ['sum-of-cells', 'part-exceeds-whole', 'cell-unreadable', 'carry-over']

export const brokenSums = (findings: readonly SheetFinding[]): SheetFinding[] =>
  findings.filter(({ code, severity }) => severity === 'error' && binding.includes(code))
