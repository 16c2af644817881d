// Plain text and Markdown as blocks: lines with their gaps and indents, and the few Markdown signs that people use.
import type { Span, TextBlock } from '../../../kernel/text-block.ts'

const picture = /!\[([^\]]*)\]\(([^)\s]*)(?:\s+"[^"]*")?\)/
const inline =
  /!\[([^\]]*)\]\(([^)\s]*)[^)]*\)|\[([^\]]+)\]\(([^)\s]+)[^)]*\)|\*\*(?=\S)([^*]+?)(?<=\S)\*\*|__(?=\S)([^_]+?)(?<=\S)__|(?<![*\w])\*(?=\S)([^*]+?)(?<=\S)\*(?![*\w])/gu

/** `**bold**`, `*slanted*` and `[links](…)` of one line as spans; everything else stays as it is written. */
export function markdownSpans(text: string): { spans: Span[]; pictures: string[] } {
  const spans: Span[] = []
  const pictures: string[] = []
  let at = 0
  const push = (span: Span): void => {
    if (span.text !== '') spans.push(span)
  }
  for (const match of text.matchAll(inline)) {
    push({ text: unescape(text.slice(at, match.index)) })
    const [, alt, , words, href, bold, otherBold, slanted] = match
    if (alt !== undefined) pictures.push(alt || match[2] || '')
    else if (words !== undefined) push({ text: words, href })
    else if (slanted !== undefined) push({ text: slanted, italic: true })
    else push({ text: unescape(bold ?? otherBold ?? ''), bold: true })
    at = match.index + match[0].length
  }
  push({ text: unescape(text.slice(at)) })
  return { spans, pictures }
}

const unescape = (text: string): string => text.replace(/\\([\\`*_{}[\]()#+\-.!>|])/g, '$1')

const fullIndent = /^[ \t\u00a0\u3000]*/
const columnsOf = (blank: string): number => [...blank].reduce((sum, letter) => sum + (letter === '\t' ? 4 : letter === '\u3000' ? 2 : 1), 0)

const tableRule = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => unescape(cell.trim()).replaceAll('**', ''))

export interface TextRead {
  readonly blocks: readonly TextBlock[]
  /** Names of pictures that the text refers to and that did not come with it. */
  readonly missingPictures: readonly string[]
}

/** `markdown` also reads lists and quotes, which plain text may mean otherwise. */
export function readPlainText(text: string, markdown: boolean): TextRead {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029\f]/g, '\n')
    .split('\n')
  const filled = lines.filter((line) => line.trim() !== '')
  const common = Math.min(...filled.map((line) => columnsOf(fullIndent.exec(line)?.[0] ?? '')).filter((_, at) => at > 0))
  const signs = markdown || /^#{1,6}\s+\S/m.test(text) || /\*\*\S[^*\n]*\*\*/.test(text)
  const blocks: TextBlock[] = []
  const missingPictures: string[] = []
  const spansOf = (line: string): Span[] => {
    if (!signs) return [{ text: line }]
    const { spans, pictures } = markdownSpans(line)
    missingPictures.push(...pictures)
    return spans
  }
  let gap = 0
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line.trim() === '') {
      gap += 1
      continue
    }
    const heading = signs ? /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line) : null
    const item = markdown ? /^\s{0,6}(?:([-*+])|(\d{1,3})[.)])\s+(\S.*)$/.exec(line) : null
    if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, spans: spansOf(heading[2] ?? '') })
    } else if (line.includes('|') && tableRule.test((lines[at + 1] ?? '').trim()) && (lines[at + 1] ?? '').includes('-')) {
      const rows = [cellsOf(line)]
      at += 2
      while (at < lines.length && (lines[at] ?? '').includes('|')) {
        rows.push(cellsOf(lines[at] ?? ''))
        at += 1
      }
      at -= 1
      const width = rows[0]?.length ?? 0
      blocks.push({ kind: 'table', rows: rows.map((row) => Array.from({ length: Math.max(width, row.length) }, (_, column) => row[column] ?? '')) })
    } else if (item) {
      const ordered = item[2] !== undefined
      const last = blocks.at(-1)
      // numbered lines of Chinese documents are headings and items of their own; only true lists become lists
      if (ordered) blocks.push({ kind: 'line', spans: spansOf(line.trim()), gap, indented: false })
      else if (last?.kind === 'list' && gap === 0) blocks[blocks.length - 1] = { ...last, items: [...last.items, spansOf(item[3] ?? '')] }
      else blocks.push({ kind: 'list', ordered: false, items: [spansOf(item[3] ?? '')] })
    } else {
      const indent = columnsOf(fullIndent.exec(line)?.[0] ?? '') - (Number.isFinite(common) ? common : 0)
      const quoted = markdown ? line.replace(/^\s*>\s?/, '') : line
      const spans = spansOf(quoted.trim())
      if (spans.length === 0 || (signs && picture.test(line) && spans.every((span) => span.text.trim() === ''))) continue
      blocks.push({ kind: 'line', spans, gap, indented: indent >= 2 && indent <= 8 })
    }
    gap = 0
  }
  return { blocks, missingPictures }
}
