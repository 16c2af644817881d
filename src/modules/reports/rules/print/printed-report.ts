// A report as it is printed: headings, paragraphs, and the tables of its form filled in. Every output is made from this.
import { chineseDay } from '../../../../kernel/day.ts'
import { formOfGeneration } from '../../law/forms/forms.ts'
import { cellsOf, tablesOf } from '../../law/forms/cells.ts'
import { columnHead, plainWords, rowHead, type PrintedCell, type PrintedTable } from '../../law/forms/layout.ts'
import { layoutFor } from '../../law/forms/layouts.ts'
import { keyOf, type CellKind, type Form, type FormTable } from '../../law/forms/shape.ts'
import { roundKinds } from '../../law/states.ts'
import type { ReportSheet } from '../sheet.ts'
import { printedValue } from './printed-value.ts'

export interface FilledCell {
  readonly words: string
  /** The figure of a cell of the form, where one stands. */
  readonly figure: number | null
  readonly head: 'column' | 'row' | 'section' | 'none' | 'cell'
  readonly across: number
  readonly down: number
}

export interface FilledTable {
  readonly title: string
  readonly widths: readonly number[]
  readonly headRows: number
  readonly rows: readonly (readonly FilledCell[])[]
}

export type PrintedBlock =
  | { readonly kind: 'heading'; readonly words: string }
  | { readonly kind: 'paragraph'; readonly words: string; readonly align: 'left' | 'center' | 'right' }
  | { readonly kind: 'table'; readonly table: FilledTable }

export interface PrintedReport {
  readonly title: string
  readonly unitName: string
  readonly blocks: readonly PrintedBlock[]
}

/** Puts figures where the text names cells. */
export type Resolve = (body: string) => string

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
const numeral = (number: number): string =>
  number <= 10 ? (numerals[number - 1] ?? '') : `${number < 20 ? '' : numerals[Math.floor(number / 10) - 1]}十${numeral(number % 10)}`

/** As people write them, the number comes with the place. */
const bare = (title: string): string => title.replace(/^[一二三四五六七八九十]{1,3}[、.．]\s*/, '').trim()

export const titleOf = ({ kind, unitName, year }: Pick<ReportSheet, 'kind' | 'unitName' | 'year'>): string => `${unitName}${year}年${roundKinds[kind].title}`

/** A list that was asked for in one year alone is printed behind the form, in the same way. */
const listOf = ({ key, rows }: FormTable): PrintedTable => ({
  key,
  widths: [74, 11, 15],
  headRows: 1,
  rows: [
    [columnHead('指标'), columnHead('单位'), columnHead('数值')],
    ...rows.map((row): PrintedCell[] => [
      rowHead(row.title),
      plainWords(row.unit ?? ''),
      ...row.columns.map((column): PrintedCell => ({ key: keyOf(row, column) })),
    ]),
  ],
})

const isFilled = ({ rows }: FormTable, { cells }: ReportSheet): boolean =>
  rows.some((row) => row.columns.some((column) => !['blank', undefined].includes(cells.get(keyOf(row, column))?.value.stands)))

function filled(table: PrintedTable, title: string, sheet: ReportSheet, kinds: ReadonlyMap<string, CellKind>): FilledTable {
  const cellOf = (cell: PrintedCell): FilledCell => {
    if ('words' in cell) return { words: cell.words, figure: null, head: cell.head, across: cell.across ?? 1, down: cell.down ?? 1 }
    const value = sheet.cells.get(cell.key)?.value
    return {
      words: printedValue(value, kinds.get(cell.key) ?? 'count'),
      figure: value?.stands === 'figure' ? value.figure : null,
      head: 'cell',
      across: cell.across ?? 1,
      down: 1,
    }
  }
  return { title, widths: table.widths, headRows: table.headRows, rows: table.rows.map((row) => row.map(cellOf)) }
}

const paragraphs = (body: string): PrintedBlock[] =>
  body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((words) => ({ kind: 'paragraph', words, align: 'left' }))

interface TitledPart {
  readonly title: string
  readonly body: string
}

/** Forms that prescribe their headings print them all; others print what was written. */
function partsOf(sheet: ReportSheet, form: Form | undefined): readonly TitledPart[] {
  const written = sheet.parts.toSorted((a, b) => a.ordinal - b.ordinal)
  if (!form?.headings) return written.filter(({ body }) => body.trim() !== '')
  return [
    ...form.parts.map(({ title }, at) => ({ title, body: written.find(({ ordinal }) => ordinal === at + 1)?.body ?? '' })),
    ...written.filter(({ ordinal }) => ordinal > form.parts.length),
  ]
}

export function printedReport(sheet: ReportSheet, resolve: Resolve): PrintedReport {
  const form = sheet.generation === null ? undefined : formOfGeneration(sheet.generation)
  const layout = form && layoutFor(form.generation)
  const kinds = new Map((form ? cellsOf(form, sheet.year) : []).map(({ key, column }) => [key, column.kind] as const))
  const lists = (form ? tablesOf(form, sheet.year) : []).filter((table) => !form?.tables.includes(table) && isFilled(table, sheet))
  const tablesAt = (place: number | 'after'): FilledTable[] =>
    (layout?.tables ?? [])
      .filter(({ part }) => part === place)
      .map(({ table }) => filled(table, form?.tables.find(({ key }) => key === table.key)?.title ?? '', sheet, kinds))
  const signedOn = sheet.sealedOn ?? sheet.signedOn
  const line = (words: string, align: 'left' | 'center' | 'right'): PrintedBlock => ({ kind: 'paragraph', words, align })
  const signature = [line(sheet.unitName, 'right'), ...(signedOn === null ? [] : [line(chineseDay(signedOn), 'right')])]
  return {
    title: titleOf(sheet),
    unitName: sheet.unitName,
    blocks: [
      ...partsOf(sheet, form).flatMap(({ title, body }, at): PrintedBlock[] => [
        { kind: 'heading', words: `${numeral(at + 1)}、${bare(title)}` },
        ...tablesAt(at + 1).map((table): PrintedBlock => ({ kind: 'table', table })),
        ...paragraphs(resolve(body)),
      ]),
      ...signature,
      ...tablesAt('after').flatMap((table): PrintedBlock[] => [
        line(`附：${table.title}`, 'center'),
        line(`（${sheet.year}年度）`, 'center'),
        line(`填报单位（盖章）：${sheet.unitName}`, 'left'),
        { kind: 'table', table },
        line(footerLine(layout?.footer ?? [], sheet), 'left'),
      ]),
      ...lists.flatMap((table): PrintedBlock[] => [line(table.title, 'center'), { kind: 'table', table: filled(listOf(table), table.title, sheet, kinds) }]),
    ],
  }
}

/** Names that the report knows are filled in, the others by hand. */
function footerLine(labels: readonly string[], { signedByName, signedOn }: ReportSheet): string {
  const known: Readonly<Record<string, string | null>> = { 单位负责人: signedByName, 填报日期: signedOn === null ? null : chineseDay(signedOn) }
  return labels.map((label) => `${label}：${known[label] ?? '　　　'}`).join('　')
}
