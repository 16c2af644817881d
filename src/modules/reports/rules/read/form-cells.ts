// Finds the cells of a form in the rows of a report: by the words of their labels, in the printed order.
import { keyOf, type Form, type FormRow, type FormTable } from '../../law/forms/shape.ts'
import { isCellContent, readCell, type Cell } from './cell.ts'
import type { SheetRow } from './rows.ts'

export interface ReadTable {
  readonly key: string
  readonly title: string
  /** Rows of the form whose figures were read. */
  readonly read: number
  /** Rows whose label stands there and whose figures could not be told apart. */
  readonly unread: readonly string[]
}

export interface ReadForm {
  readonly cells: ReadonlyMap<string, Cell>
  readonly tables: readonly ReadTable[]
  /** Rows that belong to the form: no prose. */
  readonly used: ReadonlySet<SheetRow>
}

const unitWord = /^(?:个|件|条|次|人|人次|篇|万元|元|项|份|期|场|户|家)$/
const longestLabel = 120

interface Walk {
  readonly table: FormTable
  readonly cells: Map<string, Cell>
  readonly unread: string[]
  readonly used: Set<SheetRow>
  last: number
  read: number
}

/** The row whose words stand nearest to the end of the label, after the row that was read last. */
function rowFor({ table, last }: Walk, label: string): number {
  let best = -1
  let nearest = -1
  for (let at = last + 1; at < table.rows.length; at += 1) {
    const pattern = table.rows[at]?.label
    if (!pattern) continue
    const found = pattern.exec(label)
    if (!found) continue
    const end = found.index + found[0].length
    if (end > nearest) {
      nearest = end
      best = at
    }
  }
  return best
}

function take(walk: Walk, at: number, values: readonly string[], unit: string | null, row: SheetRow): void {
  const { table } = walk
  const formRow = table.rows[at] as FormRow
  walk.last = at
  walk.used.add(row)
  if (values.length !== formRow.columns.length) {
    walk.unread.push(formRow.title)
    return
  }
  walk.read += 1
  for (const [index, column] of formRow.columns.entries()) {
    const key = keyOf(formRow, column)
    const written = values[index] ?? ''
    const named = formRow.columns.length > 1 ? `${formRow.title}·${column.title}` : formRow.title
    walk.cells.set(key, { key, written, ...readCell(written, column.kind), place: `表“${table.title}”：${named}`, unit })
  }
}

/** A row whose places tell the columns. */
function fromGrid(walk: Walk, row: SheetRow, context: string): boolean {
  const { table } = walk
  const width = row.cells.length
  const label = row.cells.findLastIndex((cell) => cell !== '' && !isCellContent(cell) && !unitWord.test(cell))
  if (label < 0) return false
  const words = row.cells[label] ?? ''
  const alone = rowFor(walk, words)
  // a label in the middle of whose lines the figures stand
  const at = alone < 0 && context !== '' ? rowFor(walk, context + words) : alone
  const formRow = table.rows[at]
  if (!formRow) return false
  const columns = formRow.columns.length
  const after = row.cells.slice(label + 1)
  const units = after.filter((cell) => unitWord.test(cell))
  const figures = after.filter((cell) => !unitWord.test(cell))
  if (table.layout === 'wide' && columns === 1) {
    const value = figures.find((cell) => cell !== '') ?? ''
    if (figures.length === 0) return false
    take(walk, at, [value], units[0] ?? (after.length >= 2 ? '' : null), row)
    return true
  }
  if (table.layout === 'wide') {
    if (width - columns < 1 || figures.length < columns) return false
    take(walk, at, row.cells.slice(width - columns), null, row)
    return true
  }
  if (figures.length < columns) return false
  const filled = figures.filter((cell) => cell !== '')
  // merged cells leave empty places behind
  if (columns > 1 && figures.length > columns && filled.length === columns) {
    take(walk, at, filled, null, row)
    return true
  }
  take(walk, at, columns === 1 ? [figures.find((cell) => cell !== '') ?? ''] : figures.slice(0, columns), null, row)
  return true
}

/** Fifteen figures in one row, under heads that were merged. */
function bareRow(walk: Walk, values: readonly string[], row: SheetRow): boolean {
  const columns = walk.table.rows.map((one) => one.columns.length)
  const all = columns.reduce((sum, one) => sum + one, 0)
  if (walk.read > 0 || values.length !== all || !values.every((cell) => cell === '' || isCellContent(cell)) || values.every((cell) => cell === '')) return false
  let from = 0
  for (const [at, count] of columns.entries()) {
    take(walk, at, values.slice(from, from + count), null, row)
    from += count
  }
  return true
}

function readTable(table: FormTable, rows: readonly SheetRow[], cells: Map<string, Cell>, used: Set<SheetRow>): ReadTable | undefined {
  const start = rows.findIndex((row) => row.cells.some((cell) => cell.length <= longestLabel && table.sign.test(cell)))
  if (start < 0) return undefined
  const walk: Walk = { table, cells, unread: [], used, last: -1, read: 0 }
  // a sheet with a column of units tells where one is lost
  const noUnit = rows.slice(Math.max(0, start - 6), start + 1).some((row) => row.cells.includes('单位')) ? '' : null
  let label = ''
  let values: string[] = []
  let unit = noUnit
  let pending: SheetRow[] = []
  const wanted = table.rows.reduce((sum, one) => sum + one.columns.length, 0)
  const settle = (): void => {
    const row = pending.at(-1)
    if (values.length === 0 || !row) return
    if (table.layout === 'bare') bareRow(walk, values, row)
    else {
      const at = rowFor(walk, label)
      if (at >= 0) {
        take(walk, at, values, unit, row)
        for (const one of pending) used.add(one)
      }
    }
    label = ''
    values = []
    unit = noUnit
    pending = []
  }
  for (const row of rows.slice(table.layout === 'bare' ? start : Math.max(0, start))) {
    if (table.layout === 'bare' ? walk.read > 0 : walk.last === table.rows.length - 1 && values.length === 0) break
    if (row.kind === 'grid' && row.cells.length > 1) {
      settle()
      if (table.layout === 'bare') {
        const figures = row.cells.length > wanted ? row.cells.slice(row.cells.length - wanted) : row.cells
        bareRow(walk, figures, row)
      } else if (!fromGrid(walk, row, label)) {
        // a wrapped line of a label, or cells of a table that was laid out in lines
        for (const cell of row.cells.filter((one) => one !== '')) next(cell, row)
      }
      continue
    }
    next(row.cells[0] ?? '', row)
  }
  settle()

  function next(text: string, row: SheetRow): void {
    if (text.length > longestLabel) {
      settle()
      label = ''
      pending = []
      return
    }
    if (isCellContent(text)) {
      values.push(text)
      pending.push(row)
      return
    }
    if (unitWord.test(text) && table.layout === 'wide') {
      settle()
      unit = text
      pending.push(row)
      return
    }
    settle()
    unit = noUnit
    label += text
    pending.push(row)
    if (label.length > 400) label = label.slice(-200)
  }

  return { key: table.key, title: table.title, read: walk.read, unread: walk.unread }
}

const widestGap = 14
const sheetHead = /^(?:统计指标|指标名称|单位|统计数|[—\-–]+|一、主动公开情况)$/

/** Headings of sections and heads of columns stand before and between rows that were read: they are no prose either. */
function withHeads(rows: readonly SheetRow[], used: ReadonlySet<SheetRow>): SheetRow[] {
  const heads: SheetRow[] = []
  let last = -1
  for (const [at, row] of rows.entries()) {
    if (!used.has(row)) continue
    if (last < 0)
      for (let before = at - 1; before >= 0 && rows[before]?.cells.every((cell) => sheetHead.test(cell)); before -= 1) heads.push(rows[before] as SheetRow)
    const gap = last < 0 ? [] : rows.slice(last + 1, at)
    if (gap.length <= widestGap && gap.every(({ cells }) => cells.every((cell) => cell.length <= longestLabel && !cell.endsWith('。')))) heads.push(...gap)
    last = at
  }
  return heads
}

/** The cells of a form in the rows of a report. */
export function readForm(form: Form, rows: readonly SheetRow[]): ReadForm {
  const cells = new Map<string, Cell>()
  const used = new Set<SheetRow>()
  const tables = form.tables.flatMap((table) => {
    const own = new Set<SheetRow>()
    const read = readTable(table, rows, cells, own)
    for (const row of [...own, ...withHeads(rows, own)]) used.add(row)
    return read ?? []
  })
  return { cells, tables, used }
}
