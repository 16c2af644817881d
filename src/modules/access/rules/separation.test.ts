// The three administrators and the business stay apart (三员分立).
import { describe, expect, it } from 'vitest'
import { checkSeparation } from './separation.ts'

describe('the roles of one person', () => {
  it.each([
    { held: [], codes: [], because: 'nobody yet' },
    { held: ['system-administrator'], codes: [], because: 'one of the three' },
    { held: ['audit-administrator', 'audit-administrator'], codes: [], because: 'the same right at two units' },
    { held: ['section-head', 'secrecy-reviewer', 'disclosure-office'], codes: [], because: 'business alone' },
    { held: ['system-administrator', 'security-administrator'], codes: ['administrator-has-one-right'], because: 'who opens accounts gives no rights' },
    { held: ['security-administrator', 'audit-administrator'], codes: ['administrator-has-one-right'], because: 'who gives rights reads no log of it' },
    { held: ['audit-administrator', 'inspector'], codes: ['administrator-has-no-business'], because: 'an inspector is a business role' },
    {
      held: ['system-administrator', 'audit-administrator', 'main-leader'],
      codes: ['administrator-has-one-right', 'administrator-has-no-business'],
      because: 'both reasons are told',
    },
  ])('$held: $because', ({ held, codes }) => {
    expect(checkSeparation(held).map((one) => one.code)).toEqual(codes)
  })
})
