// What a document is found by: its words, the pairs of its characters, and the folded text on which phrases are proved.
import { charactersOf, fold } from '../../../platform/chinese/folding.ts'
import { pairsOf, searchWords } from '../../../platform/chinese/words.ts'

export interface SearchTerms {
  readonly titleTerms: readonly string[]
  readonly terms: readonly string[]
  readonly foldedTitle: string
  readonly foldedText: string
}

export interface SearchedTexts {
  readonly title: string
  readonly body: string
  /** Keywords, numbers, names: found, but of no weight. */
  readonly others: readonly string[]
  readonly attachments: readonly { readonly name: string; readonly text: string }[]
}

export interface Attributes {
  readonly unitId: string
  readonly kind: string
  readonly theme: string | null
  readonly validity: string
  /** Listed in this year, and on this day: `2026-11-22`. */
  readonly year: number
  readonly day: string
}

/** Of one attachment, the part that is searched. A book of a thousand pages fits. */
const attachmentCharacters = 1_000_000
/** Parts of the folded text: no phrase reaches over it. */
const border = '|'
/** Between a class of themes and its leaf: `综合政务\\政务公开`. */
export const themeBorder = '\\'
/** Marks a pair of characters among the words. */
const pairMark = '~'
/** Marks year and serial of a 文号 among the words: pairs of its digits stand in nearly every text. */
const numberMark = '#'
/** Marks a word of the title among the counts. */
export const titleMark = '^'

const attributeMark = '@'

/** Attributes by which a search is narrowed stand among the words, so that they are counted and found as words are. */
export const attributeTerm = (attribute: keyof Attributes | 'month', value: string | number): string => `${attributeMark}${attribute}:${value}`

/** Those of a document: where it belongs, and when it was listed, by which a common word is looked for a piece of time after the other. */
export function placeTerms({ theme, ...rest }: Attributes): string[] {
  // A theme is found by its class, too.
  const themes = theme === null ? [] : [theme, theme.split(themeBorder, 1)[0] ?? theme]
  return [
    ...(Object.entries(rest) as [keyof typeof rest, string | number][]).map(([attribute, value]) => attributeTerm(attribute, value)),
    attributeTerm('month', rest.day.slice(0, 7)),
    ...themes.map((path) => attributeTerm('theme', path)),
  ]
}

const numberInText = /\(((?:19|20)\d{2})\)第?0*(\d{1,6})号/gu

/** What any phrase inside a folded text is looked for by: its pairs of characters, and `#2026-12` of each 文号. Holding all of a phrase's is not yet holding it. */
export function phraseTerms(folded: string): string[] {
  const numbers = Array.from(folded.matchAll(numberInText), ([, year, serial]) => `${numberMark}${year}-${serial}`)
  return [...pairsOf(folded).map((pair) => pairMark + pair), ...new Set(numbers)]
}

/** All that the texts themselves say: the slow part, which needs nothing of the door. */
export function searchTermsOf({ title, body, others, attachments }: SearchedTexts): SearchTerms {
  const parts = [title, body, ...others, ...attachments.flatMap(({ name, text }) => [name, text.slice(0, attachmentCharacters)])].filter((part) => part !== '')
  const foldedTitle = fold(title)
  const characters = charactersOf(foldedTitle).filter((character) => /^[\p{L}\p{N}]$/u.test(character))
  // Single characters too, so that 税 or 水 finds a title whatever word it stands in.
  return { titleTerms: unique([...searchWords(title), ...characters, ...phraseTerms(foldedTitle)]), foldedTitle, ...termsOfParts(parts) }
}

function termsOfParts(parts: readonly string[]): { terms: string[]; foldedText: string } {
  const foldedText = parts.map(fold).join(border)
  return { foldedText, terms: unique([...searchWords(parts.join('\n')), ...phraseTerms(foldedText)]) }
}

/** With what is known once the door has numbered it: as if the number had stood among the texts. */
export function numbered(texts: SearchTerms, indexNumber: string, attributes: Attributes): SearchTerms {
  const own = termsOfParts([indexNumber])
  return {
    ...texts,
    titleTerms: unique([...texts.titleTerms, ...placeTerms(attributes)]),
    foldedText: [texts.foldedText, own.foldedText].filter((part) => part !== '').join(border),
    terms: unique([...texts.terms, ...own.terms, ...placeTerms(attributes)]),
  }
}

const unique = (terms: readonly string[]): string[] => [...new Set(terms)].toSorted()

type Words = Pick<SearchTerms, 'terms' | 'titleTerms'>

/** The words that come and go with a new text, in the notation of the counts. */
export function termChanges(before: Words | undefined, after: Words): { added: string[]; removed: string[] } {
  const noted = (terms: Words | undefined): Set<string> => new Set(terms ? ['', ...terms.terms, ...terms.titleTerms.map((term) => titleMark + term)] : [])
  const [old, next] = [noted(before), noted(after)]
  return { added: [...next].filter((term) => !old.has(term)), removed: [...old].filter((term) => !next.has(term)) }
}
