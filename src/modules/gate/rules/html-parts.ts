// Takes a cleaned text apart: pieces of words with their places, tables as grids, links, pictures. Reads only what `cleanHtml` writes.
import { textOfHtml } from '../../../platform/html/clean.ts'
import { pieceOf, type Piece, type Subject, type SubjectTable, type TableCell } from './subject.ts'

type Parts = Pick<Subject, 'tables' | 'links' | 'pictures'> & { readonly pieces: readonly Piece[] }

const token = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)|</gi
const ends = new Set([
  'p',
  'div',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'figcaption',
  'caption',
  'ul',
  'ol',
  'dl',
  'figure',
  'br',
  'hr',
  'tr',
  'table',
])
const longestSpan = 100
const mostCells = 20_000

/** The words of a run without tags; most have no entity to read. */
const wordsOf = (run: string): string => (run.includes('&') ? textOfHtml(run) : run.replaceAll(/\s+/g, ' ').trim())

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(attributes)
  return found ? wordsOf(found[1] ?? '') : new RegExp(`\\s${name}(?=\\s|$)`, 'i').test(attributes) ? '' : undefined
}

const spanOf = (attributes: string, name: string): number => Math.min(longestSpan, Math.max(1, Number(attribute(attributes, name) ?? 1) || 1))

interface OpenTable {
  readonly rows: TableCell[][]
  /** Cells that reach down from rows above: column → rows left. */
  readonly down: Map<number, number>
  readonly number: number
  cells: number
  column: number
  cell: { readonly text: string[]; readonly colspan: number; readonly rowspan: number } | null
}

export function partsOf(html: string): Parts {
  const pieces: Piece[] = []
  const tables: SubjectTable[] = []
  const links: { href: string; text: string; place: string }[] = []
  const pictures: { src: string; alt: string; place: string }[] = []
  const open: OpenTable[] = []
  let words = ''
  let paragraphs = 0
  let afterBreak = false
  let link: { href: string; text: string } | null = null

  const place = (): string => {
    const table = open.at(-1)
    return table ? `正文表${table.number}第${table.rows.length}行第${table.column + 1}列` : `正文第${paragraphs + 1}段`
  }
  const flush = (): void => {
    const text = wordsOf(words)
    words = ''
    const goesOn = afterBreak
    afterBreak = false
    if (text === '') return
    const table = open.at(-1)
    if (table?.cell) {
      table.cell.text.push(text)
      return
    }
    pieces.push(pieceOf('bodyHtml', place(), text, '', goesOn))
    paragraphs += 1
  }
  const reachedDown = (table: OpenTable): void => {
    for (let left = table.down.get(table.column); left !== undefined && left > 0; left = table.down.get(table.column)) {
      table.down.set(table.column, left - 1)
      table.rows.at(-1)?.push({ text: '', piece: -1 })
      table.column += 1
    }
  }
  const closeCell = (table: OpenTable): void => {
    flush()
    const { cell } = table
    if (!cell) return
    const row = table.rows.at(-1)
    const text = cell.text.join('\n')
    const context = table.rows.length > 1 ? `${table.rows[0]?.[table.column]?.text ?? ''} ${row?.[0]?.text ?? ''}` : ''
    const first = pieces.length
    for (const [line, written] of cell.text.entries()) pieces.push(pieceOf('bodyHtml', place(), written, context, line > 0))
    row?.push({ text, piece: cell.text.length === 0 ? -1 : first })
    for (let more = 0; more < cell.colspan; more += 1) {
      if (more > 0) row?.push({ text: '', piece: -1 })
      if (cell.rowspan > 1) table.down.set(table.column + more, cell.rowspan - 1)
    }
    table.column += cell.colspan
    table.cells += cell.colspan
    table.cell = null
  }

  for (const [, closing, name, attributes = '', text] of html.matchAll(token)) {
    if (text !== undefined) {
      words += text
      if (link) link.text += text
      continue
    }
    const tag = (name ?? '').toLowerCase()
    const table = open.at(-1)
    if (tag === 'td' || tag === 'th') {
      if (!table) continue
      closeCell(table)
      if (closing || table.cells > mostCells) continue
      reachedDown(table)
      table.cell = { text: [], colspan: spanOf(attributes, 'colspan'), rowspan: spanOf(attributes, 'rowspan') }
      continue
    }
    if (ends.has(tag)) flush()
    if (tag === 'br') afterBreak = true
    if (tag === 'table' && !closing) open.push({ rows: [], down: new Map(), number: tables.length + open.length + 1, cells: 0, column: 0, cell: null })
    else if (tag === 'table' && table) {
      closeCell(table)
      tables.push({ place: `正文表${tables.length + 1}`, field: 'bodyHtml', rows: table.rows, numbers: table.rows.map((_, at) => at + 1) })
      open.pop()
    } else if (tag === 'tr' && table) {
      if (closing) {
        closeCell(table)
        reachedDown(table)
      } else {
        table.rows.push([])
        table.column = 0
      }
    } else if (tag === 'a') {
      if (link) links.push({ href: link.href, text: wordsOf(link.text), place: place() })
      link = closing ? null : { href: attribute(attributes, 'href') ?? '', text: '' }
    } else if (tag === 'img') pictures.push({ src: attribute(attributes, 'src') ?? '', alt: (attribute(attributes, 'alt') ?? '').trim(), place: place() })
  }
  flush()
  return { pieces, tables, links, pictures }
}
