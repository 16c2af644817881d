// Reads cleaned HTML as blocks: headings, paragraphs, items of lists, tables. Pictures leave their description.
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { textOf, type Align, type Cell, type Run, type WrittenBlock } from './sheet.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element
type Style = Omit<Run, 'text'>

const isElement = (node: Node): node is Element => 'tagName' in node
const attribute = (element: Element, name: string): string => element.attrs.find((one) => one.name === name)?.value ?? ''

const firstLevel = /^[一二三四五六七八九十百]{1,4}、/
const secondLevel = /^（[一二三四五六七八九十百]{1,4}）/
const sentenceMark = /[。；！？]/

export function blocksOfHtml(html: string): readonly WrittenBlock[] {
  const blocks: WrittenBlock[] = []
  walk(parseFragment(html).childNodes, blocks)
  return blocks
}

function walk(nodes: readonly Node[], into: WrittenBlock[]): void {
  let loose: Run[] = []
  const flush = (): void => {
    addParagraph(loose, 'left', true, into)
    loose = []
  }
  for (const node of nodes) {
    if (!isElement(node) || isInline(node)) loose.push(...runsOf([node], {}))
    else {
      flush()
      addElement(node, into)
    }
  }
  flush()
}

const inline = new Set(['a', 'strong', 'em', 'u', 's', 'sub', 'sup', 'span', 'code', 'br', 'img'])
const isInline = (element: Element): boolean => inline.has(element.tagName)

function addElement(element: Element, into: WrittenBlock[]): void {
  const { tagName, childNodes } = element
  const heading = /^h([1-6])$/.exec(tagName)
  if (heading) {
    into.push({ kind: 'heading', level: Number(heading[1]), runs: runsOf(childNodes, {}) })
  } else if (tagName === 'p') {
    const align = alignOf(attribute(element, 'style'))
    addParagraph(runsOf(childNodes, {}), align, align === 'left', into)
  } else if (tagName === 'ul' || tagName === 'ol') addList(element, 0, into)
  else if (tagName === 'table') into.push({ kind: 'table', rows: rowsOf(element) })
  else if (tagName !== 'hr') walk(childNodes, into)
}

function addParagraph(runs: readonly Run[], align: Align, indent: boolean, into: WrittenBlock[]): void {
  for (const line of linesOf(runs)) {
    const text = textOf(line).trim()
    if (text === '') continue
    const style = firstLevel.test(text) && !sentenceMark.test(text) ? 'hei' : secondLevel.test(text) && !sentenceMark.test(text) ? 'kai' : 'plain'
    into.push({ kind: 'paragraph', runs: line, align, indent, style })
  }
}

/** A line break inside a paragraph begins another line of the sheet. */
function linesOf(runs: readonly Run[]): readonly Run[][] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    })
  }
  return lines
}

function addList(list: Element, depth: number, into: WrittenBlock[]): void {
  let count = Number(attribute(list, 'start')) || 1
  for (const item of list.childNodes) {
    if (!isElement(item) || item.tagName !== 'li') continue
    const nested = item.childNodes.filter((node) => isElement(node) && (node.tagName === 'ul' || node.tagName === 'ol')) as Element[]
    const own = item.childNodes.filter((node) => !nested.includes(node as Element))
    into.push({ kind: 'item', runs: runsOf(own, {}), mark: list.tagName === 'ol' ? `${count}.` : '•', depth })
    count += 1
    for (const one of nested) addList(one, depth + 1, into)
  }
}

function rowsOf(table: Element): readonly (readonly Cell[])[] {
  const rows: Cell[][] = []
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue
      if (node.tagName !== 'tr') visit(node.childNodes)
      else {
        rows.push(
          node.childNodes
            .filter((cell): cell is Element => isElement(cell) && (cell.tagName === 'td' || cell.tagName === 'th'))
            .map((cell) => ({ runs: runsOf(cell.childNodes, {}), head: cell.tagName === 'th', columns: span(cell, 'colspan'), rows: span(cell, 'rowspan') })),
        )
      }
    }
  }
  visit(table.childNodes)
  return rows.filter((row) => row.length > 0)
}

const span = (cell: Element, name: string): number => Math.min(Math.max(Number.parseInt(attribute(cell, name), 10) || 1, 1), 100)

function runsOf(nodes: readonly Node[], style: Style): readonly Run[] {
  return nodes.flatMap((node): readonly Run[] => {
    if (!isElement(node)) {
      const text = 'value' in node ? node.value.replaceAll(/\s+/g, ' ') : ''
      return text === '' ? [] : [{ ...style, text }]
    }
    switch (node.tagName) {
      case 'br':
        return [{ ...style, text: '\n' }]
      case 'img':
        return [{ ...style, text: `〔图：${attribute(node, 'alt') || '见网页'}〕` }]
      case 'strong':
      case 'th':
        return runsOf(node.childNodes, { ...style, bold: true })
      case 'em':
        return runsOf(node.childNodes, { ...style, italic: true })
      case 'u':
        return runsOf(node.childNodes, { ...style, underline: true })
      case 'p':
      case 'div':
      case 'li':
        return [...runsOf(node.childNodes, style), { ...style, text: '\n' }]
      default:
        return runsOf(node.childNodes, style)
    }
  })
}

const alignOf = (style: string): Align => (/text-align:\s*center/.test(style) ? 'center' : /text-align:\s*right/.test(style) ? 'right' : 'left')
