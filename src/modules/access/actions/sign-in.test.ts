// Signing in, the second factor and the password of one's own, on the database.
import { Secret } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { sealUnder } from '../../../platform/crypto/seal.ts'
import { hashOfToken } from '../../../platform/crypto/tokens.ts'
import { anAccount, anOffice, codesOf, must, password, start, startDay, units, type Cast } from '../fixtures.ts'
import { authenticate } from '../queries/authenticate.ts'
import { sessionView } from '../queries/session-view.ts'
import { codeAt } from '../rules/one-time-code.ts'
import { beginTotp } from './begin-totp.ts'
import { changePassword } from './change-password.ts'
import { confirmTotp } from './confirm-totp.ts'
import { giveSecondFactor } from './give-second-factor.ts'
import { signIn, type SignedIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { unbindTotp } from './unbind-totp.ts'

let database: FreshDatabase
let cast: Cast
beforeAll(async () => {
  database = await freshDatabase()
  cast = await anOffice(database.db)
})
afterAll(() => database.close())

const seal = sealUnder(Buffer.alloc(32, 9))
const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000)
const enter = async (login: string, word = password, at = start): Promise<SignedIn> =>
  must(await signIn(database.db, { login, password: word, address: '10.0.0.7', userAgent: 'test' }, at))
const known = (token: string, now = start) => authenticate(database.db, token, { now, today: startDay, background: false })

describe('a session', () => {
  it('remembers when the person was here before', async () => {
    await anAccount(database.db, cast, 'zhou', ['inspector', units.government])
    await enter('zhou')
    const { token } = await enter('zhou', password, later(90))
    const view = await sessionView(database.db, hashOfToken(token), startDay)
    expect(view && new Date(view.person.lastSignedInAt ?? 0)).toEqual(start)
  })

  it('is ended by its owner alone', async () => {
    const { token, accountId } = await enter('zhou')
    expect(codesOf(await signOut(database.db, cast.system.actor.accountId, hashOfToken(token)))).toEqual(['not-found'])
    expect(await known(token)).toBeDefined()
    must(await signOut(database.db, accountId, hashOfToken(token)))
    expect(await known(token)).toBeUndefined()
  })

  it('costs one query, and one more row only once a minute', async () => {
    const { token } = await enter('zhou')
    const seen = async (): Promise<Date | undefined> =>
      (await database.pool.query<{ at: Date }>('select last_seen_at as at from access.session where token_hash = $1', [hashOfToken(token)])).rows[0]?.at
    await known(token, new Date(start.getTime() + 59_000))
    expect(await seen()).toEqual(start)
    await known(token, later(1))
    expect(await seen()).toEqual(later(1))
  })
})

describe('one’s own password', () => {
  it('is none of the last five, and its change ends the other sessions', async () => {
    await anAccount(database.db, cast, 'wu', ['inspector', units.government])
    const here = await enter('wu')
    const there = await enter('wu')
    const change = (current: string, next: string, minute: number) => changePassword(database.db, { ...here, current, next }, later(minute))
    const words = [password, 'Second-pass-2', 'Third-pass-3', 'Fourth-pass-4', 'Fifth-pass-5', 'Sixth-pass-6']
    for (let at = 1; at < words.length; at++) {
      expect(codesOf(await change(words[at - 1] ?? '', words[0] ?? '', at))).toEqual(['password-used-before'])
      must(await change(words[at - 1] ?? '', words[at] ?? '', at))
    }
    must(await change('Sixth-pass-6', password, 6))
    expect(await known(here.token)).toBeDefined()
    expect(await known(there.token)).toBeUndefined()
  })

  it('is not changed by guessing the one in use', async () => {
    await anAccount(database.db, cast, 'zheng', ['inspector', units.government])
    const here = await enter('zheng')
    const guess = () => changePassword(database.db, { ...here, current: 'Wrong-2026', next: 'Second-pass-2' }, start)
    for (let count = 1; count <= 5; count++) expect(codesOf(await guess())).toEqual(['wrong-password'])
    expect(codesOf(await guess())).toEqual(['account-locked'])
  })
})

describe('the second factor', () => {
  it('counts only after its first code, is kept sealed, and is asked for until it is unbound', async () => {
    const accountId = await anAccount(database.db, cast, 'wang', ['main-leader', units.health])
    const { token } = await enter('wang')
    const seed = new Uint8Array(Secret.fromBase32(must(await beginTotp(database.db, seal, accountId)).secret).buffer)
    expect((await enter('wang')).complete).toBe(true)
    expect(codesOf(await confirmTotp(database.db, seal, { accountId, token, code: '000000' }, start))).toEqual(['wrong-code'])
    must(await confirmTotp(database.db, seal, { accountId, token, code: codeAt(seed, start) }, start))
    expect(codesOf(await beginTotp(database.db, seal, accountId))).toEqual(['already-totp'])
    const { rows } = await database.pool.query<{ secret: Buffer }>('select totp_secret as secret from access.account where id = $1', [accountId])
    expect(rows[0]?.secret.includes(Buffer.from(seed))).toBe(false)

    const half = await enter('wang', password, later(1))
    expect(await known(half.token, later(1))).toMatchObject({ stage: 'second-factor' })
    const give = (code: string, at: Date) => giveSecondFactor(database.db, seal, { accountId, token: half.token, code }, at)
    expect(codesOf(await give(codeAt(seed, start), later(1)))).toEqual(['wrong-code'])
    must(await give(codeAt(seed, later(1)), later(1)))
    expect(await known(half.token, later(1))).toMatchObject({ stage: 'complete' })
    expect(codesOf(await give(codeAt(seed, later(1)), later(1)))).toEqual(['wrong-code'])

    must(await unbindTotp(database.db, cast.system, accountId))
    expect(await known(half.token, later(1))).toBeUndefined()
    expect((await enter('wang')).complete).toBe(true)
    expect(codesOf(await unbindTotp(database.db, cast.system, accountId))).toEqual(['totp-not-set-up'])
    expect(codesOf(await confirmTotp(database.db, seal, { accountId, token, code: '000000' }, start))).toEqual(['totp-not-begun'])
  })
})
