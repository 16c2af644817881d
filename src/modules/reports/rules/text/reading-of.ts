// A report that is being written, as the checks look at a report that somebody else wrote: one detector for both.
import { forms } from '../../law/forms/forms.ts'
import type { Form } from '../../law/forms/shape.ts'
import { roundKinds } from '../../law/states.ts'
import type { Cell } from '../read/cell.ts'
import { paragraphOf } from '../read/read-report.ts'
import type { Paragraph, Piece, Reading } from '../read/reading.ts'
import type { CellValue, ReportSheet, SheetPart } from '../sheet.ts'
import type { CellBook } from './cell-book.ts'
import { parseText } from '../../../../kernel/references.ts'
import { resolve, type Figures, type ResolvedText } from './resolve.ts'

/** Where a paragraph of the reading was written. */
export interface Written {
  readonly part: SheetPart
  /** Number of its line in the body of the part; null: the heading. */
  readonly line: number | null
  /** As it is kept, with its references. */
  readonly source: string
  readonly resolved: ResolvedText
}

export interface WrittenReading {
  readonly reading: Reading
  /** One for every paragraph of the reading. */
  readonly written: readonly Written[]
}

const numerals = '一二三四五六七八九十'

export const headingOf = (ordinal: number, title: string): string =>
  /^[一二三四五六七八九十]+、/.test(title) || ordinal > numerals.length ? title : `${numerals[ordinal - 1]}、${title}`

/** Paragraphs of a body with their numbers; empty lines are none. */
export const linesOf = (body: string): { readonly line: number; readonly source: string }[] =>
  body.split('\n').flatMap((source, line) => (source.trim() === '' ? [] : [{ line, source }]))

export const titleOf = ({ unitName, year, kind }: Pick<ReportSheet, 'unitName' | 'year' | 'kind'>): string => `${unitName}${year}年${roundKinds[kind].title}`

function cellOf(value: CellValue | undefined): Pick<Cell, 'written' | 'value'> {
  switch (value?.stands) {
    case 'figure':
      return { written: String(value.figure), value: value.figure }
    case 'change':
      return { written: value.words, value: null }
    case 'not-applicable':
      return { written: '/', value: 'not-applicable' }
    default:
      return { written: '', value: null }
  }
}

const cellsOf = (sheet: ReportSheet, book: CellBook): ReadonlyMap<string, Cell> =>
  new Map(
    [...book.values()].map(({ key, title, table, unit }) => [
      key,
      { key, ...cellOf(sheet.cells.get(key)?.value), fault: null, place: `表“${table}”：${title}`, unit },
    ]),
  )

/** The parts that the form orders, written or not; a form without headings and a summary have only what was written. */
export function partsOf(sheet: Pick<ReportSheet, 'parts'>, form: Form | null): readonly SheetPart[] {
  const ordered = form?.headings ? form.parts.map(({ title }, at): SheetPart => ({ ordinal: at + 1, title, body: '' })) : []
  const missing = ordered.filter(({ ordinal }) => !sheet.parts.some((part) => part.ordinal === ordinal))
  return [...sheet.parts, ...missing].toSorted((a, b) => a.ordinal - b.ordinal)
}

/** A part whose heading the form gives to one of its tables holds that table. */
export const holdsTable = (form: Form | null, { ordinal }: Pick<SheetPart, 'ordinal'>): boolean =>
  form?.headings === true && form.tables.some(({ title }) => form.parts[ordinal - 1]?.heading.test(title))

export function readingOf(sheet: ReportSheet, figures: Figures): WrittenReading {
  const form = forms.find(({ generation }) => generation === sheet.generation) ?? null
  const written: Written[] = []
  const paragraphs: Paragraph[] = []
  const pieces: Piece[] = []
  const add = (one: Written, heading: boolean): void => {
    pieces.push({ paragraph: paragraphs.length })
    paragraphs.push({ ...paragraphOf(one.resolved.text, heading, paragraphs.length + 1), heading })
    written.push(one)
  }
  for (const part of partsOf(sheet, form)) {
    const heading = headingOf(part.ordinal, part.title)
    add({ part, line: null, source: heading, resolved: { text: heading, pieces: [] } }, true)
    for (const { line, source } of linesOf(part.body)) add({ part, line, source, resolved: resolve(parseText(source), figures) }, false)
    if (holdsTable(form, part)) pieces.push({ table: true })
  }
  return {
    written,
    reading: {
      title: titleOf(sheet),
      unit: sheet.unitName,
      year: sheet.year,
      generation: sheet.generation,
      yearly: sheet.kind === 'yearly',
      form,
      cells: cellsOf(sheet, figures.book),
      tables: (form?.tables ?? []).map(({ key, title, rows }) => ({ key, title, read: rows.length, unread: [] })),
      countedRows: [],
      paragraphs,
      pieces,
      publishedOn: null,
      signedOn: sheet.signedOn,
    },
  }
}
