// A text with its references read: the figures of the cells in their places, and what could not be read, said in a sentence.
import type { CellValue } from '../sheet.ts'
import type { CellBook } from './cell-book.ts'
import { parseText, printExpression, type Expression, type Operand, type Piece, type Term } from '../../../../kernel/references.ts'

export interface MetricFigure {
  readonly title: string
  readonly value: number
  /** 条, 件 … */
  readonly unit: string
}

/** What the references are read from. */
export interface Figures {
  readonly book: CellBook
  readonly cells: ReadonlyMap<string, { readonly value: CellValue }>
  /** Null: there is no report of last year. */
  readonly last: ReadonlyMap<string, { readonly value: CellValue }> | null
  readonly metric: (name: string) => MetricFigure | undefined
}

export type Flaw = 'not-a-reference' | 'unknown-cell' | 'unknown-metric' | 'blank' | 'not-applicable' | 'no-figure' | 'no-last-year' | 'nothing-divided'

export interface ResolvedPiece {
  readonly text: string
  /** Where it begins in the resolved text. */
  readonly at: number
  /** Null: typed by a person. */
  readonly reference: {
    /** As it is written, without braces. */
    readonly source: string
    readonly operands: readonly Operand[]
    readonly flaw: Flaw | null
    /** What is wrong with it, in a sentence; empty where nothing is. */
    readonly sentence: string
  } | null
}

export interface ResolvedText {
  readonly text: string
  readonly pieces: readonly ResolvedPiece[]
}

/** Stands where a figure should: a reader sees at once that one is missing. */
export const gap = '〔缺数〕'

type Found =
  | { readonly value: number; readonly unit: string; readonly titles: readonly string[]; readonly words?: string }
  | { readonly flaw: Flaw; readonly sentence: string }

const flawed = (flaw: Flaw, sentence: string): Found => ({ flaw, sentence })

/** Money has at most six decimals; sums of decimals must not show more. */
const exact = (value: number): number => Math.round(value * 1e6) / 1e6

const written = (value: number): string => String(exact(value))

type Single = Found | { readonly nothing: true; readonly title: string; readonly unit: string }

function readOperand({ of, name }: Operand, { book, cells, last, metric }: Figures): Single {
  if (of === 'metric') {
    const figure = metric(name)
    return figure ? { value: figure.value, unit: figure.unit, titles: [figure.title] } : flawed('unknown-metric', `没有名为“${name}”的统计指标。`)
  }
  const cell = book.get(name)
  if (!cell) return flawed('unknown-cell', `本报告的表格里没有“${name}”这一格。`)
  const title = of === 'last' ? `上年${cell.title}` : cell.title
  if (of === 'last' && last === null) return flawed('no-last-year', `没有上年的报告，不能引用“${cell.title}”的上年数。`)
  const value = (of === 'last' ? last : cells)?.get(name)?.value
  switch (value?.stands) {
    case 'figure':
      return { value: value.figure, unit: cell.unit, titles: [title] }
    case 'change':
      return { value: Number.NaN, unit: cell.unit, titles: [title], words: value.words }
    case 'not-applicable':
      return { nothing: true, title, unit: cell.unit }
    default:
      return flawed('blank', `“${title}”还没有填写。`)
  }
}

/** In a sum what is not applicable counts as nothing; alone it is no figure. */
function readSum(terms: readonly Term[], figures: Figures): Found {
  let value = 0
  let unit: string | undefined
  let counted = 0
  const titles: string[] = []
  for (const { sign, operand } of terms) {
    const one = readOperand(operand, figures)
    if ('flaw' in one) return one
    unit ??= one.unit
    if ('nothing' in one) {
      titles.push(one.title)
      continue
    }
    if (one.words !== undefined) {
      if (terms.length === 1 && sign === '+') return one
      return flawed('no-figure', `“${one.titles[0]}”填的是增减的文字，不能相加减。`)
    }
    counted += 1
    value += sign === '-' ? -one.value : one.value
    titles.push(...one.titles)
  }
  if (counted === 0) return flawed('not-applicable', `“${titles[0]}”填的是“/”（不适用），没有数字可以引用。`)
  return { value: exact(value), unit: unit ?? '', titles }
}

/** Never 0% of what is something, nor 100% of what is not all. */
function percent(share: number): string {
  const digits = [1, 2, 3].find((one) => {
    const shown = Number((share * 100).toFixed(one))
    return share <= 0 || share >= 1 || (shown > 0 && shown < 100)
  })
  return `${Number((share * 100).toFixed(digits ?? 3))}%`
}

type Read = { readonly text: string } | { readonly flaw: Flaw; readonly sentence: string }

function readReference(expression: Expression, figures: Figures): Read {
  if (expression.says === 'share') {
    const [part, whole] = [readSum(expression.part, figures), readSum(expression.whole, figures)]
    if ('flaw' in part) return part
    if ('flaw' in whole) return whole
    if (whole.value === 0) return { flaw: 'nothing-divided', sentence: `“${whole.titles.join('加')}”为0，算不出占比。` }
    if (Number.isNaN(part.value / whole.value)) return { flaw: 'no-figure', sentence: '增减的文字不能算占比。' }
    return { text: percent(part.value / whole.value) }
  }
  const now = readSum(expression.terms, figures)
  if ('flaw' in now) return now
  if (expression.says === 'amount') return { text: now.words ?? written(now.value) }
  const before = readSum(
    expression.terms.map(({ sign, operand }) => ({ sign, operand: { ...operand, of: 'last' } })),
    figures,
  )
  if ('flaw' in before) return before
  const change = exact(now.value - before.value)
  if (Number.isNaN(change)) return { flaw: 'no-figure', sentence: '增减的文字不能与上年比较。' }
  return { text: change === 0 ? '与上年持平' : `比上年${change > 0 ? '增加' : '减少'}${written(Math.abs(change))}${now.unit}` }
}

const operandsOf = (expression: Expression): readonly Operand[] =>
  (expression.says === 'share' ? [...expression.part, ...expression.whole] : expression.terms).map((term) => term.operand)

export function resolve(pieces: readonly Piece[], figures: Figures): ResolvedText {
  const resolved: ResolvedPiece[] = []
  let at = 0
  const add = (text: string, reference: ResolvedPiece['reference']): void => {
    resolved.push({ text, at, reference })
    at += text.length
  }
  for (const piece of pieces) {
    if (piece.kind === 'text') add(piece.text, null)
    else if (piece.kind === 'broken')
      add(gap, {
        source: piece.written.replaceAll(/^\{|\}$/g, ''),
        operands: [],
        flaw: 'not-a-reference',
        sentence: `“${piece.written}”不是可以引用的数字；要写大括号本身，请连写两个。`,
      })
    else {
      const read = readReference(piece.expression, figures)
      const reference = { source: printExpression(piece.expression), operands: operandsOf(piece.expression) }
      if ('flaw' in read) add(gap, { ...reference, flaw: read.flaw, sentence: read.sentence })
      else add(read.text, { ...reference, flaw: null, sentence: '' })
    }
  }
  return { text: resolved.map((one) => one.text).join(''), pieces: resolved }
}

/** The text of a part as it is read: paragraphs are lines. */
export const resolvedBody = (body: string, figures: Figures): string => resolve(parseText(body), figures).text
