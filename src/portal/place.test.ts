// Where a page stands and how it is looked at, read from its address and written into its links.
import { describe, expect, it } from 'vitest'
import { href, hrefSwitched, placeOf } from './place.ts'

describe('an address', () => {
  it.each([
    { base: '/', url: '/columns/x?a=1', modes: [], path: '/columns/x?a=1' },
    { base: '/zfxxgk/', url: '/zfxxgk/', modes: [], path: '/' },
    { base: '/zfxxgk/', url: '/zfxxgk/tw/units', modes: ['tw'], path: '/units' },
    { base: '/zfxxgk/', url: '/zfxxgk/tw-elder-contrast/', modes: ['tw', 'elder', 'contrast'], path: '/' },
    { base: '/', url: '/large//evil.example', modes: ['large'], path: '/evil.example' },
    { base: '/', url: '/elder-tw/units', modes: [], path: '/elder-tw/units', because: 'one order only, so that a page has one address' },
    { base: '/', url: '/tw-tw/units', modes: [], path: '/tw-tw/units' },
    { base: '/', url: '/twain/units', modes: [], path: '/twain/units' },
  ])('$url is $path seen as $modes', ({ base, url, modes, path }) => {
    expect(placeOf(base, url)).toEqual({ basePath: base, modes, path })
  })

  it('outside the base path is no place', () => {
    expect(placeOf('/zfxxgk/', '/other')).toBeUndefined()
    expect(placeOf('/zfxxgk/', '/zfxxgkk/')).toBeUndefined()
  })
})

describe('a link', () => {
  const place = { basePath: '/zfxxgk/', modes: ['tw', 'large'], path: '/units?x=1' } as const

  it('keeps base path and ways of looking', () => {
    expect(href(place, '/apply')).toBe('/zfxxgk/tw-large/apply')
  })

  it.each([
    { mode: 'tw', to: '/zfxxgk/large/units?x=1' },
    { mode: 'elder', to: '/zfxxgk/tw-elder-large/units?x=1' },
  ] as const)('switches $mode on or off on the same page', ({ mode, to }) => {
    expect(hrefSwitched(place, mode)).toBe(to)
  })
})
