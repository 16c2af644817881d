// What `searchTermsOf` writes of each document, in the form of COPY, and in how many documents each term stands.
import { fold } from '../../src/platform/chinese/folding.ts'
import { numbered, searchTermsOf, titleMark, type Attributes, type SearchedTexts, type SearchTerms } from '../../src/modules/publication/rules/search-terms.ts'
import { element } from './copy-rows.ts'

interface Known {
  readonly written: string
  documents: number
}

interface Clause {
  readonly folded: string
  readonly terms: readonly string[]
}

/** No word and no pair of characters reaches over these signs, so that a text's terms are those of its clauses. */
const clausesOf = /[^，。：\n]*(?:[，。：\n]|$)/gu
/** The made texts repeat their clauses; as many are kept as a thread has room for. */
const mostClauses = 200_000

export class TermCounter {
  readonly #known = new Map<string, Known>()
  readonly #inTitles = new Map<string, number>()
  readonly #clauses = new Map<string, Clause>()
  #documents = 0

  #clause(text: string): Clause {
    const known = this.#clauses.get(text)
    if (known) return known
    const clause = { folded: fold(text), terms: searchTermsOf({ title: '', body: text, others: [], attachments: [] }).terms }
    if (this.#clauses.size < mostClauses) this.#clauses.set(text, clause)
    return clause
  }

  /** The same as `searchTermsOf`, several times as fast for texts whose clauses were met before. */
  terms({ body, ...others }: SearchedTexts): SearchTerms {
    const own = searchTermsOf({ ...others, body: '' })
    const clauses = (body.match(clausesOf) ?? []).map((text) => this.#clause(text))
    const terms = new Set(own.terms)
    for (const clause of clauses) for (const term of clause.terms) terms.add(term)
    const title = own.foldedTitle.length
    const rest = own.foldedText.slice(title)
    return { ...own, terms: [...terms].toSorted(), foldedText: `${own.foldedTitle}|${clauses.map(({ folded }) => folded).join('')}${rest}` }
  }

  /** Counts the document and returns its row's terms and texts. */
  cut(searched: SearchedTexts, indexNumber: string, attributes: Attributes): { terms: string; titleTerms: string; foldedTitle: string; foldedText: string } {
    const { terms, titleTerms, foldedTitle, foldedText } = numbered(this.terms(searched), indexNumber, attributes)
    this.#documents += 1
    for (const term of titleTerms) this.#inTitles.set(term, (this.#inTitles.get(term) ?? 0) + 1)
    const written = terms.map((term) => {
      let known = this.#known.get(term)
      if (!known) this.#known.set(term, (known = { written: element(term), documents: 0 }))
      known.documents += 1
      return known.written
    })
    return { terms: `{${written.join(',')}}`, titleTerms: `{${titleTerms.map(element).join(',')}}`, foldedTitle, foldedText }
  }

  /** Every term with the number of documents that hold it; the empty one counts them all. */
  frequencies(): (readonly [string, number])[] {
    return [
      ['', this.#documents],
      ...Array.from(this.#known, ([term, { documents }]) => [term, documents] as const),
      ...Array.from(this.#inTitles, ([term, documents]) => [titleMark + term, documents] as const),
    ]
  }
}
