// How a question is put to the indexes, by how many documents hold each of its terms.
import { describe, expect, it } from 'vitest'
import { readQuestion } from './question.ts'
import { planSearch, type SearchFilters } from './search-plan.ts'

const plan = (
  text: string,
  counts: Readonly<Record<string, number>>,
  { filters = {}, areComplete = true }: { filters?: SearchFilters; areComplete?: boolean } = {},
) => planSearch(readQuestion(text), filters, { of: new Map(Object.entries({ '': 1000, ...counts })), areComplete })

describe('one word', () => {
  const word = { 宅基地: 100, '~宅基': 100, '~基地': 300 }

  it('is not looked for as a phrase where every text with its rarest pair holds the word', () => {
    const { variants, typed, expected, expectedProofs } = plan('宅基地', word)
    expect({ variants, typed, expected, expectedProofs }).toEqual({
      variants: [{ terms: ['宅基地'], phrases: [] }],
      typed: undefined,
      expected: 100,
      expectedProofs: 0,
    })
  })

  it.each([
    ['some text holds the pair alone', { ...word, '~宅基': 105 }, true, 5],
    ['something waits to be counted', word, false, 1],
  ])('is looked for as a phrase, too, where %s', (_why, counts, areComplete, proofs) => {
    const { variants, expectedProofs } = plan('宅基地', counts, { areComplete })
    expect(variants).toEqual([
      { terms: ['宅基地'], phrases: [] },
      { terms: ['~宅基', '~基地'], phrases: ['宅基地'] },
    ])
    expect(expectedProofs).toBe(proofs)
  })
})

it('several words are looked for as phrases together, and their whole with them', () => {
  const { variants } = plan('宅基地 义务教育', { 宅基地: 10, '~宅基': 12, '~基地': 30, 义务教育: 20, '~义务': 25, '~务教': 21, '~教育': 90 })
  expect(variants).toEqual([
    { terms: ['宅基地', '义务教育'], phrases: [] },
    { terms: ['~宅基', '~基地', '~务教', '~义务', '~教育'], phrases: ['宅基地', '义务教育'] },
  ])
})

it('a 文号 is looked for by its year and serial', () => {
  const { variants, titleTerms } = plan('青政发〔2019〕012号', {})
  expect(variants[0]?.terms).toContain('#2019-12')
  expect(titleTerms).toContain('#2019-12')
})

it('a year narrows what is expected, and not what is expected within it', () => {
  const { expected, expectedOverTime } = plan(
    '宅基地',
    { 宅基地: 500, '~宅基': 500, '@year:2024': 100, '@kind:通知': 400 },
    { filters: { year: 2024, kind: '通知' } },
  )
  expect([expected, expectedOverTime]).toEqual([100, 400])
})
