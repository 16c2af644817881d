// What a photographed sheet is worth, row by row.
import { describe, expect, it } from 'vitest'
import { codeInGroups, codeOf, judgePens, standOf, type GivenPen } from './paper.ts'

describe('a sheet on paper', () => {
  const now = { round: 2, version: 7 }
  it.each([
    { round: 2, version: 7, stand: 'current', because: 'it was printed of this text in this round' },
    { round: 2, version: 6, stand: 'earlier-text', because: 'the text was changed after it was printed' },
    { round: 1, version: 7, stand: 'earlier-round', because: 'it was submitted anew without a change' },
    { round: 1, version: 3, stand: 'earlier-round', because: 'it was sent back and changed' },
  ])('of round $round and text $version is $stand: $because', ({ round, version, stand }) => {
    expect(standOf({ round, version }, now)).toBe(stand)
  })
})

describe('a code', () => {
  const code = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  it.each([
    ['as the camera reads it', `GKS1:${code}`, code],
    ['in groups, as it is printed', 'ABCDE-FGHIJ-KLMNO-PQRST-UVWXY-Z', code],
    ['typed small and with gaps', ' abcde fghij klmno pqrst uvwxy z ', code],
    ['of another form', 'GKS9:ABCDEFGHIJKLMNOPQRSTUVWXYZ', undefined],
    ['with a letter that no code has', 'ABCDEFGHIJKLMNOPQRSTUVWXY1', undefined],
    ['an address', 'https://example.gov.cn/', undefined],
  ])('%s', (_how, typed, found) => {
    expect(codeOf(typed)).toBe(found)
    if (found) expect(codeOf(codeInGroups(found))).toBe(found)
  })
})

describe('signatures by pen', () => {
  const pens: readonly GivenPen[] = [
    { level: 'section', signer: '何若川', day: '2026-11-20' },
    { level: 'leader', signer: '冯晓', day: '2026-11-20' },
  ]
  const facts = { photoStand: 'current', today: '2026-11-20' } as const
  it.each([
    { because: 'all is there', given: pens, at: facts, codes: [] },
    { because: 'no photograph shows them', given: pens, at: { ...facts, photoStand: undefined }, codes: ['pen-without-photo'] },
    { because: 'the sheet is of an earlier text', given: pens, at: { ...facts, photoStand: 'earlier-text' as const }, codes: ['pen-on-old-sheet'] },
    { because: 'the day is not yet', given: pens, at: { ...facts, today: '2026-11-19' }, codes: ['paper-day-ahead'] },
    {
      because: 'a level stands twice and nobody signed it',
      given: [...pens, { level: 'leader' as const, signer: ' ', day: '2026-11-20' }],
      at: facts,
      codes: ['pen-level-twice', 'pen-signer-missing'],
    },
  ])('$codes, because $because', ({ given, at, codes }) => {
    expect(judgePens(given, at).map(({ code }) => code)).toEqual(codes)
  })
})
