// The bench's documents are searched as the product's own: their terms are those that it would cut.
import { expect, it } from 'vitest'
import { unitsOf } from '../bench/data/county.ts'
import { TermCounter } from '../bench/data/terms.ts'
import { documentOf } from '../bench/data/texts.ts'
import { searchTermsOf } from '../src/modules/publication/rules/search-terms.ts'

const of = 400
const units = unitsOf(60)
const counter = new TermCounter()

it('cuts a made document as the product does, though by clauses that it keeps', () => {
  for (let n = 0; n < of; n += 1) {
    const { title, paragraphs, keywords, unit } = documentOf(7, n, of, units)
    const searched = { title, body: paragraphs.join('\n'), others: [...keywords, '', unit.name], attachments: [] }
    expect(counter.terms(searched), title).toEqual(searchTermsOf(searched))
  }
})

it('makes the same document of the same seed, and another of another', () => {
  expect(documentOf(7, 3, of, units)).toEqual(documentOf(7, 3, of, units))
  expect(documentOf(8, 3, of, units).paragraphs).not.toEqual(documentOf(7, 3, of, units).paragraphs)
})
