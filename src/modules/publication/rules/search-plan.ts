// Chooses the way through the indexes by how many documents hold each term; the planner of the database would guess wrongly.
import { charactersOf } from '../../../platform/chinese/folding.ts'
import type { Piece, ReadQuestion } from './question.ts'
import { attributeTerm, phraseTerms, titleMark, type Attributes } from './search-terms.ts'

/** So many candidates are taken from the index of words at once and counted; above it, the newest are looked for a piece of time after the other. */
export const candidateLimit = 3000
/** So many texts are looked through for a phrase at once: reading a text costs ten times what its row costs. */
const provedLimit = 500
/** Several words that were typed apart are looked for as one phrase, too, where at most so many texts must be looked through for it. */
const joinedLimit = 1000
/** So many units are looked for by the index whatever they hold; more only where they hold little. */
const unitsByIndex = 200
/** Terms of a long phrase that are asked for: the rarest. The phrase itself is proved afterwards. */
const phraseTermsAsked = 8

export interface SearchFilters {
  /** The unit and every unit below it. */
  readonly unitIds?: readonly string[]
  readonly columnIds?: readonly string[]
  readonly theme?: string
  readonly kind?: string
  readonly year?: number
  readonly validity?: string
}

/** A piece with the terms that are worth asking for. */
export interface PlannedPiece {
  readonly folded: string
  readonly words: readonly string[]
  /** Of the piece as a phrase: the rarest. Empty where it is not looked for as one. */
  readonly signs: readonly string[]
  /** The piece is one word: whatever holds the word holds the phrase. */
  readonly isWord: boolean
  /** At most so many documents hold it as a phrase and not by its words. */
  readonly phraseOnly: number
}

/** One way in which a document answers: it has all the terms, and all the phrases stand in its folded text. */
export interface Variant {
  readonly terms: readonly string[]
  readonly phrases: readonly string[]
}

/** Terms that a document must hold besides. */
export interface Within {
  readonly all: readonly string[]
  readonly any: readonly string[] | undefined
}

export interface SearchPlan {
  /** Any of them will do. The first asks for words wherever there are words. */
  readonly variants: readonly Variant[]
  readonly pieces: readonly PlannedPiece[]
  readonly whole: PlannedPiece | undefined
  readonly excluded: readonly PlannedPiece[]
  /** At most so many documents answer. */
  readonly expected: number
  /** At most so many whatever the year: how dense they lie along the months of the year that is looked through. */
  readonly expectedOverTime: number
  /** The same of those with all words in the title. */
  readonly expectedInTitle: number
  readonly expectedByText: number
  /** At most so many texts must be looked through for what was typed letter by letter. */
  readonly expectedProofs: number
  /** What was typed, letter by letter, and how many may hold it; undefined where nothing is longer than its words. */
  readonly typed: PlannedPiece | undefined
  readonly expectedAsTyped: number
  /** At least so many hold what was asked for: known of one word alone. */
  readonly certain: number
  /** Attributes as terms that the index is asked for: all of the first list, any of the second where there is one. */
  readonly within: Within
  /** What the index of titles is asked for; empty where it cannot help. */
  readonly titleTerms: readonly string[]
  readonly documents: number
}

/** In how many documents each term stands, as far as they are counted. */
export interface Frequencies {
  readonly of: ReadonlyMap<string, number>
  /** Of every document that can be found; false for a moment after each publication. */
  readonly areComplete: boolean
}

/** Every term whose frequency the plan needs. */
export function termsToCount(question: ReadQuestion, filters: SearchFilters): string[] {
  const pieces = [...question.pieces, ...(question.whole ? [question.whole] : []), ...question.excluded]
  const words = pieces.flatMap((piece) => piece.words)
  const inTitles = question.pieces.flatMap(titleTermsOf).map((term) => titleMark + term)
  return [...new Set(['', ...words, ...inTitles, ...pieces.flatMap(signsOf), ...attributesOf(filters).flat()])]
}

/** Words; of a phrase its pairs; of a single character itself. */
function titleTermsOf(piece: Piece): readonly string[] {
  if (piece.words.length > 0) return piece.words
  const signs = signsOf(piece)
  return signs.length > 0 ? signs : [...new Set(charactersOf(piece.folded).filter((character) => /^[\p{L}\p{N}]$/u.test(character)))]
}

const signsOf = (piece: Piece): string[] => (piece.pairs.length === 0 ? [] : phraseTerms(piece.folded))

function attributesOf({ unitIds, theme, kind, year, validity }: SearchFilters): string[][] {
  const one = (attribute: keyof Attributes, value: string | number | undefined): string[][] => (value === undefined ? [] : [[attributeTerm(attribute, value)]])
  return [
    ...(unitIds ? [unitIds.map((id) => attributeTerm('unitId', id))] : []),
    ...one('theme', theme),
    ...one('kind', kind),
    ...one('year', year),
    ...one('validity', validity),
  ]
}

export function planSearch(question: ReadQuestion, filters: SearchFilters, frequencies: Frequencies): SearchPlan {
  const count = (term: string): number => frequencies.of.get(term) ?? 0
  const documents = count('')
  const rarest = (terms: readonly string[]): number => (terms.length === 0 ? 0 : Math.min(...terms.map(count)))
  const rarestOf = (terms: readonly string[], mark = ''): string[] => terms.toSorted((a, b) => count(mark + a) - count(mark + b)).slice(0, phraseTermsAsked)
  const planned = (piece: Piece): PlannedPiece => {
    const signs = rarestOf(signsOf(piece))
    const isWord = signs.length > 0 && piece.words.length === 1 && piece.words[0] === piece.folded
    const [byWord, byPhrase] = [rarest(piece.words), rarest(signs)]
    const phraseOnly = !isWord ? byPhrase : frequencies.areComplete && byWord === byPhrase ? 0 : Math.max(1, byPhrase - byWord)
    return { folded: piece.folded, words: piece.words, signs, isWord, phraseOnly }
  }
  const least = (numbers: readonly number[]): number => (numbers.length === 0 ? documents : Math.min(...numbers))
  const pieces = question.pieces.map(planned)
  const whole = question.whole && planned(question.whole)
  const byPieces = question.open || pieces.length > 0 ? least(pieces.map((piece) => rarest(piece.words) + piece.phraseOnly)) : 0
  const byText = Math.min(documents, byPieces + (whole ? rarest(whole.signs) : 0))
  const attributes = attributesOf(filters)
  const held = (terms: readonly string[]): number => terms.reduce((sum, term) => sum + count(term), 0)
  const byAttributes = least(attributes.map(held))
  const overTime = least(attributesOf({ ...filters, year: undefined }).map(held))
  const inTitle = [...new Set(question.pieces.flatMap((piece) => (piece.words.length > 0 ? titleTermsOf(piece) : rarestOf(titleTermsOf(piece), titleMark))))]
  const typed = typedOf(pieces, whole)
  return {
    variants: variantsOf(question.open, pieces, whole),
    pieces,
    whole,
    excluded: question.excluded.map(planned),
    expected: Math.min(byText, byAttributes),
    expectedOverTime: Math.min(byText, overTime),
    expectedInTitle: Math.min(rarest(inTitle.map((term) => titleMark + term)), overTime),
    expectedByText: byText,
    expectedProofs: Math.min(
      byAttributes,
      [...pieces, ...(whole ? [whole] : [])].reduce((sum, piece) => sum + piece.phraseOnly, 0),
    ),
    typed: typed && (pieces.length === 1 || rarest(typed.signs) <= joinedLimit) ? typed : undefined,
    expectedAsTyped: typed ? rarest(typed.signs) : 0,
    certain:
      question.pieces.length === 1 && !question.whole && question.pieces[0]?.words.length === 1
        ? rarest(question.pieces[0].words)
        : question.open
          ? documents
          : 0,
    within: {
      all: attributes.flatMap((terms) => (terms.length === 1 ? terms : [])),
      any: attributes.find((terms) => terms.length > 1 && (terms.length <= unitsByIndex || held(terms) <= candidateLimit)),
    },
    titleTerms: inTitle,
    documents,
  }
}

/** What stands there letter by letter in some answers and not in others: never a single word. */
function typedOf(pieces: readonly PlannedPiece[], whole: PlannedPiece | undefined): PlannedPiece | undefined {
  const typed = whole ?? (pieces.length === 1 ? pieces[0] : undefined)
  return typed && typed.signs.length > 0 && !typed.isWord ? typed : undefined
}

/**
 * By words; by words with one piece as a phrase; by phrases alone; as one phrase. Mixtures of more are left out: whatever was copied from a text is found as
 * one phrase already. What is one word is looked for as a phrase in all of them but the first, and nowhere where no document could be found by that.
 */
function variantsOf(open: boolean, pieces: readonly PlannedPiece[], whole: PlannedPiece | undefined): Variant[] {
  const asPhrase = (piece: PlannedPiece): Variant => ({ terms: piece.signs, phrases: [piece.folded] })
  const asWords = (piece: PlannedPiece): Variant => (piece.words.length > 0 ? { terms: piece.words, phrases: [] } : asPhrase(piece))
  const asWordOrPhrase = (piece: PlannedPiece): Variant => (piece.isWord && piece.phraseOnly > 0 ? asPhrase(piece) : asWords(piece))
  const all = (parts: readonly Variant[]): Variant => ({
    terms: [...new Set(parts.flatMap((part) => part.terms))],
    phrases: parts.flatMap((part) => part.phrases),
  })
  const ofWords = pieces.filter((piece) => piece.words.length > 0 && piece.signs.length > 0 && !piece.isWord)
  const wholeAsPhrase = whole && whole.signs.length > 0 ? [asPhrase(whole)] : []
  if (pieces.length === 0) return open ? [{ terms: [], phrases: [] }] : wholeAsPhrase
  // Where every piece is looked for as a phrase, they are found in what holds all of them side by side, too.
  const holdsPieces = pieces.every((piece) => piece.signs.length > 0 && whole?.folded.includes(piece.folded) === true)
  return [
    all(pieces.map(asWords)),
    ...(pieces.some((piece) => piece.isWord && piece.phraseOnly > 0) ? [all(pieces.map(asWordOrPhrase))] : []),
    ...ofWords.map((piece) => all(pieces.map((one) => (one === piece ? asPhrase(one) : asWordOrPhrase(one))))),
    ...(ofWords.length > 1 ? [all(pieces.map((one) => (ofWords.includes(one) ? asPhrase(one) : asWordOrPhrase(one))))] : []),
    ...(holdsPieces ? [] : wholeAsPhrase),
  ]
}

/** Few enough to take them all from the index of words. */
export const takesCandidates = (expected: number): boolean => expected <= candidateLimit

/** The same of what the whole question is expected to find, with the texts that must be looked through. */
export const areFew = ({ expected, expectedProofs }: SearchPlan): boolean => takesCandidates(expected) && expectedProofs <= provedLimit
