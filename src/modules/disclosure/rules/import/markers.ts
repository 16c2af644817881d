// Numbering that opens a heading or an item: 第一章, 一、, （一）, 1., （1）, 第一条.
import { smallChineseNumber } from '../../../../kernel/written-date.ts'

export type MarkerKind = 'chapter' | 'section' | 'first' | 'second' | 'third' | 'fourth' | 'article'

export interface Marker {
  readonly kind: MarkerKind
  readonly number: number
  readonly text: string
}

const numerals = '[一二三四五六七八九十百零〇]{1,5}'
const kinds: readonly (readonly [MarkerKind, RegExp])[] = [
  ['chapter', new RegExp(`^第(${numerals}|\\d{1,3})(?:章|编|部分)[、:：\\s]?`)],
  ['section', new RegExp(`^第(${numerals}|\\d{1,3})节[、:：\\s]?`)],
  ['article', new RegExp(`^第(${numerals}|\\d{1,3})[条條](?!例)`)],
  ['first', new RegExp(`^(${numerals})(?:、|[．.](?!\\d))`)],
  ['second', new RegExp(`^[（(]\\s?(${numerals})\\s?[）)][、.．]?`)],
  ['third', /^(\d{1,2})\s?(?:[.．](?![\d０-９])|、)/],
  ['fourth', /^[（(]\s?(\d{1,2})\s?[）)][、.．]?/],
]

/** From the outermost to the innermost. */
export const markerOrder: readonly MarkerKind[] = ['chapter', 'section', 'first', 'second', 'third', 'fourth', 'article']

const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : smallChineseNumber(text))

export function markerOf(text: string): Marker | undefined {
  for (const [kind, shape] of kinds) {
    const found = shape.exec(text)
    if (found) return { kind, number: numberOf(found[1] ?? ''), text: found[0] }
  }
  return undefined
}

const longestHeadline = 45

/** A numbered line that is a heading by itself: short, and no sentence. */
export function isHeadline(text: string): boolean {
  const marker = markerOf(text)
  if (!marker) return false
  const rest = text.slice(marker.text.length).trim()
  if (rest === '' ? marker.kind !== 'chapter' && marker.kind !== 'section' : [...rest].length > longestHeadline) return false
  if (/[。；;，,、]/.test(rest.slice(-1))) return marker.kind === 'first' && /^[^。；;]{1,25}。$/.test(rest)
  return !/[。；;：:]./.test(rest) && !/[：:]$/.test(rest)
}
