// Rebuilds tables that a page export flattened to one cell a line, where the cells themselves prove the columns.
import { textOf, type TextBlock } from '../../../../kernel/text-block.ts'
import { fold } from './fold.ts'
import { markerOf } from './markers.ts'
import { finding, type Finding } from './report.ts'
import { tidyText } from './spaces.ts'

const unitWord = /^(?:个|件|条|次|人|人次|户|家|份|篇|期|场|起|项|元|万元|亿元|亩|公里|平方米|台|套|辆|处|所|天|小时|吨|千克|公斤|％|%)$/
const countWord = /^(?:统计数|数量|数值|数据|金额|合计|人数|件数|条数|总数|得分|年度数|本年数)(?:[(（].{1,6}[)）])?$/
const number = /^[-+−]?\d[\d,，]*(?:\.\d+)?%?$/
const longestCell = 70

/** `(一)  公开 数` and `统 计 数` compare without their spaces, in simplified script. */
const dense = (text: string): string => fold(text.replace(/[\s\u3000]/g, ''))

function cellOf(block: TextBlock | undefined): string | undefined {
  if (!block || (block.kind !== 'line' && block.kind !== 'paragraph')) return undefined
  const text = textOf(block).trim()
  if (text.length > longestCell || /[。；;]$/.test(text) || markerOf(text)?.kind === 'first') return undefined
  return text
}

/** The cells from `at` on, as far as they look like cells. */
function cellsFrom(blocks: readonly TextBlock[], at: number): string[] {
  const cells: string[] = []
  for (let next = at; next < blocks.length; next += 1) {
    const cell = cellOf(blocks[next])
    if (cell === undefined) break
    cells.push(cell)
  }
  return cells
}

interface Rebuilt {
  readonly rows: readonly (readonly string[])[]
  readonly used: number
  readonly lost: readonly Finding[]
}

/** Head of a statistics sheet: what, (unit,) count. Cells tell their column by what they are. */
function statistics(cells: readonly string[]): Rebuilt | undefined {
  const withUnit = dense(cells[1] ?? '') === '单位' && countWord.test(dense(cells[2] ?? ''))
  const withoutUnit = countWord.test(dense(cells[1] ?? ''))
  if (!withUnit && !withoutUnit) return undefined
  const width = withUnit ? 3 : 2
  const head = cells.slice(0, width)
  const isUnit = (text: string): boolean => withUnit && unitWord.test(dense(text))
  const isCount = (text: string): boolean => number.test(dense(text)) || text === '—' || text === '/'
  const rows: { label: string; unit: string; count: string }[] = []
  let at = width
  while (at < cells.length) {
    const label = cells[at] ?? ''
    if (isUnit(label) || isCount(label)) return rows.length >= 2 ? finished(head, rows, at) : undefined
    at += 1
    const unit = isUnit(cells[at] ?? '') ? (cells[at] ?? '') : ''
    if (unit !== '') at += 1
    const count = isCount(cells[at] ?? '') ? (cells[at] ?? '') : ''
    if (count !== '') at += 1
    rows.push({ label, unit, count })
  }
  // labels without a figure at the end are the text that follows
  while (rows.at(-1)?.count === '' && rows.at(-1)?.unit === '') {
    rows.pop()
    at -= 1
  }
  return rows.filter((row) => row.count !== '').length >= 2 ? finished(head, rows, at) : undefined
}

function finished(head: readonly string[], rows: readonly { label: string; unit: string; count: string }[], used: number): Rebuilt {
  const withUnit = head.length === 3
  const lost: Finding[] = []
  const counted = rows.filter((row) => row.count !== '')
  const [what = '', unitHead = ''] = head
  if (withUnit && counted.every((row) => row.unit === '')) lost.push(finding('column-lost', what, { facts: { column: unitHead } }))
  else if (withUnit) for (const row of counted) if (row.unit === '') lost.push(finding('cell-lost', row.label, { facts: { column: unitHead } }))
  for (const row of rows) if (row.count === '' && row.unit !== '') lost.push(finding('cell-lost', row.label, { facts: { column: head.at(-1) ?? '' } }))
  return { rows: [head, ...rows.map((row) => (withUnit ? [row.label, row.unit, row.count] : [row.label, row.count]))], used, lost }
}

const mostColumns = 6
const leastRows = 3

/** Any other sheet: proved where exactly one width gives every column one kind of cell, one of them figures, under a head without figures. */
function even(cells: readonly string[]): Rebuilt | undefined {
  const fits: Rebuilt[] = []
  for (let width = 2; width <= mostColumns; width += 1) {
    if (cells.length % width !== 0 || cells.length / width < leastRows) continue
    const rows = Array.from({ length: cells.length / width }, (_, row) => cells.slice(row * width, (row + 1) * width))
    const [head = [], ...body] = rows
    if (head.some((cell) => number.test(cell) || cell.length > 12 || markerOf(cell) !== undefined)) continue
    const figures = head.map((_, column) => body.filter((row) => number.test(row[column] ?? '')).length)
    if (!figures.every((count) => count === 0 || count === body.length)) continue
    if (!figures.some((count) => count > 0) || figures.every((count) => count > 0)) continue
    fits.push({ rows, used: cells.length, lost: [] })
  }
  return fits.length === 1 ? fits[0] : undefined
}

/** Lines whose cells are parted by tabs, the same number of them in at least two lines that follow each other. */
function tabbed(blocks: readonly TextBlock[], at: number): Rebuilt | undefined {
  const rows: string[][] = []
  for (let next = at; next < blocks.length; next += 1) {
    const block = blocks[next]
    if (!block || block.kind !== 'line') break
    const cells = textOf(block)
      .split('\t')
      .map((cell) => cell.trim())
    if (cells.length < 2 || (rows[0] && cells.length !== rows[0].length)) break
    rows.push(cells)
  }
  return rows.length >= 2 ? { rows, used: rows.length, lost: [] } : undefined
}

export function rebuildTables(blocks: readonly TextBlock[]): { blocks: TextBlock[]; recognised: Finding[]; lost: Finding[] } {
  const result: TextBlock[] = []
  const recognised: Finding[] = []
  const lost: Finding[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as TextBlock
    const byTabs = tabbed(blocks, at)
    const cells = byTabs ? [] : cellsFrom(blocks, at)
    const found = byTabs ?? (cells.length < 4 ? undefined : (statistics(cells) ?? even(cells)))
    if (!found) {
      result.push(block)
      continue
    }
    result.push({ kind: 'table', rows: found.rows.map((row) => row.map(tidyText)) })
    recognised.push(finding('table-rebuilt', found.rows[0]?.join('、') ?? '', { facts: { rows: found.rows.length } }))
    lost.push(...found.lost)
    at += found.used - 1
  }
  return { blocks: result, recognised, lost }
}
