// Codes from the standards and from published pages.
import { describe, expect, test } from 'vitest'
import { checkCreditCode, checkOrganizationCode, frontCodeOf, inheritedFrontCode, normalizeCode } from './codes.ts'

describe('organization code', () => {
  const rows: [string, ReturnType<typeof checkOrganizationCode>, string][] = [
    ['000014349', 'fits', 'a check digit of 9'],
    ['00835003X', 'fits', 'a remainder of 10 is written X'],
    ['01527918X', 'fits', 'another X'],
    ['620700036', 'check-character', 'assigned by a region: the shape fits, the digit does not'],
    ['00001434', 'shape', 'a character is missing'],
    ['00001434Y', 'shape', 'the check character is a digit or X'],
  ]
  test.each(rows)('%s: %s (%s)', (code, finding) => {
    expect(checkOrganizationCode(code)).toBe(finding)
  })
})

describe('unified social credit code', () => {
  const rows: [string, ReturnType<typeof checkCreditCode>, string][] = [
    ['91350100M000100Y43', 'fits', 'the example of the standard'],
    ['11100000000013338W', 'fits', 'a body of the state'],
    ['113708280043326001', 'fits', 'a county body'],
    ['113708280043326002', 'check-character', 'the last digit is one too high'],
    ['11370828004332600I', 'shape', 'I is not in the alphabet'],
    ['1137082800433260', 'shape', 'two characters are missing'],
  ]
  test.each(rows)('%s: %s (%s)', (code, finding) => {
    expect(checkCreditCode(code)).toBe(finding)
  })
})

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
