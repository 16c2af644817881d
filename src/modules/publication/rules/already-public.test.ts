import { expect, test } from 'vitest'
import { commonestUnit, tellingWords } from './already-public.ts'

test.each([
  ['words of one character, years and numbers tell nothing', ['2025', '2025年', '年', '城关', '小学', '3', '方案'], ['城关', '小学', '方案']],
  ['nothing but numbers', ['2025', '12', '号'], []],
  [
    'only the first twelve count',
    Array.from({ length: 20 }, (_, at) => `词语${'甲'.repeat(at + 1)}`),
    Array.from({ length: 12 }, (_, at) => `词语${'甲'.repeat(at + 1)}`),
  ],
])('%s', (_, words, telling) => {
  expect(tellingWords(words)).toEqual(telling)
})

test.each([
  ['the unit named most often', ['a', 'b', 'b'], 'b'],
  ['the first of two named equally often', ['a', 'b'], 'a'],
  ['none where none is named', [], undefined],
])('%s', (_, ids, unit) => {
  expect(commonestUnit(ids)).toBe(unit)
})
