// Index numbers as they stand on real pages, and the codes at their front.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkCreditCode,
  checkOrganizationCode,
  indexNumberOf,
  isFrontCode,
  isOwnShape,
  normalizeIndexNumber,
  organizationCodeIn,
  readIndexNumber,
} from './index-number.ts'

describe('a number of our own', () => {
  it('has twenty characters with an organization code', () => {
    expect(indexNumberOf('000014349', 2026, 12)).toBe('000014349/2026-00012')
    expect(indexNumberOf('000014349', 2026, 12)).toHaveLength(20)
  })

  it('may begin with a unified credit code', () => {
    expect(indexNumberOf('11100000000013338W', 2026, 99_999)).toBe('11100000000013338W/2026-99999')
  })

  it.each([
    ['no code', ['民政局', 2026, 1]],
    ['a serial of zero', ['000014349', 2026, 0]],
    ['a serial of six digits', ['000014349', 2026, 100_000]],
    ['a year of five digits', ['000014349', 20_261, 1]],
  ] as const)('is not made of %s', (_what, [code, year, serial]) => {
    expect(() => indexNumberOf(code, year, serial)).toThrow(RangeError)
  })

  it('is read back as it was made', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('000014349', '00835003X', '113708280043326001'),
        fc.integer({ min: 1900, max: 2099 }),
        fc.integer({ min: 1, max: 99_999 }),
        (frontCode, year, serial) => {
          expect(readIndexNumber(indexNumberOf(frontCode, year, serial))).toMatchObject({ frontCode, year, serial })
          expect(isOwnShape(indexNumberOf(frontCode, year, serial))).toBe(true)
        },
      ),
    )
  })
})

describe('numbers of other systems are accepted', () => {
  it.each([
    ['000014349/2019-00012', 'national', '000014349', 2019, 12],
    ['620700036/2021-00008', 'national', '620700036', 2021, 8],
    ['113708280043326001/2024-02411', 'credit-code', '113708280043326001', 2024, 2411],
    ['11441700007280420Y/2021-00050', 'credit-code', '11441700007280420Y', 2021, 50],
    ['11341702486344515H/202110-00013', 'with-month', '11341702486344515H', 2021, 13],
    ['6107280000/2024-001005', 'local-front', '6107280000', 2024, 1005],
    ['01527918X-2020-153077', 'hyphenated', '01527918X', 2020, 153_077],
    ['0142768-8/2022-00185', 'local-front', '0142768-8', 2022, 185],
    ['GX123-01-2011-00004', 'grouped', undefined, undefined, undefined],
    ['330200-001-02-01-20110504-0007', 'grouped', undefined, undefined, undefined],
    ['530000001020120150003', 'digits', undefined, undefined, undefined],
  ])('%s', (text, shape, frontCode, year, serial) => {
    expect(readIndexNumber(text)).toEqual({ shape, text, ...(frontCode && { frontCode }), ...(year && { year }), ...(serial && { serial }) })
  })

  it.each(['关于低保的通知', '', '2021-00008', '青政办发〔2026〕12号', 'abc', '000014349/2019-', '13800138000'])('but not “%s”', (text) => {
    expect(readIndexNumber(text)).toBeUndefined()
  })

  it('in full width, lower case and with blanks', () => {
    expect(normalizeIndexNumber(' ０１５２７９１８ｘ／2020－00001 ')).toBe('01527918X/2020-00001')
  })
})

describe('codes', () => {
  it.each(['000014349', '00001434-9', '014320144', '014416330', '006939748', '000218173', '00835003X', '01527918X', '000013338'])(
    '%s of GB 11714 is right',
    (code) => {
      expect(checkOrganizationCode(code)).toBe('right')
    },
  )

  it.each(['620700036', '000000001', '035210000'])('%s has a wrong check digit and is in use all the same', (code) => {
    expect(checkOrganizationCode(code)).toBe('wrong-check-digit')
    expect(isFrontCode(code)).toBe(true)
  })

  it.each(['91350100M000100Y43', '11100000000013338W', '113708280043326001', '11341702486344515H'])('%s of GB 32100 is right', (code) => {
    expect(checkCreditCode(code)).toBe('right')
  })

  it('with one character changed is not', () => {
    expect(checkCreditCode('11100000000013339W')).toBe('wrong-check-digit')
    expect(checkCreditCode('1110000000001333OW')).toBe('wrong-shape')
    expect(checkOrganizationCode('12345')).toBe('wrong-shape')
  })

  it('of both kinds belong together', () => {
    expect(organizationCodeIn('11100000000013338W')).toBe('000013338')
    expect(organizationCodeIn('000013338')).toBeUndefined()
  })
})
