// Seals, tokens and passwords.
import { describe, expect, it } from 'vitest'
import { hashPassword, verifyNobody, verifyPassword } from './passwords.ts'
import { sealUnder } from './seal.ts'
import { hashOfToken, newToken, sameText } from './tokens.ts'

describe('a seal', () => {
  const seal = sealUnder(Buffer.alloc(32, 1))
  const broken = /authenticate data|unknown version|unknown key/
  it('opens what it sealed, for the same purpose, and nothing that was touched', () => {
    const sealed = seal.seal(Buffer.from('seed'), 'totp a')
    expect(seal.open(sealed, 'totp a').toString()).toBe('seed')
    expect(seal.seal(Buffer.from('seed'), 'totp a').equals(sealed)).toBe(false)
    expect(() => seal.open(sealed, 'totp b')).toThrow(broken)
    expect(() => sealUnder(Buffer.alloc(32, 2)).open(sealed, 'totp a')).toThrow(broken)
    for (let at = 0; at < sealed.length; at++) {
      const touched = Buffer.from(sealed)
      touched[at] = (touched[at] ?? 0) ^ 1
      expect(() => seal.open(touched, 'totp a')).toThrow(broken)
    }
  })

  it('needs a whole key', () => {
    expect(() => sealUnder(Buffer.alloc(16))).toThrow('32 bytes')
  })
})

describe('a token', () => {
  it('is long, never the same, and found by its hash', () => {
    const token = newToken()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(newToken()).not.toBe(token)
    expect(hashOfToken(token)).toHaveLength(32)
    expect([sameText(token, token), sameText(token, `${token}x`), sameText('', token)]).toEqual([true, false, false])
  })
})

describe('a password', () => {
  it('is the same in whichever form a keyboard writes its letters', async () => {
    const hash = await hashPassword('ＡＢＣｄ１２３４')
    expect(await verifyPassword('ABCd1234', hash)).toBe(true)
    expect(await verifyPassword('abcd1234', hash)).toBe(false)
    expect(await verifyNobody('ABCd1234')).toBe(false)
  })
})
