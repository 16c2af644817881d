// Path words, typed or made.
import { expect, test } from 'vitest'
import { slugFor } from './slug.ts'

const rows: [string, string, string | null, string[], string][] = [
  [' Jyj ', '000014349', 'gov', [], 'jyj'],
  ['', '00835003X', 'gov', [], '00835003x'],
  ['', '00835003X', 'gov', ['00835003x'], '00835003x-2'],
  ['', '', 'jyj', [], 'jyj-1'],
  ['', '', 'jyj', ['jyj-1'], 'jyj-1-2'],
  ['', '', null, [], 'unit-1'],
]
test.each(rows)('typed "%s", code "%s", below %s, taken %j: %s', (typed, code, parentSlug, taken, slug) => {
  expect(slugFor({ typed, code, parentSlug, taken: new Set(taken) })).toBe(slug)
})
