// Reads what a citizen typed into the search box: words, “phrases”, -words to leave out, 索引号 and 文号.
import { normalizeIndexNumber, readIndexNumber } from '../../../kernel/index-number.ts'
import { charactersOf, fold } from '../../../platform/chinese/folding.ts'
import { cutWords, pairsOf } from '../../../platform/chinese/words.ts'
import { withoutControls } from '../../../platform/html/clean.ts'
import { documentNumberIn, exactNumberKey, standardNumber } from './document-number-key.ts'
import { stopWords } from './stop-words.ts'

/** One piece of a question. A document holds it by all its words, or by its characters standing together. */
export interface Piece {
  readonly folded: string
  /** Empty where only the exact phrase will do. */
  readonly words: readonly string[]
  /** Pairs of characters by which the phrase is looked for; empty where it is not looked for. */
  readonly pairs: readonly string[]
}

export interface ReadQuestion {
  /** Nothing was asked for: everything answers. */
  readonly open: boolean
  /** All of them must be in the document. */
  readonly pieces: readonly Piece[]
  /** Everything that was typed as one phrase, punctuation and quotes and all: found however it was cut. */
  readonly whole: Piece | undefined
  readonly excluded: readonly Piece[]
  readonly indexNumber: string | undefined
  readonly documentNumberKey: string | undefined
  /** Nothing but a 文号 was typed. */
  readonly numberAlone: boolean
}

const longestQuestion = 200
const opening = '“「『"＂'
const closing = '”」』"＂'
const quoted = new RegExp(`(^|[\\s,，;；])?([-－–]?)[${opening}]([^${opening}${closing}]+)[${closing}]`, 'gu')
const leftOut = /(?:^|(?<=\s))[-－–]([^\s\-－–]\S*)/gu
const run = /[\p{L}\p{N}]+/gu

/**
 * Every phrase is looked for by its characters, so that it is found whatever the word cutter did to it; but a single word of
 * two characters is taken as a word, because 民政 stands in every 人民政府. `asCharacters` looks for those by characters too.
 */
export function readQuestion(typed: string, { asCharacters = false } = {}): ReadQuestion {
  const text = charactersOf(withoutControls(typed)).slice(0, longestQuestion).join('').trim()
  const pieces: Piece[] = []
  const excluded: Piece[] = []
  const wanted = text
    .replaceAll(quoted, (all, _before: string, minus: string, phrase: string) => {
      if (minus === '') return all
      const piece = phraseOf(phrase)
      if (piece) excluded.push(piece)
      return ' '
    })
    .replaceAll(leftOut, (_all, word: string) => {
      for (const one of runsIn(word)) excluded.push(pieceOf(one, false))
      return ' '
    })
  let rest = wanted.replaceAll(quoted, (_all, _before: string, _minus: string, phrase: string) => {
    const piece = phraseOf(phrase)
    if (piece) pieces.push(piece)
    return ' '
  })
  const number = documentNumberIn(rest)
  if (number !== undefined) {
    const piece = phraseOf(standardNumber(number))
    if (piece) pieces.push(piece)
    rest = rest.replace(number, ' ')
  }
  const runs = runsIn(rest).map((one) => pieceOf(one, asCharacters))
  const saying = runs.filter((piece) => piece.words.some((word) => !stopWords.has(word)))
  // A character that stands alone beside words is mostly the rest of one that was cut off.
  const telling = saying.some((piece) => piece.folded.length > 1) ? saying.filter((piece) => piece.folded.length > 1) : saying
  const parts = pieces.length + runs.length
  pieces.push(...(telling.length > 0 || pieces.length > 0 ? telling : runs))
  const numberAlone = number !== undefined && parts === 1 && excluded.length === 0
  const short = text.length <= 60
  const documentNumberKey =
    short && /\d/.test(text.normalize('NFKC')) && /\p{Script=Han}/u.test(text) ? (exactNumberKey(number ?? text) ?? undefined) : undefined
  return {
    open: text === '' || (pieces.length === 0 && excluded.length > 0),
    pieces,
    whole: parts > 1 ? phraseOf(wanted) : undefined,
    excluded,
    indexNumber: short && readIndexNumber(text) ? normalizeIndexNumber(text) : undefined,
    documentNumberKey,
    numberAlone,
  }
}

const runsIn = (text: string): string[] => text.match(run) ?? []

/** A phrase of which every character counts, in its order. */
function phraseOf(text: string): Piece | undefined {
  const folded = fold(text)
  const pairs = pairsOf(folded)
  if (pairs.length > 0) return { folded, words: [], pairs }
  const words = cutWords(text)
  return words.length > 0 ? { folded, words, pairs: [] } : undefined
}

function pieceOf(text: string, asCharacters: boolean): Piece {
  const folded = fold(text)
  const all = [...new Set(cutWords(text))]
  const telling = all.filter((word) => !stopWords.has(word))
  const long = telling.filter((word) => word.length > 1)
  const words = long.length > 0 ? long : telling.length > 0 ? telling : all
  const isOneWord = all.length === 1 && all[0] === folded && charactersOf(folded).length <= 2
  return { folded, words, pairs: isOneWord && !asCharacters ? [] : pairsOf(folded) }
}

/** Whether any word of two characters was taken as a word alone. */
export const tookWordsAlone = (question: ReadQuestion): boolean =>
  question.pieces.some((piece) => piece.pairs.length === 0 && charactersOf(piece.folded).length === 2)

/** What is marked in titles and snippets, the longest first. */
export function markedParts(question: ReadQuestion): string[] {
  const parts = [...(question.whole ? [question.whole.folded] : []), ...question.pieces.flatMap((piece) => [piece.folded, ...piece.words])]
  return [...new Set(parts)].filter((part) => part !== '').toSorted((a, b) => b.length - a.length)
}
