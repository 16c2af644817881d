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

/** What each block is as a cell, looked at once: a text of many thousand lines is asked for the cells from every line on. */
interface Cells {
  readonly texts: readonly (string | undefined)[]
  /** For each block where the run of cells that it stands in ends. */
  readonly ends: readonly number[]
}

function cellsOf(blocks: readonly TextBlock[]): Cells {
  const texts = blocks.map(cellOf)
  const ends = texts.map((_, at) => at)
  for (let at = texts.length - 1; at >= 0; at -= 1) if (texts[at] !== undefined) ends[at] = Math.max(ends[at + 1] ?? 0, at + 1)
  return { texts, ends }
}

interface Rebuilt {
  readonly rows: readonly (readonly string[])[]
  readonly used: number
  readonly lost: readonly Finding[]
}

/** Head of a statistics sheet: what, (unit,) count. Cells tell their column by what they are. */
function statistics({ texts, ends }: Cells, from: number): Rebuilt | undefined {
  const withUnit = dense(texts[from + 1] ?? '') === '单位' && countWord.test(dense(texts[from + 2] ?? ''))
  const withoutUnit = countWord.test(dense(texts[from + 1] ?? ''))
  if (!withUnit && !withoutUnit) return undefined
  const cells = texts.slice(from, ends[from]) as string[]
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
function even({ texts, ends }: Cells, from: number): Rebuilt | undefined {
  const end = ends[from] ?? from
  const widths = [2, 3, 4, 5, mostColumns].filter((width) => isEven(texts, { from, end, width }))
  const [width] = widths
  if (width === undefined || widths.length > 1) return undefined
  const rows = Array.from({ length: (end - from) / width }, (_, row) => texts.slice(from + row * width, from + (row + 1) * width) as string[])
  return { rows, used: end - from, lost: [] }
}

/** The first row under the head says which columns hold figures; the first row that differs ends the look. */
function isEven(
  texts: readonly (string | undefined)[],
  { from, end, width }: { readonly from: number; readonly end: number; readonly width: number },
): boolean {
  if ((end - from) % width !== 0 || (end - from) / width < leastRows) return false
  for (let at = from; at < from + width; at += 1) {
    const cell = texts[at] ?? ''
    if (number.test(cell) || cell.length > 12 || markerOf(cell) !== undefined) return false
  }
  const first = texts.slice(from + width, from + 2 * width).map((cell) => number.test(cell ?? ''))
  if (!first.includes(true) || !first.includes(false)) return false
  for (let at = from + 2 * width; at < end; at += 1) if (number.test(texts[at] ?? '') !== first[(at - from) % width]) return false
  return true
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
  const cells = cellsOf(blocks)
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as TextBlock
    const found = tabbed(blocks, at) ?? ((cells.ends[at] ?? at) - at < 4 ? undefined : (statistics(cells, at) ?? even(cells, at)))
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
