// Replaces the longest words that stand in a dictionary of OpenCC. Laid flat: the library keeps a map for each character of fifty thousand phrases, which takes
// fifty megabytes of every process that shows one page in traditional script.

/** Words and what replaces them: `从 從|后 後`, or pairs. */
export type Entries = string | readonly (readonly [string, string])[]

export interface Dictionary {
  readonly replacements: ReadonlyMap<string, string>
  /** Code units of the longest word that may begin with these two, by `placeOf` them: most places of a text begin none. */
  readonly longest: Uint8Array
  /** 1 where the code unit is a word. */
  readonly alone: Uint8Array
}

const places = 2 ** 18
const placeOf = (first: number, second: number): number => ((first * 509) ^ second) & (places - 1)

type Pairs = readonly (readonly [string, string])[]

/** Makes dictionaries; those that share a list share its words. Of several lists that hold the same word, the first counts. */
export function dictionaryMaker(): (lists: readonly Entries[]) => Dictionary {
  const read = new Map<string, Pairs>()
  const pairsOf = (entries: Entries): Pairs => {
    if (typeof entries !== 'string') return entries
    const pairs = read.get(entries) ?? entries.split('|').map(pairOf)
    read.set(entries, pairs)
    return pairs
  }
  return (lists) => dictionaryOf(new Map(lists.toReversed().flatMap(pairsOf)))
}

function dictionaryOf(replacements: ReadonlyMap<string, string>): Dictionary {
  const [longest, alone] = [new Uint8Array(places), new Uint8Array(2 ** 16)]
  for (const word of replacements.keys()) {
    const place = placeOf(word.charCodeAt(0), word.charCodeAt(1))
    if (word.length === 1) alone[word.charCodeAt(0)] = 1
    else longest[place] = Math.max(longest[place] ?? 0, word.length)
  }
  return { replacements, longest, alone }
}

function pairOf(entry: string): readonly [string, string] {
  const [word = '', replacement] = entry.split(' ')
  if (word === '' || replacement === undefined) throw new TypeError(`an entry of a dictionary is a word and its replacement, not ${JSON.stringify(entry)}`)
  return [word, replacement]
}

/** Code units of the longest word that begins at this place; 0 where none does. */
function wordAt({ replacements, longest, alone }: Dictionary, text: string, at: number): number {
  const first = text.charCodeAt(at)
  const left = text.length - at
  if (left > 1)
    for (let length = Math.min(left, longest[placeOf(first, text.charCodeAt(at + 1))] ?? 0); length > 1; length -= 1)
      if (replacements.has(text.slice(at, at + length))) return length
  return alone[first] ?? 0
}

/** How many characters a sign of composition (⿰ and the like) joins; 0 of any other. */
function joinedBy(unit: number): number {
  if (unit < 0x2f_f0 || unit > 0x2f_ff) return 0
  return unit === 0x2f_f2 || unit === 0x2f_f3 ? 3 : 2
}

/** No character is described by more. A text of signs alone must not be looked through for each of them. */
const mostDescribed = 32

/** Code units of what stands for one character where no word begins: a character described by its parts (⿰氵发) is one, and its parts are no words. */
function characterAt(text: string, at: number): number {
  const lengthAt = (place: number): number => ((text.codePointAt(place) ?? 0) > 0xff_ff ? 2 : 1)
  let [end, missing] = [at, 1]
  while (missing > 0 && end < text.length && end - at < mostDescribed) {
    missing += joinedBy(text.charCodeAt(end)) - 1
    end += lengthAt(end)
  }
  return missing === 0 ? end - at : lengthAt(at)
}

/** The text in parts: words of the dictionary, and what lies between them. */
export function segmentsOf(dictionary: Dictionary, text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < text.length;) {
    const length = wordAt(dictionary, text, at)
    if (length > 0) {
      if (from < at) parts.push(text.slice(from, at))
      from = at + length
      parts.push(text.slice(at, from))
    }
    at += length || characterAt(text, at)
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

export function replaced(dictionary: Dictionary, text: string): string {
  let result = ''
  let from = 0
  for (let at = 0; at < text.length;) {
    const length = wordAt(dictionary, text, at)
    if (length > 0) {
      result += text.slice(from, at) + (dictionary.replacements.get(text.slice(at, at + length)) ?? '')
      from = at + length
    }
    at += length || characterAt(text, at)
  }
  return from === 0 ? text : result + text.slice(from)
}
