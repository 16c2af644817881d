// References in the text of a report: how they are written, what they become, and what is said where they cannot.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CellValue } from '../sheet.ts'
import { bookOf } from './cell-book.ts'
import { parseText, printText, type Expression, type Operand, type Piece, type Term } from '../../../../kernel/references.ts'
import { gap, resolve, type Figures } from './resolve.ts'

const values = (cells: Readonly<Record<string, number | '/' | string>>): ReadonlyMap<string, { readonly value: CellValue }> =>
  new Map(
    Object.entries(cells).map(([key, one]): [string, { readonly value: CellValue }] => [
      key,
      {
        value: typeof one === 'number' ? { stands: 'figure', figure: one } : one === '/' ? { stands: 'not-applicable' } : { stands: 'change', words: one },
      },
    ]),
  )

const figures: Figures = {
  book: bookOf({ generation: 'C', year: 2025 }, null),
  cells: values({
    'newReceived.total': 15,
    'carriedOver.total': 2,
    'granted.total': 6,
    'totalProcessed.total': 17,
    'carriedForward.total': 0,
    'partialGrant.total': 0,
    'rules.made': '/',
    'rules.repealed': '/',
    fees: 0.1,
    licences: 0.2,
  }),
  last: values({ 'newReceived.total': 3, 'granted.total': 6, 'carriedOver.total': 4, fees: 0.3 }),
  metric: (name) => (name === 'published-distinct' ? { title: '主动公开政府信息数', value: 7123, unit: '条' } : undefined),
}

const said = (source: string, from: Figures = figures): string => resolve(parseText(source), from).text
const flaws = (source: string, from: Figures = figures): string[] =>
  resolve(parseText(source), from).pieces.flatMap(({ reference }) => (reference?.flaw ? [`${reference.flaw} ${reference.sentence}`] : []))

describe('a reference', () => {
  it.each([
    { source: '受理{newReceived.total}件', text: '受理15件', because: 'a cell' },
    { source: '{newReceived.total+carriedOver.total}件', text: '17件', because: 'a sum' },
    { source: '{ newReceived.total ＋ carriedOver.total }件', text: '17件', because: 'spaces and the plus of a Chinese keyboard' },
    { source: '{newReceived.total-carriedOver.total-granted.total}', text: '7', because: 'differences' },
    { source: '{-carriedOver.total+granted.total}', text: '4', because: 'a sign at the beginning' },
    { source: '上年{last.newReceived.total}件', text: '上年3件', because: 'last year' },
    { source: '{change:newReceived.total}', text: '比上年增加12件', because: '15 and 3' },
    { source: '{change：carriedOver.total}', text: '比上年减少2件', because: '2 and 4, with a full-width colon' },
    { source: '{change:granted.total}', text: '与上年持平', because: '6 and 6' },
    { source: '{change:fees}', text: '比上年减少0.2万元', because: 'money is in 万元, and 0.1 less 0.3 has one decimal' },
    { source: '{fees+licences}', text: '0.3', because: 'no tail of a sum of decimals' },
    { source: '{share:granted.total/totalProcessed.total}', text: '35.3%', because: '6 of 17' },
    { source: '{share:granted.total+partialGrant.total/totalProcessed.total}', text: '35.3%', because: 'the share of a sum' },
    { source: '{share:newReceived.total/newReceived.total}', text: '100%', because: 'all' },
    { source: '{share:carriedForward.total/newReceived.total}', text: '0%', because: 'none' },
    { source: '主动公开{m.published-distinct}条', text: '主动公开7123条', because: 'a metric' },
    { source: '{m.published-distinct - newReceived.total}', text: '7108', because: 'the name of a metric may hold a hyphen' },
    { source: '集合{{a}}与}', text: '集合{a}与}', because: 'braces written twice, and one that closes nothing' },
    { source: '{newReceived.total+rules.made}', text: '15', because: 'what is not applicable counts as nothing in a sum' },
  ])('$source says $text: $because', ({ source, text }) => {
    expect(said(source)).toBe(text)
    expect(flaws(source)).toEqual([])
  })

  it.each([
    { source: '{newRecieved.total}件', flaw: 'unknown-cell 本报告的表格里没有“newRecieved.total”这一格。' },
    { source: '{m.nothing}', flaw: 'unknown-metric 没有名为“nothing”的统计指标。' },
    { source: '{penalties}件', flaw: 'blank “行政处罚”还没有填写。' },
    { source: '{rules.made}件', flaw: 'not-applicable “规章 · 本年制发件数”填的是“/”（不适用），没有数字可以引用。' },
    { source: '{rules.made+rules.repealed}件', flaw: 'not-applicable “规章 · 本年制发件数”填的是“/”（不适用），没有数字可以引用。' },
    { source: '{newReceived.total+penalties}', flaw: 'blank “行政处罚”还没有填写。' },
    { source: '{share:granted.total/carriedForward.total}', flaw: 'nothing-divided “结转下年度继续办理政府信息公开申请数量 · 总计”为0，算不出占比。' },
    { source: '{last.licences}', flaw: 'blank “上年行政许可”还没有填写。' },
    { source: '{受理}', flaw: 'not-a-reference “{受理}”不是可以引用的数字；要写大括号本身，请连写两个。' },
    { source: '受理{newReceived.total', flaw: 'not-a-reference “{”不是可以引用的数字；要写大括号本身，请连写两个。' },
    { source: '{change:last.newReceived.total}', flaw: 'not-a-reference “{change:last.newReceived.total}”不是可以引用的数字；要写大括号本身，请连写两个。' },
    { source: '{share:granted.total}', flaw: 'not-a-reference “{share:granted.total}”不是可以引用的数字；要写大括号本身，请连写两个。' },
  ])('$source leaves a gap, and says why', ({ source, flaw }) => {
    const title = '结转下年度继续办理政府信息公开申请数量 · 总计'
    const named = [...figures.book.values()].find((cell) => cell.key === 'carriedForward.total')?.title ?? ''
    expect(flaws(source)).toEqual([flaw.replace(title, named)])
    expect(said(source)).toContain(gap)
    expect(said(source)).not.toMatch(/NaN|\{/)
  })

  it('to last year is told where there is no report of it', () => {
    expect(flaws('{change:newReceived.total}', { ...figures, last: null })).toEqual([
      'no-last-year 没有上年的报告，不能引用“本年新收政府信息公开申请数量 · 总计”的上年数。',
    ])
  })

  it('to a cell that holds 减4 stands alone and in no sum', () => {
    const of2019: Figures = {
      ...figures,
      book: bookOf({ generation: 'B', year: 2019 }, null),
      cells: values({ 'licences.change': '减4', 'licences.before': 9 }),
      last: new Map(),
    }
    expect(said('行政许可{licences.change}项', of2019)).toBe('行政许可减4项')
    expect(flaws('{licences.before+licences.change}', of2019)).toEqual(['no-figure “行政许可 · 本年增/减”填的是增减的文字，不能相加减。'])
  })

  it('is told by its place in what was made of it', () => {
    const { pieces } = resolve(parseText('受理{newReceived.total}件，办结{totalProcessed.total}件'), figures)
    expect(pieces.map(({ text, at, reference }) => [text, at, reference?.source ?? null])).toEqual([
      ['受理', 0, null],
      ['15', 2, 'newReceived.total'],
      ['件，办结', 4, null],
      ['17', 8, 'totalProcessed.total'],
      ['件', 10, null],
    ])
  })
})

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,5}(?:\.[A-Za-z0-9_]{1,5})?$/).filter((one) => !/^(?:m|last)(?:\.|$)/.test(one))
const cell: fc.Arbitrary<Operand> = fc.record({ of: fc.constant('cell'), name })
const any: fc.Arbitrary<Operand> = fc.oneof(
  cell,
  fc.record({ of: fc.constant('last' as const), name }),
  fc.record({ of: fc.constant('metric' as const), name: fc.stringMatching(/^[a-z][a-z0-9_.]{0,5}(?:-[a-z0-9]{1,4}){0,2}$/) }),
)
const termsOf = (one: fc.Arbitrary<Operand>): fc.Arbitrary<readonly Term[]> =>
  fc
    .array(fc.record({ sign: fc.constantFrom('+' as const, '-' as const), operand: one }), { minLength: 1, maxLength: 5 })
    .map(([first, ...rest]) => [first as Term, ...rest])
const expression: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({ says: fc.constant('amount' as const), terms: termsOf(any) }),
  fc.record({ says: fc.constant('change' as const), terms: termsOf(cell) }),
  fc.record({ says: fc.constant('share' as const), part: termsOf(any), whole: termsOf(any) }),
)
const words = fc.string({ unit: fc.constantFrom('受', '理', '{', '}', '1', '\n', '-', ':', 'a', '.'), minLength: 1, maxLength: 12 })

/** Texts that touch are one. */
const merged = (pieces: readonly Piece[]): Piece[] => {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last?.kind === 'text' && piece.kind === 'text') all[all.length - 1] = { kind: 'text', text: last.text + piece.text }
    else all.push(piece)
  }
  return all
}
const pieces = fc
  .array(fc.oneof(fc.record({ kind: fc.constant('text' as const), text: words }), fc.record({ kind: fc.constant('reference' as const), expression })), {
    maxLength: 8,
  })
  .map(merged)

describe('a text with references', () => {
  it('is printed and read without a loss, whatever its letters', () => {
    fc.assert(
      fc.property(pieces, (some) => {
        expect(parseText(printText(some))).toEqual(some)
        expect(resolve(parseText(printText(some)), figures)).toEqual(resolve(some, figures))
      }),
      { numRuns: 150 },
    )
  })

  it('is what it was where nothing is referred to', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(said(printText([{ kind: 'text', text }]))).toBe(text)
      }),
    )
  })

  it('is read to its end whatever is typed, and read again after it was printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', '.', '+', '-', '/', ':', 'm', 'share', 'change', '件', '\n'), maxLength: 60 }), (typed) => {
        const read = parseText(typed)
        expect(parseText(printText(read))).toEqual(read)
        expect(said(typed)).not.toContain('NaN')
      }),
      { numRuns: 200 },
    )
  })

  it.each(['{', '{a', '{share:', '{a+', '{a.', '}', '{{', '{a-'])('of many letters costs by its length: %s', (letters) => {
    const read = parseText(letters.repeat(200_000 / letters.length))
    expect(read.length).toBeGreaterThan(0)
  })
})
