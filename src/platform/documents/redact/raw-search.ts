// Looks for removed strings in bytes as they lie, in every encoding that Office and PDF write.
import iconv from 'iconv-lite'
import { canBeSought, type Needle } from './needles.ts'

const upper = (bytes: Buffer): string => bytes.toString('hex').toUpperCase()

/** Digits stand in tables of places and in drawings too: fewer than eight prove nothing there. */
const digitsInBytes = 8

function spellings(needle: Needle): string[] {
  const numbers: string[] = []
  for (let at = 0; at + digitsInBytes <= needle.number.length; at += 1) numbers.push(needle.number.slice(at, at + digitsInBytes))
  return [...new Set([needle.text, needle.folded, ...numbers])]
}

function patternsOf(needle: Needle): string[] {
  const patterns = new Set<string>()
  for (const text of spellings(needle)) {
    const wide = Buffer.from(text, 'utf16le')
    const turned = Buffer.from(wide).swap16()
    for (const bytes of [Buffer.from(text, 'utf8'), turned, wide, iconv.encode(text, 'gb18030')]) {
      // three bytes come about by chance
      if (bytes.length < 4) continue
      patterns.add(bytes.toString('latin1'))
      if (bytes.length >= 6) patterns.add(upper(bytes)).add(upper(bytes).toLowerCase())
    }
    if (/[^\u0000-\u007f]/.test(text)) patterns.add(encodeURIComponent(text)).add([...text].map((letter) => `&#${letter.codePointAt(0) ?? 0};`).join(''))
  }
  return [...patterns]
}

export type RawSearch = (bytes: Uint8Array) => number | undefined

/** Tells which needle lies in the bytes; made once for all parts of a file. */
export function rawSearch(needles: readonly Needle[]): RawSearch {
  const patterns = needles.map((needle) => (canBeSought(needle) ? patternsOf(needle) : []))
  return (bytes) => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    const found = patterns.findIndex((all) => all.some((pattern) => text.includes(pattern)))
    return found < 0 ? undefined : found
  }
}
