// One form for all ways to write the same characters, so that a search finds 政務公開 by 政务公开 and 〔2026〕 by [2026].
import { toSimplified } from './script.ts'

/** The characters of a text: code points, never halves of one. */
export const charactersOf = (text: string): string[] => Array.from(text)

const alike: readonly (readonly [string, string])[] = [
  ['"', '“”„‟〝〞「」『』＂'],
  ["'", '‘’‚‛＇'],
  ['(', '〔【［[（｛{〖〘'],
  [')', '〕】］]）｝}〗〙'],
  ['-', '—–－‐‑‒―─'],
  ['·', '•・‧∙'],
  // Characters that simplified script keeps beside the one that a traditional text is simplified to.
  ['么', '么麼麽'],
  ['咨', '谘諮'],
  ['余', '馀餘'],
  ['沈', '渖瀋'],
  ['径', '迳逕'],
  ['昵', '暱'],
  ['巨', '钜鉅'],
  ['旋', '镟鏇'],
  ['钟', '锺鍾鐘'],
  ['腭', '颚顎'],
  ['鲇', '鲶鯰'],
  ['稆', '穭穞'],
]

const known = new Map<string, string>(alike.flatMap(([one, many]) => [one, ...charactersOf(many)].map((character) => [character, one] as const)))
const blank = /^[\p{Z}\p{C}\s]$/u

/**
 * The folded form of one character. It never looks at its neighbours: only so is every part of a text, once folded,
 * a part of the folded text, whatever a phrase dictionary would make of 乾隆 or 著名.
 */
function foldCharacter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const folded = blank.test(character)
    ? ''
    : charactersOf(character.normalize('NFKC').toLowerCase())
        .map((one) => (blank.test(one) ? '' : toSimplified(one)))
        .join('')
  known.set(character, folded)
  return folded
}

/** Folded to simplified script, half width, lower case, one shape of brackets and quotes, without any white space. */
export function fold(text: string): string {
  let folded = ''
  for (const character of text) folded += foldCharacter(character)
  return folded
}

export interface Folded {
  readonly folded: string
  /** For every code unit of `folded`, and one past its end, the place in the original text. */
  readonly origin: Uint32Array
}

/** Folds and remembers where each character came from, so that what is found can be shown as it was written. */
export function foldWithOrigin(text: string): Folded {
  const parts: string[] = []
  const places: number[] = []
  let place = 0
  for (const character of text) {
    const part = foldCharacter(character)
    parts.push(part)
    for (let unit = 0; unit < part.length; unit += 1) places.push(place)
    place += character.length
  }
  places.push(place)
  return { folded: parts.join(''), origin: Uint32Array.from(places) }
}
