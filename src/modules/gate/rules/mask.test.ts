// Masks hide enough: nobody can rebuild the number, nor read the day of birth.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskForms, usualMasks, type MaskKind } from '../law/masks.ts'
import { maskOf, veiled } from './mask.ts'

describe('a mask', () => {
  it.each([
    ['identity-number', '431222197608140039', '43*************039'],
    ['identity-number', '４３１２２２１９７６０８１４００３９', '43*************039'],
    ['identity-number', '110105-19491231-002X', '11*************02X'],
    ['identity-number-old', '431222760814003', '43**********003'],
    ['mobile-number', '138 7451 2345', '138****2345'],
    ['bank-card-number', '6222 0218 0200 0111 227', '***************1227'],
  ] as const)('of %s %s is %s', (code, number, masked) => {
    expect(maskOf(code, number, usualMasks)).toBe(masked)
  })

  it('is offered for nothing but numbers of persons', () => {
    expect(maskOf('wrong-word', '布署', usualMasks)).toBeNull()
    expect(maskOf('unified-code-wrong', '91431222MA4L1K2P02', usualMasks)).toBeNull()
  })

  it('hides the day of birth in every form that can be chosen', () => {
    const forms = Object.keys(maskForms.identity.forms)
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.stringMatching(/^[1-8]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d)\d{3}[\dX]$/), (form, number) => {
        const masked = maskOf('identity-number', number, { ...usualMasks, identity: form }) ?? ''
        expect(masked).toHaveLength(18)
        expect(masked.slice(6, 14)).toBe('********')
      }),
    )
  })

  it('of a form that nobody knows falls back to the usual one', () => {
    for (const kind of Object.keys(maskForms) as MaskKind[]) {
      const code = { identity: 'identity-number', mobile: 'mobile-number', 'bank-card': 'bank-card-number' } as const
      expect(maskOf(code[kind], '13874512345', { ...usualMasks, [kind]: '__proto__' })).toBe(maskOf(code[kind], '13874512345', usualMasks))
    }
  })

  it('veils every long number of an excerpt', () => {
    expect(veiled('张某431222197608140039，电话13874512345')).toBe('张某43**************39，电话13*******45')
  })
})
