// Numbers are looked for in each piece, and across the break where a line goes on in the next.
import { pieceOf, type Hit, type Piece, type Subject } from '../subject.ts'

interface Line {
  readonly piece: Piece
  readonly index: number
  /** Where the first of two joined lines ends; only what lies across it is of interest there. */
  readonly cut: number | undefined
}

const number = /[\dXx]/

/** Every piece, and after it, joined, the two between which a number may be broken. */
export function* linesOf(pieces: Subject['pieces']): Generator<Line> {
  for (const [index, piece] of pieces.entries()) {
    yield { piece, index, cut: undefined }
    const next = pieces[index + 1]
    if (next?.goesOn && number.test(piece.plain.slice(-1)) && number.test(next.plain.slice(0, 1)))
      yield { piece: pieceOf(piece.field, piece.place, piece.text + next.text, piece.context), index, cut: piece.text.length }
  }
}

/** The hit of a match in a line; nothing where it does not lie across the break of joined lines. */
export function hitIn<Code extends string>({ piece, index, cut }: Line, code: Code, at: number, length: number): Hit<Code>[] {
  const end = at + length
  if (cut === undefined) return [{ code, piece: index, at, match: piece.text.slice(at, end) }]
  return at < cut && end > cut ? [{ code, piece: index, at, match: piece.text.slice(at, cut), broken: true }] : []
}
