// Figures that a person typed where the table counts the same: which reference says it, and how the line would stand with it.
import { claimOf } from '../check/text-against-table.ts'
import { amountOf } from '../check/text-against-table.ts'
import { aroundOf, ofTheYear } from '../check/sentence.ts'
import type { Figure } from '../read/figures.ts'
import type { Paragraph, Reading } from '../read/reading.ts'
import { printText, readExpression, type Piece } from '../../../../kernel/references.ts'
import type { Written } from './reading-of.ts'

export interface TypedFigure {
  readonly paragraph: number
  /** In the letters of the paragraph as they are shown. */
  readonly from: number
  readonly to: number
  /** 受理12件: what the sentence counts. */
  readonly title: string
  readonly figure: number
  readonly amount: number
  readonly agrees: boolean
  /** As it is written, without braces. */
  readonly reference: string
  /** The line of the source with the reference in the place of the figure. */
  readonly becomes: string
  /** A person typed it; else another reference stands there. */
  readonly byHand: boolean
}

/** The letters of the number itself: what softens it and its unit stay. */
function spanOf({ origin }: Paragraph, { at, written }: Figure): readonly [number, number] {
  const last = origin[at + written.length - 1] ?? 0
  return [origin[at] ?? 0, last + 1]
}

/** The line with `reference` in the place of its letters from `from` to `to`; undefined where they belong to more than one piece. */
function withReference(
  { resolved, source }: Written,
  from: number,
  to: number,
  reference: string,
): { readonly line: string; readonly byHand: boolean } | undefined {
  const expression = readExpression(reference)
  const at = resolved.pieces.findIndex((piece) => from >= piece.at && to <= piece.at + piece.text.length)
  const hit = resolved.pieces[at]
  if (!expression || !hit) return undefined
  const pieces = resolved.pieces.map((piece): Piece[] => {
    const known = piece.reference && readExpression(piece.reference.source)
    if (piece.reference && !known) return [{ kind: 'broken', written: source }]
    return known ? [{ kind: 'reference', expression: known }] : [{ kind: 'text', text: piece.text }]
  })
  // a line with something unreadable in it is mended first
  if (pieces.flat().some((piece) => piece.kind === 'broken')) return undefined
  const made: Piece[] = hit.reference
    ? [{ kind: 'reference', expression }]
    : [
        { kind: 'text', text: hit.text.slice(0, from - hit.at) },
        { kind: 'reference', expression },
        { kind: 'text', text: hit.text.slice(to - hit.at) },
      ]
  return { line: printText([...pieces.slice(0, at), made, ...pieces.slice(at + 1)].flat()), byHand: hit.reference === null }
}

export function* typedFigures(reading: Reading, written: readonly Written[]): Generator<TypedFigure> {
  for (const [index, paragraph] of reading.paragraphs.entries()) {
    const line = written[index]
    if (!line || line.line === null) continue
    for (const figure of paragraph.figures) {
      if (figure.softness !== 'exact' || figure.unit === '') continue
      const words = aroundOf(paragraph, figure)
      const claim = claimOf(figure, words, reading.generation)
      if (!claim || !ofTheYear(words, reading.year)) continue
      const readings = claim.readings.flatMap((keys) => {
        const amount = amountOf(reading, keys)
        return amount === null ? [] : [{ keys, amount }]
      })
      const best = readings.find(({ amount }) => amount === figure.value) ?? readings[0]
      if (!best) continue
      const [from, to] = spanOf(paragraph, figure)
      const reference = best.keys.join('+')
      const made = withReference(line, from, to, reference)
      if (!made) continue
      const agrees = best.amount === figure.value
      if (agrees && !made.byHand) continue
      yield {
        paragraph: index,
        from,
        to,
        title: claim.title,
        figure: figure.value,
        amount: best.amount,
        agrees,
        reference,
        becomes: made.line,
        byHand: made.byHand,
      }
    }
  }
}
