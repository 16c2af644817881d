// What `searchTermsOf` writes of each document, in the form of COPY, and in how many documents each term stands.
import { numbered, searchTermsOf, titleMark, type Attributes, type SearchedTexts } from '../../src/modules/publication/rules/search-terms.ts'
import { element } from './copy-rows.ts'

interface Known {
  readonly written: string
  documents: number
}

export class TermCounter {
  readonly #known = new Map<string, Known>()
  readonly #inTitles = new Map<string, number>()
  #documents = 0

  /** Counts the document and returns its row's terms and texts. */
  cut(searched: SearchedTexts, indexNumber: string, attributes: Attributes): { terms: string; titleTerms: string; foldedTitle: string; foldedText: string } {
    const { terms, titleTerms, foldedTitle, foldedText } = numbered(searchTermsOf(searched), indexNumber, attributes)
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
