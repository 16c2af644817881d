// Joins lines that an export broke in mid-sentence, also across the empty line of a page break. Loses no letter.
import { plainText, type Span, type TextBlock } from '../../../../kernel/text-block.ts'
import { readWrittenDate } from '../../../../kernel/written-date.ts'
import { isHeadline, markerOf } from './markers.ts'
import { finding, type Finding } from './report.ts'

type Line = Extract<TextBlock, { kind: 'line' | 'paragraph' }>

const isLine = (block: TextBlock | undefined): block is Line => block?.kind === 'line' || block?.kind === 'paragraph'

const sentenceEnd = /[。！？!?；;：:…][”’」』）)》\]】]*$/
/** After these a sentence goes on for certain. */
const unfinished = /[，,、（(《“‘〈【]$/
const closer = /^[，。；：、？！）》”’〉】,;:)]/
const label = /^[\p{Script=Han}\s\u3000]{2,8}[:：]/u
const latin = /[A-Za-z0-9]/

/** Shorter lines are whole for all we know: titles, cells, signatures; a comma tells a running sentence. */
const shortestBroken = 30
const shortestWithComma = 15

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0) / 2

/** The width at which a text was wrapped, or undefined where each line is a paragraph. */
export function wrapWidth(lines: readonly Line[]): number | undefined {
  const widths = lines.map((line) => widthOf(plainText(line.spans)))
  const widest = Math.max(0, ...widths)
  if (widest > 60 || widest < 15) return undefined
  const followed = lines.map((_, at) => at).filter((at) => lines[at + 1]?.gap === 0 && lines[at + 1]?.kind === 'line')
  const full = followed.filter((at) => (widths[at] ?? 0) >= widest * 0.88).length
  return full >= 3 && full >= followed.length * 0.4 ? widest : undefined
}

const startsNew = (line: Line): boolean => {
  const text = plainText(line.spans).trim()
  return markerOf(text) !== undefined || line.align !== undefined || readWrittenDate(text)?.day !== undefined || label.test(text) || /^附\s?件/.test(text)
}

const allBold = (line: Line): boolean => line.spans.every((span) => span.bold === true || span.text.trim() === '')

/** Whether `next` goes on with the sentence of `line`. */
function goesOn(line: Line, next: Line, width: number | undefined, indents: boolean): boolean {
  const text = plainText(line.spans).trim()
  const following = plainText(next.spans).trim()
  if (line.align !== undefined || allBold(line) !== allBold(next)) return false
  if (closer.test(following) && !sentenceEnd.test(text)) return true
  if (startsNew(next)) return false
  if (width !== undefined && next.kind === 'line' && (next.gap === 0 || next.pageStart)) {
    if (next.indented) return false
    if (widthOf(text) < width * 0.88) return unfinished.test(text)
    return indents || !(sentenceEnd.test(text) || isHeadline(text))
  }
  if (sentenceEnd.test(text)) return false
  if (unfinished.test(text)) return true
  if (isHeadline(text)) return false
  return !next.indented && text.length >= (/[，,]/.test(text) ? shortestWithComma : shortestBroken)
}

/** All lines from `at` on that belong to one sentence, where the last of them ends it. */
function chain(blocks: readonly TextBlock[], at: number, width: number | undefined, indents: boolean): number {
  let end = at
  for (;;) {
    const line = blocks[end]
    const next = blocks[end + 1]
    if (!isLine(line) || !isLine(next) || !goesOn(line, next, width, indents)) return end
    end += 1
  }
}

function joined(lines: readonly Line[]): Line {
  const [first] = lines as [Line]
  const spans: Span[] = []
  for (const line of lines) {
    const before = spans.at(-1)?.text.at(-1) ?? ''
    const after = line.spans[0]?.text[0] ?? ''
    // a word of another script was parted from the next by the line's end
    if (latin.test(before) && latin.test(after)) spans.push({ text: ' ' })
    spans.push(...line.spans)
  }
  return { ...first, kind: 'paragraph', spans: merged(spans) }
}

/** Neighbouring spans of one look become one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last && last.bold === span.bold && last.italic === span.italic && last.href === span.href)
      result[result.length - 1] = { ...last, text: last.text + span.text }
    else result.push(span)
  }
  return result
}

const mostJointsTold = 12

/** The words on both sides of each joint, so that a person can judge it at a glance. */
const jointsOf = (lines: readonly Line[]): string[] =>
  lines.slice(1).map(
    (line, before) =>
      `${plainText(lines[before]?.spans ?? [])
        .trim()
        .slice(-10)}／${plainText(line.spans).trim().slice(0, 10)}`,
  )

export function rejoinLines(blocks: readonly TextBlock[]): { blocks: TextBlock[]; joinedLines: number; recognised: Finding[]; doubtful: Finding[] } {
  const lines = blocks.filter(isLine)
  const width = wrapWidth(lines)
  const indents = lines.some((line) => line.indented)
  const result: TextBlock[] = []
  const recognised: Finding[] = []
  const doubtful: Finding[] = []
  let joinedLines = 0
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as TextBlock
    const end = isLine(block) ? chain(blocks, at, width, indents) : at
    if (end === at) {
      result.push(block)
      continue
    }
    const together = blocks.slice(at, end + 1).filter(isLine)
    const last = plainText(together.at(-1)?.spans ?? []).trim()
    const certain =
      sentenceEnd.test(last) ||
      (width !== undefined && together.every((line, step) => step === 0 || line.gap === 0 || line.pageStart)) ||
      unfinished.test(plainText(together[0]?.spans ?? []).trim())
    if (!certain) {
      // a list of long lines without full stops looks the same: leave it, and say so
      doubtful.push(finding('line-maybe-broken', plainText(together[0]?.spans ?? [])))
      result.push(...together)
    } else {
      joinedLines += end - at
      for (const joint of jointsOf(together).slice(0, Math.max(0, mostJointsTold - recognised.length))) recognised.push(finding('line-joined', joint))
      result.push(joined(together))
    }
    at = end
  }
  return { blocks: result, joinedLines, recognised, doubtful }
}
