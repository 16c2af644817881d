// Understands a report: its form, its cells, its paragraphs.
import type { Day } from '../../../../kernel/day.ts'
import { plainText, type TextBlock } from '../../../../kernel/text-block.ts'
import { readWrittenDate } from '../../../../kernel/written-date.ts'
import { canonical, dense } from './canonical.ts'
import { isCellContent } from './cell.ts'
import { figuresIn } from './figures.ts'
import { readForm } from './form-cells.ts'
import type { CountedRow, Paragraph, Piece, Reading, ReportText } from './reading.ts'
import { recognise, unitOf, yearOf } from './recognise.ts'
import { rowsOf, type SheetRow } from './rows.ts'

const firstHeading = /^[一二三四五六七八九十]{1,3}[、.]/
const longestHeading = 48
/** No sentence of a report is as long: what comes after is not judged, and that is told. */
export const longestParagraph = 3000
const mostParagraphs = 2000

export function paragraphOf(written: string, marked: boolean, number: number): Paragraph {
  const { text, origin } = canonical(written.slice(0, longestParagraph))
  return {
    place: `正文第${number}段`,
    written,
    text,
    origin,
    figures: figuresIn(text),
    cut: written.length > longestParagraph,
    heading: (firstHeading.test(text) && text.length <= longestHeading && !/[。；，]$/.test(text.replace(/。$/, ''))) || (marked && firstHeading.test(text)),
  }
}

const linesOf = (block: TextBlock): readonly string[] => (block.kind === 'list' ? block.items.map(plainText) : 'spans' in block ? [plainText(block.spans)] : [])

const shortestBroken = 25
const ended = /[。！？；：…”’』」）》】]$/
const begins = /^(?:[一二三四五六七八九十]{1,3}[、.是要]|（|\d{1,2}[.、]|第[一二三四五六七八九十])/

/** A line of a page that goes on in the next: the lines of small tables hide from the import how wide a page is. */
const goesOn = (last: Paragraph | undefined, text: string): last is Paragraph =>
  last !== undefined && !last.heading && last.text.length >= shortestBroken && !ended.test(last.text) && !begins.test(text) && /[，。；]/.test(text)

/** Paragraphs and tables in their order; what was a cell laid out as a line is no paragraph. */
function textOf(body: readonly TextBlock[], cells: ReadonlySet<string>): { readonly paragraphs: Paragraph[]; readonly pieces: Piece[] } {
  const paragraphs: Paragraph[] = []
  const pieces: Piece[] = []
  let lineBefore = false
  for (const block of body) {
    const line = block.kind === 'line'
    if (block.kind === 'table') pieces.push({ table: true })
    for (const written of linesOf(block)) {
      if (paragraphs.length >= mostParagraphs) return { paragraphs, pieces }
      const text = dense(written.slice(0, longestParagraph))
      if (text === '') continue
      if (isCellContent(text) || cells.has(text) || /[|｜]/.test(written)) {
        pieces.push({ table: true })
        continue
      }
      const last = paragraphs.at(-1)
      const previous = pieces.at(-1)
      if (line && lineBefore && previous && 'paragraph' in previous && goesOn(last, text)) {
        paragraphs[paragraphs.length - 1] = paragraphOf(last.written + written, false, paragraphs.length)
        continue
      }
      pieces.push({ paragraph: paragraphs.length })
      paragraphs.push(paragraphOf(written, block.kind === 'heading', paragraphs.length + 1))
    }
    lineBefore = line
  }
  return { paragraphs, pieces }
}

const unitCell = /^(?:个|件|条|次|人|人次|篇|万元|元|项|份|期)$/

/** Rows `label, (unit,) figure` of tables that no form knows, also where each cell is a line. */
function countedRows(rows: readonly SheetRow[], used: ReadonlySet<SheetRow>): CountedRow[] {
  const found: CountedRow[] = []
  let label = ''
  let unit = ''
  const take = (value: string): void => {
    if (label.length >= 5 && /^\d{1,9}$/.test(value) && !/(?:政府|办公室|局|委员会|中心)$/.test(label))
      found.push({ label, value: Number(value), place: `表格“${label.slice(0, 24)}”`, unit })
    label = ''
    unit = ''
  }
  for (const row of rows) {
    if (used.has(row)) {
      label = ''
      continue
    }
    if (row.kind === 'grid' && row.cells.length > 1) {
      const cells = row.cells.filter((cell) => cell !== '' && !unitCell.test(cell))
      label = cells.length === 2 ? (cells[0] ?? '') : ''
      unit = row.cells.find((cell) => unitCell.test(cell)) ?? ''
      take(cells.length === 2 ? (cells[1] ?? '') : '')
      continue
    }
    const [cell = ''] = row.cells
    if (isCellContent(cell)) take(cell)
    else if (unitCell.test(cell) && label !== '' && unit === '') unit = cell
    else {
      label = cell.length <= 100 && !cell.endsWith('。') ? cell : ''
      unit = ''
    }
  }
  return found
}

const publication = /^(?:发布|公布|公开)(?:日期|时间)：((?:19|20)\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}日?)/

/** The day that a line of the page gives, where the page has no field for it. */
function publicationIn(paragraphs: readonly Paragraph[]): Day | null {
  for (const { text } of paragraphs) {
    const found = publication.exec(text)
    if (found) return readWrittenDate(found[1] ?? '')?.day ?? null
  }
  return null
}

export interface ReadReport {
  readonly reading: Reading
  readonly printedForm: Reading['form']
}

export function readReport({ raw, body, title, signedBy, signedOn, publishedOn }: ReportText): ReadReport {
  const rows = rowsOf(raw)
  const year = yearOf(title, dense(body.flatMap(linesOf).slice(0, 6).join('')))
  const { generation, yearly, form, printed } = recognise(title, year, rows)
  const read = form ? readForm(form, rows) : { cells: new Map(), tables: [], used: new Set<SheetRow>() }
  const laidOut = new Set([...read.used].flatMap((row) => (row.kind === 'line' ? row.cells : [])))
  const { paragraphs, pieces } = textOf(body, laidOut)
  const reading: Reading = {
    title,
    unit: unitOf(title, signedBy),
    year,
    generation,
    yearly,
    form,
    cells: read.cells,
    tables: read.tables,
    countedRows: countedRows(rows, read.used),
    paragraphs,
    pieces,
    publishedOn: publishedOn ?? publicationIn(paragraphs),
    signedOn,
  }
  return { reading, printedForm: printed }
}
