// One sheet of an Excel file: which of its cells show, and which do not.
import { unreadCell } from '../../../kernel/file-inspection.ts'
import { mostColumns, mostRows, type Findings } from './findings.ts'
import { walkXml, type Tag } from './xml.ts'

export interface SheetParts {
  readonly place: string
  readonly strings: readonly string[]
  /** Formats of cells that show nothing. */
  readonly blind: ReadonlySet<number>
  /** XML of the tables on the sheet: they have filters of their own. */
  readonly tables: readonly string[]
  readonly sheetHidden: boolean
}

export interface SheetTexts {
  readonly shown: string
  readonly hidden: string
  /** The first words of the sheet. */
  readonly first: string
}

interface Span {
  readonly from: number
  readonly to: number
}

const columnOf = (reference: string): number => {
  let column = 0
  for (const letter of reference) {
    const code = letter.charCodeAt(0)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column
}

/** A hostile file covers the same cells a thousand times. */
const mostCovered = 100_000

/** Puts `unreadCell` into the cells that merged ones cover. */
function cover(rows: string[][], references: readonly string[]): void {
  let covered = 0
  for (const reference of references) {
    const [, from = '', top = '', to = '', bottom = ''] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
    const [left, right] = [columnOf(from), Math.min(columnOf(to), mostColumns)]
    for (let row = Number(top); row <= Math.min(Number(bottom), rows.length); row += 1)
      for (let column = left; column <= right; column += 1) {
        covered += 1
        if (covered > mostCovered) return
        if (row !== Number(top) || column !== left) (rows[row - 1] ??= [])[column - 1] = unreadCell
      }
  }
}

const withoutHoles = (grid: readonly string[][]): string[][] =>
  Array.from({ length: grid.length }, (_, row) => Array.from({ length: grid[row]?.length ?? 0 }, (_cell, at) => grid[row]?.[at] ?? ''))

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'
const isNone = (value: string | undefined): boolean => value !== undefined && Number(value) === 0

/** Rows of an area whose filter really leaves something out. */
function filteredArea(xml: string): Span | undefined {
  let area: Span | undefined
  let active = false
  walkXml(xml, {
    open: (tag) => {
      if (tag.name === 'autoFilter') {
        const rows = [...(tag.get('ref') ?? '').matchAll(/[A-Z]+\$?(\d+)/g)].map((row) => Number(row[1]))
        area = { from: rows[0] ?? 0, to: rows.at(-1) ?? 0 }
      } else if (tag.name === 'filterColumn') active = true
    },
  })
  return active ? area : undefined
}

const nameOfColumn = (column: number): string =>
  (column > 26 ? nameOfColumn(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26))

export function tellSheet(xml: string, { place, strings, blind, tables, sheetHidden }: SheetParts, findings: Findings): SheetTexts {
  const hiddenColumns: Span[] = []
  const hiddenRows = new Map<number, string>()
  const columnsWithWords = new Map<number, string>()
  const shown: string[] = []
  const unseen: string[] = []
  let line: string[] = []
  let row = { number: 0, hidden: false }
  let cell: { column: number; type: string | undefined; blind: boolean } | undefined
  let column = 0
  let value = ''
  let taking = false
  let first = ''
  let blindCells = 0
  const grid: string[][] = []
  const merged: string[] = []

  const openRow = (tag: Tag): void => {
    row = { number: Number(tag.get('r')) || row.number + 1, hidden: isTrue(tag.get('hidden')) || isNone(tag.get('ht')) }
    column = 0
    line = []
  }
  const closeCell = (): void => {
    if (!cell) return
    const words = (cell.type === 's' ? (strings[Number(value)] ?? '') : value).trim()
    const at = cell
    cell = undefined
    if (words === '') return
    first ||= words
    const outOfSight = hiddenColumns.some((span) => at.column >= span.from && at.column <= span.to)
    if (row.hidden) hiddenRows.set(row.number, `${hiddenRows.get(row.number) ?? ''} ${words}`.slice(0, 200))
    if (outOfSight && !row.hidden) columnsWithWords.set(at.column, `${columnsWithWords.get(at.column) ?? ''} ${words}`.slice(0, 200))
    if (at.blind) blindCells += 1
    const isUnseen = row.hidden || outOfSight || at.blind
    if (row.number <= mostRows && at.column <= mostColumns) (grid[row.number - 1] ??= [])[at.column - 1] = isUnseen ? unreadCell : words
    if (isUnseen) unseen.push(words)
    else line.push(words)
  }
  walkXml(xml, {
    open: (tag) => {
      if (tag.name === 'col') {
        if (isTrue(tag.get('hidden')) || isNone(tag.get('width'))) hiddenColumns.push({ from: Number(tag.get('min')), to: Number(tag.get('max')) })
      } else if (tag.name === 'row') openRow(tag)
      else if (tag.name === 'c') {
        column = columnOf(tag.get('r') ?? '') || column + 1
        cell = { column, type: tag.get('t'), blind: blind.size > 0 && blind.has(Number(tag.get('s'))) }
        value = ''
      } else if (tag.name === 'v' || tag.name === 't') taking = !tag.empty
      else if (tag.name === 'mergeCell' && merged.length < mostRows) merged.push(tag.get('ref') ?? '')
    },
    close: (tag) => {
      if (tag.name === 'v' || tag.name === 't') taking = false
      else if (tag.name === 'c') closeCell()
      else if (tag.name === 'row' && line.length > 0) shown.push(line.join('\t'))
    },
    text: (text) => {
      if (taking && cell) value += text
    },
  })
  if (!sheetHidden) {
    cover(grid, merged)
    findings.table(place, withoutHoles(grid))
    const areas = [filteredArea(xml), ...tables.map(filteredArea)].filter((area) => area !== undefined)
    const isFiltered = (number: number): boolean => areas.some((area) => number >= area.from && number <= area.to)
    for (const kind of ['filtered-rows', 'hidden-rows'] as const) {
      const rows = [...hiddenRows].filter(([number]) => isFiltered(number) === (kind === 'filtered-rows'))
      const [begin] = rows
      if (begin) findings.hide(kind, `${place}第${begin[0]}行${rows.length > 1 ? '等' : ''}`, begin[1], rows.length)
    }
    const [begin] = columnsWithWords
    if (begin) findings.hide('hidden-columns', `${place}${nameOfColumn(begin[0])}列${columnsWithWords.size > 1 ? '等' : ''}`, begin[1], columnsWithWords.size)
    if (blindCells > 0) findings.hide('hidden-text', `${place}不显示内容的单元格`, '', blindCells)
  }
  return { shown: shown.join('\n'), hidden: unseen.join('\n'), first }
}
