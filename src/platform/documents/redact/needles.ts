// What must not remain: removed strings and their parts, found however they are spaced, widened, cased or written in traditional script.
import { toSimplified } from '../../chinese/script.ts'

export interface Range {
  readonly from: number
  readonly to: number
}

const simplified = new Map<string, string>()
const unseen = /[\s\p{Cf}\p{Cc}\u00ad\u3164\p{M}]/u
const joints = /[-‐‑–—·.,、/_]/
const digit = /\d/

function foldedLetter(letter: string): string {
  const known = simplified.get(letter)
  if (known !== undefined) return known
  const folded = [...toSimplified(letter.normalize('NFKC')).toLowerCase()].filter((one) => !unseen.test(one)).join('')
  if (simplified.size < 40_000) simplified.set(letter, folded)
  return folded
}

interface Folded {
  readonly text: string
  /** Of each letter of the folded text: where the letter it comes from begins and ends. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Letters as they are compared; what only parts digits (138-0013-8000) falls away. */
export function fold(text: string): Folded {
  const letters: { readonly folded: string; readonly from: number; readonly to: number }[] = []
  let at = 0
  for (const letter of text) {
    const folded = foldedLetter(letter)
    if (folded !== '') letters.push({ folded, from: at, to: at + letter.length })
    at += letter.length
  }
  let folded = ''
  const from: number[] = []
  const to: number[] = []
  for (const [index, letter] of letters.entries()) {
    if (joints.test(letter.folded) && digit.test(letters[index - 1]?.folded ?? '') && digit.test(letters[index + 1]?.folded ?? '')) continue
    for (let count = 0; count < letter.folded.length; count += 1) {
      from.push(letter.from)
      to.push(letter.to)
    }
    folded += letter.folded
  }
  return { text: folded, from, to }
}

export interface Needle {
  readonly text: string
  readonly folded: string
  /** Its digits, where it is a number by which a person is known. */
  readonly number: string
}

const shortestNumber = 6
const fewestDigits = 4

export function needlesOf(texts: readonly string[]): readonly Needle[] {
  const needles = new Map<string, Needle>()
  for (const text of texts) {
    const folded = fold(text).text
    if (folded === '') continue
    for (const number of folded.match(/\d{6,}[\dx]*/g) ?? []) needles.set(number, { text: number, folded: number, number: number.replaceAll('x', '') })
    if (!needles.has(folded)) needles.set(folded, { text: text.trim(), folded, number: '' })
  }
  return [...needles.values()]
}

/** A single letter says nothing of anybody, and stands everywhere. */
export const canBeSought = (needle: Needle): boolean => [...needle.folded].length > 1

/** Where a needle stands in a text. */
export function placesOf(needle: Needle, text: string, folded: Folded = fold(text)): Range[] {
  const places: Range[] = []
  if (!canBeSought(needle)) return places
  for (let at = folded.text.indexOf(needle.folded); at >= 0; at = folded.text.indexOf(needle.folded, at + needle.folded.length))
    places.push({ from: folded.from[at] ?? 0, to: folded.to[at + needle.folded.length - 1] ?? 0 })
  return places
}

const year = /^(?:19|20)\d\d$/
const afterYear = /^\s*(?:年|〕|]|\)|）|-|\/|\.|届|级|版)/

/** A run of digits of the text that is a run of the number, or shares six of them with it. */
function holdsPartOf(number: string, text: string): boolean {
  for (const found of text.matchAll(/\d{4,}/g)) {
    const run = found[0]
    if (year.test(run) && afterYear.test(text.slice(found.index + 4, found.index + 8))) continue
    if (run.length >= fewestDigits && number.includes(run)) return true
    for (let at = 0; at + shortestNumber <= run.length; at += 1) if (number.includes(run.slice(at, at + shortestNumber))) return true
  }
  return false
}

const longPassage = 12

/** Eight letters, or half of a longer passage, give it away. */
function holdsPiecesOf(folded: string, text: string): boolean {
  const length = Math.max(8, Math.ceil(folded.length / 2))
  const step = Math.max(1, Math.floor(folded.length / 400))
  for (let at = 0; at + length <= folded.length; at += step) if (text.includes(folded.slice(at, at + length))) return true
  return false
}

export function remainOf(needle: Needle, text: string, folded: string = fold(text).text): 'whole' | 'part' | undefined {
  if (!canBeSought(needle)) return undefined
  if (folded.includes(needle.folded)) return 'whole'
  if (needle.number !== '') return holdsPartOf(needle.number, text.normalize('NFKC')) ? 'part' : undefined
  return needle.folded.length >= longPassage && holdsPiecesOf(needle.folded, folded) ? 'part' : undefined
}

/** Ranges that touch or overlap become one, so that one box stands for them. */
export function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = result.at(-1)
    if (range.to <= range.from) continue
    if (last && range.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else result.push(range)
  }
  return result
}
