// Where in a text are the words of a question? Answers in parts, so that the page escapes each of them itself.
import { foldWithOrigin } from '../../../platform/chinese/folding.ts'

export interface Segment {
  readonly text: string
  readonly hit: boolean
}

const shown = 140
const before = 30

/** The whole text in parts, with what was asked for marked. `parts` are folded, the longest first. */
export function marked(text: string, parts: readonly string[]): Segment[] {
  return segmentsOf(text, placesOf(text, parts), 0, text.length)
}

/** The passage of the text that holds the longest part that was asked for; undefined where none stands in it. */
export function snippetOf(text: string, parts: readonly string[]): Segment[] | undefined {
  const places = placesOf(text, parts)
  const best = places.reduce<Place | undefined>((sofar, place) => (!sofar || place.rank < sofar.rank ? place : sofar), undefined)
  if (!best) return undefined
  const from = characterStart(text, Math.max(0, best.from - before))
  const to = characterStart(text, Math.min(text.length, Math.max(from + shown, best.to)))
  const segments = segmentsOf(text, places, from, to).map((segment) => ({ text: segment.text.replaceAll(/\s+/g, ' '), hit: segment.hit }))
  return [...(from > 0 ? [{ text: '…', hit: false }] : []), ...segments, ...(to < text.length ? [{ text: '…', hit: false }] : [])]
}

interface Place {
  readonly from: number
  readonly to: number
  /** Place of its part in the list: smaller is better. */
  readonly rank: number
}

const mostPlaces = 500

function placesOf(text: string, parts: readonly string[]): Place[] {
  const { folded, origin } = foldWithOrigin(text)
  const taken = new Uint8Array(folded.length)
  const places: Place[] = []
  for (const [rank, part] of parts.entries()) {
    for (let at = folded.indexOf(part); at >= 0 && places.length < mostPlaces; at = folded.indexOf(part, at + part.length)) {
      const end = at + part.length
      if (taken.subarray(at, end).some((one) => one === 1)) continue
      taken.fill(1, at, end)
      const last = origin[end - 1] ?? text.length
      places.push({ from: origin[at] ?? 0, to: last + characterLength(text, last), rank })
    }
  }
  return places.toSorted((a, b) => a.from - b.from)
}

const characterLength = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1)

/** Never between the two halves of one character. */
const characterStart = (text: string, at: number): number => (at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xff_ff ? at + 1 : at)

function segmentsOf(text: string, places: readonly Place[], from: number, to: number): Segment[] {
  const segments: Segment[] = []
  let at = from
  const add = (end: number, hit: boolean): void => {
    if (end > at) segments.push({ text: text.slice(at, end), hit })
    at = Math.max(at, end)
  }
  for (const place of places) {
    if (place.to <= from || place.from >= to) continue
    add(Math.max(place.from, at), false)
    add(Math.min(place.to, to), true)
  }
  add(to, false)
  return segments
}
