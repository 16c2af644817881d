// Which passwords are good enough.
import { describe, expect, it } from 'vitest'
import { newFirstPassword } from '../../../platform/crypto/passwords.ts'
import { checkPassword } from './password.ts'

describe('a new password', () => {
  it.each([
    { password: 'Abcdef12', codes: [], because: 'eight, three kinds' },
    { password: 'abcdef1!', codes: [], because: 'no capital, but a sign' },
    { password: 'Abcde1!', codes: ['password-too-short'], because: 'seven' },
    { password: 'abcdefgh1', codes: ['password-too-simple'], because: 'two kinds' },
    { password: '12345678', codes: ['password-too-simple'], because: 'one kind' },
    { password: 'abc', codes: ['password-too-short', 'password-too-simple'], because: 'all reasons at once' },
    { password: 'xxWangFang1', codes: ['password-holds-login'], because: 'the login in other case' },
    { password: '密码密码密Ab1', codes: [], because: 'Chinese letters are signs' },
  ])('$password: $because', ({ password, codes }) => {
    expect(checkPassword(password, { login: 'wangfang', usedBefore: false }).map((one) => one.code)).toEqual(codes)
  })

  it('is none of the last five', () => {
    expect(checkPassword('Abcdef12', { login: 'wangfang', usedBefore: true })).toMatchObject([
      { code: 'password-used-before', facts: { limit: 5 }, article: 'mlps-2019/8.1.4.1' },
    ])
  })

  it('made by the house always passes, and has no letters that look alike', () => {
    for (let count = 0; count < 200; count++) {
      const password = newFirstPassword()
      expect(checkPassword(password, { login: 'wangfang', usedBefore: false })).toEqual([])
      expect(password).toMatch(/^[^0O1lIio]{12}$/)
    }
  })
})
