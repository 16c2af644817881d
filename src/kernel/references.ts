// How a figure is written in the text of a report: as a reference to a cell, so that text and table cannot disagree.
//   {newReceived.total}  {newReceived.total+carriedOver.total}  {last.newReceived.total}  {m.published-distinct}
//   {change:newReceived.total} 比上年增加12件     {share:granted.total/totalProcessed.total} 35.2%     {{ and }} are braces.

/** A cell of this report, the same cell of last year's, or a figure of the registry of metrics. */
export interface Operand {
  readonly of: 'cell' | 'last' | 'metric'
  readonly name: string
}

/** A sum; the first sign may be a minus too. */
export interface Term {
  readonly sign: '+' | '-'
  readonly operand: Operand
}

export type Expression =
  | { readonly says: 'amount'; readonly terms: readonly Term[] }
  | { readonly says: 'change'; readonly terms: readonly Term[] }
  | { readonly says: 'share'; readonly part: readonly Term[]; readonly whole: readonly Term[] }

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly expression: Expression }
  /** Begins with a brace and is no reference. */
  | { readonly kind: 'broken'; readonly written: string }

/** Nothing between two braces is longer: what costs is bounded by it. */
export const longestReference = 400
const mostTerms = 40

/** The name of a metric may hold hyphens, and after a colon the part that is meant: requests.received:kind.person. */
const operand = /^(?:(m)\.([A-Za-z0-9_.]+(?:[-:][A-Za-z0-9_.]+)*)|(?:(last)\.)?([A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*))/

function readTerms(written: string): readonly Term[] | undefined {
  const terms: Term[] = []
  let rest = written.trim()
  while (rest !== '') {
    const sign = rest.startsWith('-') ? '-' : '+'
    if (/^[+-]/.test(rest)) rest = rest.slice(1).trimStart()
    else if (terms.length > 0) return undefined
    const found = operand.exec(rest)
    if (!found || terms.length === mostTerms) return undefined
    const [whole, metric, name, last, key = ''] = found
    terms.push({ sign, operand: metric ? { of: 'metric', name: name ?? '' } : { of: last ? 'last' : 'cell', name: key } })
    rest = rest.slice(whole.length).trimStart()
  }
  return terms.length === 0 ? undefined : terms
}

/** What stands between the braces; undefined where it is no reference. Full-width marks of a Chinese keyboard are read too. */
export function readExpression(written: string): Expression | undefined {
  const inside = written.normalize('NFKC').replaceAll(/[−–—]/g, '-').trim()
  const [, word, rest] = /^(change|share)\s*:(.*)$/s.exec(inside) ?? []
  if (word === 'share') {
    const [part, whole, ...more] = (rest ?? '').split('/').map(readTerms)
    return part && whole && more.length === 0 ? { says: 'share', part, whole } : undefined
  }
  const terms = readTerms(word ? (rest ?? '') : inside)
  // a change is that of this year's cells to last year's
  if (!terms || (word === 'change' && terms.some((term) => term.operand.of !== 'cell'))) return undefined
  return { says: word === 'change' ? 'change' : 'amount', terms }
}

/** Text and references in their order. A line of it is parsed as the whole is. */
export function parseText(source: string): Piece[] {
  const pieces: Piece[] = []
  let text = ''
  const flush = (): void => {
    if (text !== '') pieces.push({ kind: 'text', text })
    text = ''
  }
  let at = 0
  while (at < source.length) {
    const next = source.slice(at).search(/[{}]/)
    if (next < 0) {
      text += source.slice(at)
      break
    }
    text += source.slice(at, at + next)
    at += next
    const brace = source[at]
    if (source[at + 1] === brace || brace === '}') {
      // a lone closing brace hurts nobody
      text += brace
      at += source[at + 1] === brace ? 2 : 1
      continue
    }
    const window = source.slice(at + 1, at + 1 + longestReference)
    const end = window.search(/[{}\n]/)
    const closed = end >= 0 && window[end] === '}'
    const written = closed ? window.slice(0, end) : ''
    const expression = closed ? readExpression(written) : undefined
    flush()
    pieces.push(expression ? { kind: 'reference', expression } : { kind: 'broken', written: closed ? `{${written}}` : '{' })
    at += closed ? end + 2 : 1
  }
  flush()
  return pieces
}

const printOperand = ({ of, name }: Operand): string => (of === 'cell' ? name : `${of === 'last' ? 'last' : 'm'}.${name}`)

const printTerms = (terms: readonly Term[]): string =>
  terms
    .map(({ sign, operand: one }, at) => {
      // the name of a metric may hold a hyphen
      const minus = terms[at - 1]?.operand.of === 'metric' ? ' - ' : '-'
      return (sign === '-' ? minus : at > 0 ? '+' : '') + printOperand(one)
    })
    .join('')

export const printExpression = (expression: Expression): string =>
  expression.says === 'share'
    ? `share:${printTerms(expression.part)}/${printTerms(expression.whole)}`
    : `${expression.says === 'change' ? 'change:' : ''}${printTerms(expression.terms)}`

export function printText(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text.replaceAll(/[{}]/g, '$&$&')
      return piece.kind === 'reference' ? `{${printExpression(piece.expression)}}` : piece.written
    })
    .join('')
}

const termsOf = (expression: Expression): readonly Term[] => (expression.says === 'share' ? [...expression.part, ...expression.whole] : expression.terms)

/** Everything that a text refers to. */
export const operandsIn = (pieces: readonly Piece[]): Operand[] =>
  pieces.flatMap((piece) => (piece.kind === 'reference' ? termsOf(piece.expression).map((term) => term.operand) : []))
