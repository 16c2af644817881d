// Chooses the way through the indexes by how many documents hold each term; the planner of the database would guess wrongly.
import { charactersOf } from '../../../platform/chinese/folding.ts'
import type { Piece, ReadQuestion } from './question.ts'
import { attributeTerm, pairMark, titleMark, type Attributes } from './search-terms.ts'

/** So many candidates are taken from the index of words at once and counted; above it, the newest are looked for a piece of time after the other. */
export const candidateLimit = 3000
/** So many texts are looked through for a phrase at once: reading a text costs ten times what its row costs. */
const provedLimit = 500
/** Several words that were typed apart are looked for as one phrase, too, where at most so many texts must be looked through for it. */
const joinedLimit = 1000
/** So many units are looked for by the index whatever they hold; more only where they hold little. */
const unitsByIndex = 200
/** Pairs of a long phrase that are asked for: the rarest. The phrase itself is proved afterwards. */
const pairsAsked = 8

export interface SearchFilters {
  /** The unit and every unit below it. */
  readonly unitIds?: readonly string[]
  readonly columnIds?: readonly string[]
  readonly theme?: string
  readonly kind?: string
  readonly year?: number
  readonly validity?: string
}

/** A piece with the pairs that are worth asking for. */
export interface PlannedPiece {
  readonly folded: string
  readonly words: readonly string[]
  readonly pairs: readonly string[]
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
  /** At most so many documents hold the words, and the words in the title. */
  readonly expected: number
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

/** Every term whose frequency the plan needs. */
export function termsToCount(question: ReadQuestion, filters: SearchFilters): string[] {
  const pieces = [...question.pieces, ...(question.whole ? [question.whole] : []), ...question.excluded]
  const words = pieces.flatMap((piece) => piece.words)
  const inTitles = question.pieces.flatMap(titleTermsOf).map((term) => titleMark + term)
  return [...new Set(['', ...words, ...inTitles, ...pieces.flatMap(pairTerms), ...attributesOf(filters).flat()])]
}

/** Words; of a phrase, its characters, each of which the index of titles knows. */
const titleTermsOf = ({ words, folded }: Piece): readonly string[] =>
  words.length > 0 ? words : [...new Set(charactersOf(folded).filter((character) => /^[\p{L}\p{N}]$/u.test(character)))]

const pairTerms = (piece: Piece): string[] => piece.pairs.map((pair) => pairMark + pair)

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

export function planSearch(question: ReadQuestion, filters: SearchFilters, frequency: ReadonlyMap<string, number>): SearchPlan {
  const count = (term: string): number => frequency.get(term) ?? 0
  const documents = count('')
  const rarest = (terms: readonly string[]): number => (terms.length === 0 ? 0 : Math.min(...terms.map(count)))
  const planned = (piece: Piece): PlannedPiece => ({
    folded: piece.folded,
    words: piece.words,
    pairs: pairTerms(piece)
      .toSorted((a, b) => count(a) - count(b))
      .slice(0, pairsAsked),
  })
  const expectedOf = (piece: Piece): number => rarest(piece.words) + rarest(pairTerms(piece))
  const least = (numbers: readonly number[]): number => (numbers.length === 0 ? documents : Math.min(...numbers))
  const byPieces = question.open || question.pieces.length > 0 ? least(question.pieces.map(expectedOf)) : 0
  const byText = Math.min(documents, byPieces + (question.whole ? rarest(pairTerms(question.whole)) : 0))
  const attributes = attributesOf(filters)
  const pieces = question.pieces.map(planned)
  const whole = question.whole && planned(question.whole)
  const typed = whole ?? (pieces.length === 1 ? pieces[0] : undefined)
  const held = (terms: readonly string[]): number => terms.reduce((sum, term) => sum + count(term), 0)
  const byAttributes = least(attributes.map(held))
  const inTitle = [...new Set(question.pieces.flatMap(titleTermsOf))]
  return {
    variants: variantsOf(question.open, pieces, whole),
    pieces,
    whole,
    excluded: question.excluded.map(planned),
    expected: Math.min(byText, byAttributes),
    expectedInTitle: Math.min(rarest(inTitle.map((term) => titleMark + term)), byAttributes),
    expectedByText: byText,
    expectedProofs: Math.min(
      byAttributes,
      [...question.pieces, ...(question.whole ? [question.whole] : [])].reduce((sum, piece) => sum + rarest(pairTerms(piece)), 0),
    ),
    typed: typed && typed.pairs.length > 0 && (pieces.length === 1 || rarest(typed.pairs) <= joinedLimit) ? typed : undefined,
    expectedAsTyped: typed ? rarest(typed.pairs) : 0,
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

/**
 * By words; by words with one piece as a phrase; by phrases alone; as one phrase. Mixtures of more are left out: whatever was
 * copied from a text is found as one phrase already.
 */
function variantsOf(open: boolean, pieces: readonly PlannedPiece[], whole: PlannedPiece | undefined): Variant[] {
  const asPhrase = (piece: PlannedPiece): Variant => ({ terms: piece.pairs, phrases: [piece.folded] })
  const asWords = (piece: PlannedPiece): Variant => (piece.words.length > 0 ? { terms: piece.words, phrases: [] } : asPhrase(piece))
  const all = (parts: readonly Variant[]): Variant => ({
    terms: [...new Set(parts.flatMap((part) => part.terms))],
    phrases: parts.flatMap((part) => part.phrases),
  })
  const hasBoth = (piece: PlannedPiece): boolean => piece.words.length > 0 && piece.pairs.length > 0
  const wholeAsPhrase = whole && whole.pairs.length > 0 ? [asPhrase(whole)] : []
  if (pieces.length === 0) return open ? [{ terms: [], phrases: [] }] : wholeAsPhrase
  return [
    all(pieces.map(asWords)),
    ...pieces.filter(hasBoth).map((piece) => all(pieces.map((one) => (one === piece ? asPhrase(one) : asWords(one))))),
    ...(pieces.filter(hasBoth).length > 1 ? [all(pieces.map((one) => (hasBoth(one) ? asPhrase(one) : asWords(one))))] : []),
    ...wholeAsPhrase,
  ]
}

/** Few enough to take them all from the index of words. */
export const takesCandidates = (expected: number): boolean => expected <= candidateLimit

/** The same of what the whole question is expected to find, with the texts that must be looked through. */
export const areFew = ({ expected, expectedProofs }: SearchPlan): boolean => takesCandidates(expected) && expectedProofs <= provedLimit
