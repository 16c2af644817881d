// Plain texts: passages become boxes of one width.
import { decodeText } from '../read/encoding.ts'
import { box, Refused, type Mark, type RedactionOrder } from './redaction.ts'
import { joined, needlesOf, placesOf, type Needle, type Range } from './needles.ts'

/** What the marks cover in paragraphs; a mark outside of them is refused. */
export function markedTexts(paragraphs: readonly string[], marks: readonly Mark[]): string[] {
  return marks.flatMap((mark) => {
    if (mark.in === 'picture') return []
    if (mark.in !== 'paragraph') throw new Refused('mark-outside')
    const text = paragraphs[mark.paragraph]
    if (text === undefined || mark.from < 0 || mark.to > text.length || mark.from >= mark.to) throw new Refused('mark-outside')
    return [text.slice(mark.from, mark.to)]
  })
}

/** The parts of a paragraph that become boxes: what is marked, and every other place of the same words. */
export function rangesIn(text: string, paragraph: number, marks: readonly Mark[], needles: readonly Needle[]): Range[] {
  const own = marks.flatMap((mark) => (mark.in === 'paragraph' && mark.paragraph === paragraph ? [mark] : []))
  return joined([...own, ...needles.flatMap((needle) => placesOf(needle, text))])
}

export function boxed(text: string, ranges: readonly Range[]): string {
  let result = ''
  let at = 0
  for (const { from, to } of ranges) {
    result += text.slice(at, from) + box
    at = to
  }
  return result + text.slice(at)
}

export const linesOf = (bytes: Buffer): string[] => decodeText(bytes).text.split(/\r\n|[\n\r\u2028\u2029]/)

export interface TextCopy {
  readonly bytes: Uint8Array
  readonly removed: readonly string[]
  readonly boxes: number
}

export function redactText(bytes: Buffer, { marks, texts }: RedactionOrder): TextCopy {
  const lines = linesOf(bytes)
  const removed = [...markedTexts(lines, marks), ...texts]
  const needles = needlesOf(removed)
  let boxes = 0
  const result = lines.map((line, at) => {
    const ranges = rangesIn(line, at, marks, needles)
    boxes += ranges.length
    return boxed(line, ranges)
  })
  return { bytes: Buffer.from(result.join('\n'), 'utf8'), removed, boxes }
}
