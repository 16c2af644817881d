// Cuts Chinese text into words (jieba) and into pairs of neighbouring characters.
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { fold } from './folding.ts'
import { toSimplified } from './script.ts'

let loaded: Jieba | undefined
/** The dictionary takes a third of a second to load: on first use, once a process. */
const jieba = (): Jieba => (loaded ??= Jieba.withDict(dict))

const holdsWord = /[\p{L}\p{N}]/u
const isWordCharacter = /^[\p{L}\p{N}]$/u
const blanksInsideChinese = /(?<=\p{Script=Han})[ \t]+(?=\p{Script=Han})/gu
/** Longer ones are keys, hashes and the like: nobody searches for them. */
const longestWord = 40

// Cut as phrases of simplified script; each word is folded afterwards, character by character, as everything else is.
const cut = (text: string): string[] => jieba().cut(toSimplified(text).normalize('NFKC').replaceAll(blanksInsideChinese, ''), true)
const wanted = (word: string): boolean => holdsWord.test(word) && word.length <= longestWord

/** Words of a dictionary of words: kept, because a government's texts repeat the same few thousand. */
const partsKnown = new Map<string, readonly string[]>()
const partsKept = 50_000

/**
 * The words inside a long word. Where they make it up without a rest, only those that do: 人民政府 is 人民 and 政府, and
 * not also 民政, for which every document of every people's government would be found.
 */
function partsOf(word: string): readonly string[] {
  const before = partsKnown.get(word)
  if (before) return before
  const inside = jieba()
    .cutForSearch(word, false)
    .filter((part) => part !== word && part.length > 1)
  const parts = madeUpOf(word, inside) ?? inside
  if (partsKnown.size < partsKept) partsKnown.set(word, parts)
  return parts
}

function madeUpOf(word: string, inside: readonly string[]): readonly string[] | undefined {
  if (word === '') return []
  for (const part of inside.toSorted((a, b) => b.length - a.length)) {
    if (!word.startsWith(part)) continue
    const rest = madeUpOf(word.slice(part.length), inside)
    if (rest) return [part, ...rest]
  }
  return undefined
}

/** All words that a search may ask for, long words with their parts, each once, folded. */
export function searchWords(text: string): string[] {
  const words = new Set<string>()
  for (const word of new Set(cut(text))) {
    if (!wanted(word)) continue
    words.add(fold(word))
    if (word.length > 2) for (const part of partsOf(word)) words.add(fold(part))
  }
  return [...words]
}

/** The words of a question, in their order, each piece of the text in one word, folded. */
export function cutWords(text: string): string[] {
  return cut(text).filter(wanted).map(fold)
}

/** Pairs of neighbouring letters or digits of a folded text, each once: what any part of the text is found by. */
export function pairsOf(folded: string): string[] {
  const pairs = new Set<string>()
  let before = ''
  for (const character of folded) {
    const counts = isWordCharacter.test(character)
    if (counts && before !== '') pairs.add(before + character)
    before = counts ? character : ''
  }
  return [...pairs]
}
