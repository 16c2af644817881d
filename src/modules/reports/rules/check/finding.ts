// One thing found in a report: where, how grave, in one sentence; and the letters in the text that it is about, for whoever marks them.
import { findingRows, type FindingCode, type Severity } from '../../law/findings.ts'
import type { Paragraph } from '../read/reading.ts'

export interface Finding {
  readonly severity: Severity
  readonly code: FindingCode
  /** For people: 正文第3段“……”, or the row and column of a table. */
  readonly place: string
  readonly message: string
  readonly expected: string
  readonly found: string
}

/** A finding, and the letters of a paragraph as they were written. */
export interface Met {
  readonly finding: Finding
  readonly mark: { readonly paragraph: number; readonly from: number; readonly to: number } | null
}

export interface Told {
  readonly place: string
  readonly message: string
  readonly expected?: string
  readonly found?: string
  readonly severity?: Severity
}

/** A finding about a cell, a part or the whole. */
export const met = (code: FindingCode, { place, message, expected = '', found = '', severity = findingRows[code].severity }: Told): Met => ({
  finding: { severity, code, place, message, expected, found },
  mark: null,
})

const around = 10

/** The letters before and after, so that a person finds the place with the search of any program. */
function quoteOf(text: string, at: number, end: number): string {
  let from = Math.max(0, at - around)
  let to = Math.min(text.length, end + around)
  // no figure is cut through, and no mark stands alone at an end
  while (from > 0 && /[\d,.]/.test(text[from] ?? '') && /[\d,.]/.test(text[from - 1] ?? '')) from -= 1
  while (from < at && /[，。；：、）”]/.test(text[from] ?? '')) from += 1
  while (to < text.length && /[\d,.%]/.test(text[to] ?? '') && /[\d,.]/.test(text[to - 1] ?? '')) to += 1
  return text.slice(from, to)
}

/** A finding about the letters from `at` to `end` of a paragraph in canonical writing. */
export function metIn(
  code: FindingCode,
  paragraphs: readonly Paragraph[],
  index: number,
  [at, end]: readonly [number, number],
  told: Omit<Told, 'place'>,
): Met {
  const paragraph = paragraphs[index]
  const { finding } = met(code, { ...told, place: paragraph ? `${paragraph.place}“${quoteOf(paragraph.text, at, end)}”` : '' })
  return { finding, mark: { paragraph: index, from: paragraph?.origin[at] ?? 0, to: paragraph?.origin[end] ?? 0 } }
}
