// Turns numbered, Markdown and bold lines into headings of levels 2 to 4, and marks the opening words of run-in headings.
import { plainText, type Span, type TextBlock } from '../../../../kernel/text-block.ts'
import { isHeadline, markerOf, markerOrder, type MarkerKind } from './markers.ts'
import { finding, type Finding } from './report.ts'

type Line = Extract<TextBlock, { kind: 'line' | 'paragraph' }>
type Level = 2 | 3 | 4

export interface OutlineEntry {
  readonly level: number
  readonly text: string
}

const runIn = /^([^。；]{2,42}。)(?=.)/
const longestBold = 40
const mayBeItem: readonly MarkerKind[] = ['second', 'third', 'fourth', 'article']
const runInKinds: readonly MarkerKind[] = ['first', 'second', 'third', 'article']

const isLine = (block: TextBlock | undefined): block is Line => block?.kind === 'line' || block?.kind === 'paragraph'
const textOfLine = (block: TextBlock | undefined): string => (isLine(block) || block?.kind === 'heading' ? plainText(block.spans).trim() : '')
const allBold = (spans: readonly Span[]): boolean => spans.some((span) => span.bold) && spans.every((span) => span.bold === true || span.text.trim() === '')
const unbold = (spans: readonly Span[]): Span[] => spans.map(({ bold: _, ...span }) => span)

type Role =
  | { readonly is: 'numbered'; readonly kind: MarkerKind }
  | { readonly is: 'named'; readonly level: number }
  | { readonly is: 'run-in'; readonly kind: MarkerKind; readonly lead: number }

/** A numbered short line followed by its next number without text between is an item of a list, not a heading. */
function isItem(blocks: readonly TextBlock[], at: number, kind: MarkerKind): boolean {
  if (!mayBeItem.includes(kind)) return false
  const neighbour = (step: number): boolean => {
    const marker = markerOf(textOfLine(blocks[at + step]))
    return marker?.kind === kind
  }
  return neighbour(1) || neighbour(-1) || blocks[at + 1] === undefined
}

function roleOf(blocks: readonly TextBlock[], at: number, listed: boolean): Role | undefined {
  const block = blocks[at]
  if (!block) return undefined
  const text = textOfLine(block)
  const marker = markerOf(text)
  if (block.kind === 'heading') return marker && marker.kind !== 'fourth' ? { is: 'numbered', kind: marker.kind } : { is: 'named', level: block.level }
  if (!isLine(block) || block.align === 'right' || text === '' || listed) return undefined
  if (marker && isHeadline(text))
    return isItem(blocks, at, marker.kind) && !allBold(block.spans) ? undefined : marker.kind === 'fourth' ? undefined : { is: 'numbered', kind: marker.kind }
  if (marker && runInKinds.includes(marker.kind)) {
    if (marker.kind === 'article') return { is: 'run-in', kind: 'article', lead: marker.text.length }
    const lead = runIn.exec(text.slice(marker.text.length))
    return lead ? { is: 'run-in', kind: marker.kind, lead: marker.text.length + (lead[1]?.length ?? 0) } : undefined
  }
  const bold = allBold(block.spans) && [...text].length <= longestBold && !/[。；;，,：:、]$/.test(text) && !marker
  return bold ? { is: 'named', level: 9 } : undefined
}

/** The first `length` letters bold. */
function boldLead(spans: readonly Span[], length: number): Span[] {
  const result: Span[] = []
  let left = length
  for (const span of spans) {
    if (left <= 0) result.push(span)
    else if (span.text.length <= left) result.push({ ...span, bold: true })
    else result.push({ ...span, text: span.text.slice(0, left), bold: true }, { ...span, text: span.text.slice(left) })
    left -= span.text.length
  }
  return result
}

/** Jumps in the numbering: 一、二、四、 has lost something. */
function gaps(roles: readonly (Role | undefined)[], blocks: readonly TextBlock[]): Finding[] {
  const found: Finding[] = []
  const last = new Map<MarkerKind, { number: number; text: string }>()
  for (const [at, role] of roles.entries()) {
    if (!role || role.is === 'named') continue
    const marker = markerOf(textOfLine(blocks[at]))
    if (!marker) continue
    const before = last.get(marker.kind)
    if (before && marker.number > before.number + 1)
      found.push(finding('heading-gap', textOfLine(blocks[at]), { facts: { from: before.text.trim(), to: marker.text.trim() } }))
    last.set(marker.kind, { number: marker.number, text: marker.text })
    // an outer heading starts the inner numbers again
    for (const inner of markerOrder.slice(markerOrder.indexOf(marker.kind) + 1)) if (inner !== 'article') last.delete(inner)
  }
  return found
}

export function findHeadings(blocks: readonly TextBlock[]): { blocks: TextBlock[]; outline: OutlineEntry[]; doubtful: Finding[] } {
  let afterAnnexLine = false
  const roles = blocks.map((_, at) => {
    const text = textOfLine(blocks[at])
    if (/^附\s?件\s?[:：]/.test(text)) afterAnnexLine = true
    else if (markerOf(text)?.kind !== 'third') afterAnnexLine = false
    return roleOf(blocks, at, afterAnnexLine)
  })
  const kinds = markerOrder.filter((kind) => roles.some((role) => role?.is === 'numbered' && role.kind === kind))
  const names = [...new Set(roles.flatMap((role) => (role?.is === 'named' && role.level < 9 ? [role.level] : [])))].toSorted((a, b) => a - b)
  const clamp = (level: number): Level => (level <= 2 ? 2 : level === 3 ? 3 : 4)
  const levelOf = (role: Role): Level => {
    if (role.is !== 'named') return clamp(Math.max(0, kinds.indexOf(role.kind)) + 2)
    if (role.level === 9) return clamp(kinds.length > 0 || names.length > 0 ? 3 : 2)
    return clamp(names.indexOf(role.level) + 2)
  }

  const outline: OutlineEntry[] = []
  let deepest: number = 1
  const result = blocks.map((block, at): TextBlock => {
    const role = roles[at]
    if (!role || (!isLine(block) && block.kind !== 'heading')) return block
    if (role.is === 'run-in') {
      const text = textOfLine(block)
      if (role.kind !== 'article') outline.push({ level: Math.min(4, deepest + 1), text: text.slice(0, role.lead) })
      return allBold(block.spans) ? block : { ...block, spans: boldLead(block.spans, role.lead) }
    }
    // a page may not jump from the second level to the fourth
    const level = Math.min(levelOf(role), deepest + 1)
    deepest = level
    outline.push({ level, text: textOfLine(block) })
    return { kind: 'heading', level, spans: unbold(block.spans) }
  })
  return { blocks: result, outline, doubtful: gaps(roles, blocks) }
}
