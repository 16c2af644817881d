// How codes are kept, and whose code a unit publishes under.
import { expect, test } from 'vitest'
import { frontCodeOf, inheritedFrontCode, normalizeCode } from './codes.ts'

test('a code is kept without blanks and hyphens, in capitals', () => {
  expect(normalizeCode(' 00835003-x ')).toBe('00835003X')
  expect(normalizeCode('  ')).toBeNull()
})

test('the front of index numbers is the organization code, else the credit code', () => {
  expect(frontCodeOf({ organizationCode: '000014349', creditCode: '11100000000013338W' })).toBe('000014349')
  expect(frontCodeOf({ organizationCode: null, creditCode: '11100000000013338W' })).toBe('11100000000013338W')
})

test('a unit without a code publishes under the nearest code above it', () => {
  const units = [
    { id: 'county', parentId: null, organizationCode: '000014349', creditCode: null },
    { id: 'town', parentId: 'county', organizationCode: null, creditCode: null },
    { id: 'village', parentId: 'town', organizationCode: null, creditCode: null },
  ]
  expect(inheritedFrontCode('village', units)).toBe('000014349')
  expect(inheritedFrontCode('nobody', units)).toBe('')
})
