// A report as text with its findings in it: paragraphs cut where a finding begins and ends.
import type { Met } from './check/finding.ts'
import type { Paragraph } from './read/reading.ts'

export interface MarkedPiece {
  readonly text: string
  /** Number of the finding that it is about; the first where two overlap. */
  readonly finding: number | null
}

export interface Marked {
  readonly heading: boolean
  readonly pieces: readonly MarkedPiece[]
}

/** The letters as written, whole: the pieces of a paragraph joined are the paragraph. */
export function markedText(paragraphs: readonly Paragraph[], met: readonly Met[]): Marked[] {
  return paragraphs.map(({ written, heading }, index) => {
    const marks = met
      .flatMap(({ mark }, finding) => (mark?.paragraph === index && mark.to > mark.from ? [{ ...mark, finding }] : []))
      .toSorted((a, b) => a.from - b.from)
    const pieces: MarkedPiece[] = []
    let at = 0
    for (const { from, to, finding } of marks) {
      const start = Math.max(from, at)
      if (start >= to) continue
      if (start > at) pieces.push({ text: written.slice(at, start), finding: null })
      pieces.push({ text: written.slice(start, to), finding })
      at = to
    }
    if (at < written.length) pieces.push({ text: written.slice(at), finding: null })
    return { heading, pieces }
  })
}
