// A table of a page or a Word file: rows of text for the rules, and its merged cells as markup.
import type { TextBlock } from '../../../kernel/text-block.ts'
import { attributeOf, childrenOf, isElement, isHidden, textOfNode, type Element } from './html-tree.ts'

const largestSpan = 100
const longestCell = 1500

const spanOf = (cell: Element, name: 'colspan' | 'rowspan'): number =>
  Math.min(largestSpan, Math.max(1, Number.parseInt(attributeOf(cell, name) ?? '1', 10) || 1))

function descendants(element: Element, tag: string): Element[] {
  const found: Element[] = []
  for (const child of childrenOf(element)) {
    if (!isElement(child)) continue
    if (child.tagName === tag) found.push(child)
    else if (tag !== 'table' && child.tagName === 'table') continue
    else found.push(...descendants(child, tag))
  }
  return found
}

const blockish = new Set(['p', 'div', 'br', 'li'])

function cellText(cell: Element): string {
  const lines: string[] = ['']
  const visit = (element: Element): void => {
    for (const child of childrenOf(element)) {
      if (isElement(child)) {
        if (isHidden(child)) continue
        if (blockish.has(child.tagName)) lines.push('')
        visit(child)
      } else lines[lines.length - 1] += textOfNode(child).replace(/[ \t\r\n]+/g, ' ')
    }
  }
  visit(cell)
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')

/** Undefined where the table only lays out a page: one cell, tables within, or whole articles in a cell. */
export function tableBlock(table: Element): TextBlock | undefined {
  if (descendants(table, 'table').length > 0) return undefined
  const rows = descendants(table, 'tr').filter((row) => !isHidden(row))
  const cells = rows.map((row) =>
    childrenOf(row).filter((cell): cell is Element => isElement(cell) && (cell.tagName === 'td' || cell.tagName === 'th') && !isHidden(cell)),
  )
  if (cells.flat().length < 2 || cells.every((row) => row.length < 2)) return undefined
  if (cells.flat().some((cell) => textOfNode(cell).length > longestCell)) return undefined

  const grid: string[][] = []
  const taken = new Set<string>()
  let merged = false
  const markup: string[] = []
  for (const [at, row] of cells.entries()) {
    const line: string[] = (grid[at] ??= [])
    let column = 0
    const parts: string[] = []
    for (const cell of row) {
      while (taken.has(`${at},${column}`)) line[column++] ??= ''
      const [across, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')]
      merged ||= across > 1 || down > 1
      const text = cellText(cell)
      for (let y = 0; y < Math.min(down, cells.length - at); y += 1) for (let x = 0; x < across; x += 1) taken.add(`${at + y},${column + x}`)
      line[column] = text
      for (let x = 1; x < across; x += 1) line[column + x] = ''
      const tag = cell.tagName === 'th' ? 'th' : 'td'
      parts.push(`<${tag}${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}>${escaped(text)}</${tag}>`)
      column += across
    }
    markup.push(`<tr>${parts.join('')}</tr>`)
  }
  const width = Math.max(...grid.map((row) => row.length))
  const even = grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''))
  if (even.every((row) => row.every((text) => text === ''))) return undefined
  return { kind: 'table', rows: even, ...(merged && { html: `<table><tbody>${markup.join('')}</tbody></table>` }) }
}
