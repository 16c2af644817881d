// The cells of a form: contents, sums, units, and whether the form is that of the year.
import { formOfYear } from '../../law/forms/forms.ts'
import { keyOf, type FormSum } from '../../law/forms/shape.ts'
import type { Cell } from '../read/cell.ts'
import type { Reading } from '../read/reading.ts'
import { met, type Met } from './finding.ts'
import { brokenSum, money } from './sums.ts'

/** Null where a cell was not read or holds what cannot be counted. */
function amountOf(cell: Cell | undefined): number | null {
  if (!cell || cell.fault !== null) return null
  return typeof cell.value === 'number' ? cell.value : 0
}

function checkSum(sum: FormSum, { cells, generation }: Reading): Met[] {
  const { left, right, said, id } = sum
  const broken = (keys: readonly string[]): boolean => keys.some((key) => cells.get(key)?.fault)
  // an empty total says nothing; that it is empty is told
  if (broken(right) || left.some((key) => cells.get(key)?.value === null)) return []
  const fault = brokenSum(sum, (key) => amountOf(cells.get(key)), generation === 'A')
  if (!fault) return []
  const { says, adds, part } = fault
  return [
    met(part ? 'part-exceeds-whole' : 'sum-of-cells', {
      place: cells.get(left[0] ?? '')?.place ?? '',
      message: `${said}：表中为${money(says)}，${part ? '后者为' : '应为'}${money(adds)}（核对关系${id}）。`,
      expected: money(adds),
      found: money(says),
    }),
  ]
}

const faults = {
  fraction: (written: string) => `此处填写件数、条数，应为非负整数，表中为“${written}”。`,
  negative: (written: string) => `此处填写的数量不能为负数，表中为“${written}”。`,
  'no-figure': (written: string) => `此处应填写数字，表中为“${written}”，无法核对。`,
} as const

/** More of them in one table are told together. */
const mostBlanks = 3

function* contents({ cells, form }: Reading): Generator<Met> {
  for (const cell of cells.values()) {
    if (cell.fault) yield met('cell-unreadable', { place: cell.place, message: faults[cell.fault](cell.written), expected: '非负整数', found: cell.written })
  }
  if (form?.generation === 'A') return
  for (const table of form?.tables ?? []) {
    const own = table.rows.flatMap((row) => row.columns.map((column) => cells.get(keyOf(row, column))))
    const blank = own.filter((cell) => cell !== undefined && cell.value === null && cell.written === '' && !cell.key.endsWith('.change'))
    if (blank.length > mostBlanks)
      yield met('cell-blank', { place: `表“${table.title}”`, message: `有${blank.length}个单元格空白：没有的应填0，不适用的填“/”。`, expected: '0' })
    else for (const cell of blank) if (cell) yield met('cell-blank', { place: cell.place, message: '单元格空白：没有的应填0，不适用的填“/”。', expected: '0' })
  }
}

/** So many rows with a unit make a column of units. */
const leastWithUnit = 4

/** Rows of a sheet with a column of units that have lost theirs. */
function* units({ cells, form, countedRows }: Reading): Generator<Met> {
  const bare = countedRows.filter((row) => row.unit === '')
  if (countedRows.length - bare.length >= leastWithUnit)
    for (const { place } of bare.slice(0, 5)) yield met('unit-missing', { place, message: '该行计量单位缺失，其他各行都有。', expected: '条、件等' })
  if (form?.generation !== 'A') return
  const counted = [...cells.values()].filter((cell) => cell.value !== null && cell.unit !== null)
  const without = counted.filter((cell) => cell.unit === '')
  if (without.length === 0) return
  if (without.length === counted.length)
    yield met('unit-missing', { place: '表“政府信息公开情况统计表”', message: '统计表“单位”一栏全部空白。', expected: '条、件等' })
  else for (const cell of without) yield met('unit-missing', { place: cell.place, message: '该行计量单位缺失。', expected: '条、件等' })
}

function* unread({ tables, form }: Reading): Generator<Met> {
  for (const { title, read, unread: rows } of tables) {
    if (read + rows.length === 0) continue
    const whole = form?.tables.find((one) => one.title === title)?.rows.length ?? 0
    const missing = form?.generation === 'A' ? rows.length : whole - read
    if (missing <= 0) continue
    const named = rows.slice(0, 5).map((row) => `“${row}”`).join('、') // prettier-ignore
    yield met('not-judged', {
      place: `表“${title}”`,
      message: `${named === '' ? `有${missing}行` : `${named}等${missing}行`}数字与栏目对不上（可能有空白单元格），这些行及有关合计未核对。`,
      found: String(missing),
    })
  }
}

/** A part that should hold a table, and where none was read. */
function* withoutTable({ tables, form, paragraphs }: Reading): Generator<Met> {
  if (!form?.headings) return
  for (const { title, key } of form.tables) {
    if (tables.some((one) => one.key === key && one.read + one.unread.length > 0)) continue
    const part = form.parts.find((one) => one.title === title)
    if (part && paragraphs.some(({ heading, text }) => heading && part.heading.test(text)))
      yield met('not-judged', { place: `表“${title}”`, message: '没有读到这张表（可能是图片、附件，或者没有按规定的表格填写），未核对。', found: title })
  }
}

/** `printed` is the form whose own words the tables print. */
export function* cellFindings(reading: Reading, printed: Reading['form']): Generator<Met> {
  const due = reading.year === null ? undefined : formOfYear(reading.year)
  if (printed && due && printed.generation !== due.generation && !(printed.generation === 'A' && reading.year === 2019)) {
    yield met('wrong-form', {
      place: '全文',
      message: `${reading.year}年度报告应使用${due.title}，表格却是${printed.title}。`,
      expected: due.title,
      found: printed.title,
    })
  }
  yield* contents(reading)
  yield* units(reading)
  yield* unread(reading)
  yield* withoutTable(reading)
  for (const one of reading.form?.sums ?? []) yield* checkSum(one, reading)
}

/** The cells as they are handed out: null for an empty one, `/` for not applicable. */
export function cellValues({ cells, form }: Reading): Record<string, number | string | null> {
  const keys = form?.tables.flatMap((table) => table.rows.flatMap((row) => row.columns.map((column) => keyOf(row, column)))) ?? []
  return Object.fromEntries(
    keys.flatMap((key) => {
      const cell = cells.get(key)
      if (!cell) return []
      return [[key, cell.value === 'not-applicable' ? '/' : cell.fault === 'no-figure' ? cell.written : cell.value]]
    }),
  )
}
