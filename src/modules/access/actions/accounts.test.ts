// What the system administrator does with accounts, and what even they may not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { sealUnder } from '../../../platform/crypto/seal.ts'
import { actorBy, anAccount, anOffice, codesOf, must, password, start, startDay, units, type Cast } from '../fixtures.ts'
import { authenticate } from '../queries/authenticate.ts'
import { oneAccount } from '../queries/list-accounts.ts'
import { beginTotp } from './begin-totp.ts'
import { createAccount } from './create-account.ts'
import { disableAccount } from './disable-account.ts'
import { dropStaleSessions } from './drop-stale-sessions.ts'
import { enableAccount } from './enable-account.ts'
import { grantRole } from './grant-role.ts'
import { renameAccount } from './rename-account.ts'
import { requireTotp } from './require-totp.ts'
import { resetKeysAtServer, resetPassword } from './reset-password.ts'
import { signIn } from './sign-in.ts'
import { unbindTotp } from './unbind-totp.ts'
import { unlockAccount } from './unlock-account.ts'

let database: FreshDatabase
let cast: Cast
beforeAll(async () => {
  database = await freshDatabase()
  cast = await anOffice(database.db)
})
afterAll(() => database.close())

const enter = (login: string, word: string, at = start) => signIn(database.db, { login, password: word, address: '127.0.0.1', userAgent: 'test' }, at)
const moment = { now: start, today: startDay, background: false }
const idOf = async (login: string): Promise<string> => (await actorBy(database.db, login)).actor.accountId

describe('an account', () => {
  it('is opened with a first password that must be changed, under a login that nobody has', async () => {
    const { accountId, firstPassword } = must(await createAccount(database.db, cast.system, { login: 'zhao', name: '赵' }))
    expect(await oneAccount(database.db, accountId, { now: start, today: startDay })).toMatchObject({
      login: 'zhao',
      state: 'active',
      mustChangePassword: true,
    })
    expect(must(await enter('zhao', firstPassword)).complete).toBe(true)
    expect(await createAccount(database.db, cast.system, { login: 'zhao', name: '赵二' })).toMatchObject({
      refusals: [{ code: 'login-taken', field: 'login', facts: { login: 'zhao' } }],
    })
  })

  it('is kept only as a hash: neither password nor token stands in the database', async () => {
    const { token } = must(await enter('anquan', password))
    const { rows } = await database.pool.query<{ hash: string; token: string }>(
      `select password_hash as hash, encode(token_hash, 'base64') as token from access.account join access.session on account_id = id where login = 'anquan'`,
    )
    expect(rows[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(rows[0]?.token).not.toContain(token)
  })

  it('is opened, renamed, closed and reset by the system administrator alone', async () => {
    const accountId = await anAccount(database.db, cast, 'qian', ['inspector', units.government])
    for (const by of [cast.security, cast.audit, await actorBy(database.db, 'qian')]) {
      expect(codesOf(await createAccount(database.db, by, { login: 'sun', name: '孙' }))).toEqual(['not-allowed'])
      expect(codesOf(await renameAccount(database.db, by, { accountId, name: '孙' }))).toEqual(['not-allowed'])
      expect(codesOf(await disableAccount(database.db, by, accountId))).toEqual(['not-allowed'])
      expect(codesOf(await resetPassword(database.db, by, accountId))).toEqual(['not-allowed'])
      expect(codesOf(await unlockAccount(database.db, by, accountId))).toEqual(['not-allowed'])
    }
    must(await renameAccount(database.db, cast.system, { accountId, name: '钱大' }))
    expect((await actorBy(database.db, 'qian')).actor.name).toBe('钱大')
    expect(codesOf(await renameAccount(database.db, cast.system, { accountId: units.health, name: '无' }))).toEqual(['account-not-found'])
  })

  it('ends its sessions when it is closed or its password is reset, and is opened again without them', async () => {
    const accountId = await anAccount(database.db, cast, 'li', ['inspector', units.government])
    const first = must(await enter('li', password))
    expect(await authenticate(database.db, first.token, moment)).toMatchObject({ login: 'li', stage: 'complete' })
    must(await disableAccount(database.db, cast.system, accountId))
    expect(await authenticate(database.db, first.token, moment)).toBeUndefined()
    expect(codesOf(await enter('li', password))).toEqual(['account-disabled'])
    expect(codesOf(await enter('li', 'Wrong-2026'))).toEqual(['wrong-login'])
    must(await enableAccount(database.db, cast.system, accountId))
    const second = must(await enter('li', password))
    const { firstPassword } = must(await resetPassword(database.db, cast.system, accountId))
    expect(await authenticate(database.db, second.token, moment)).toBeUndefined()
    expect(codesOf(await enter('li', password))).toEqual(['wrong-login'])
    const { token } = must(await enter('li', firstPassword))
    expect(await authenticate(database.db, token, moment)).toMatchObject({ stage: 'change-password' })
  })

  it('bears guesses one after the other, even where they come at once', async () => {
    await anAccount(database.db, cast, 'target', ['inspector', units.government])
    const guesses = await Promise.all(
      Array.from({ length: 8 }, () => database.transaction((tx) => signIn(tx, { login: 'target', password: 'Wrong-2026', address: '', userAgent: '' }, start))),
    )
    expect(guesses.flatMap(codesOf).toSorted()).toEqual([...Array(4).fill('account-locked'), ...Array(4).fill('wrong-login')])
    must(await unlockAccount(database.db, cast.system, await idOf('target')))
    must(await enter('target', password))
  })

  it('loses what ended days ago', async () => {
    await enter('li', password, new Date(start.getTime() - 3 * 86_400_000))
    expect(await dropStaleSessions(database.db, start)).toBe(0)
    await enter('anquan', password, new Date(start.getTime() - 3 * 86_400_000))
    expect(await dropStaleSessions(database.db, start)).toBe(1)
  })
})

describe('an administrator', () => {
  it('does nothing to their own account', async () => {
    const self = cast.system.actor.accountId
    expect(codesOf(await disableAccount(database.db, cast.system, self))).toEqual(['not-to-oneself'])
    expect(codesOf(await resetPassword(database.db, cast.system, self))).toEqual(['not-to-oneself', 'administrators-keep-apart'])
  })

  it('cannot enter as another administrator by resetting their password or device; the operator at the server can', async () => {
    const security = cast.security.actor.accountId
    const seal = sealUnder(Buffer.alloc(32, 1))
    must(await beginTotp(database.db, seal, security))
    expect(codesOf(await resetPassword(database.db, cast.system, security))).toEqual(['administrators-keep-apart'])
    expect(codesOf(await unbindTotp(database.db, cast.system, security))).toEqual(['administrators-keep-apart'])
    expect(codesOf(await requireTotp(database.db, cast.system, { accountId: security, required: false }))).toEqual(['administrators-keep-apart'])
    must(await requireTotp(database.db, cast.system, { accountId: security, required: true }))
    const { firstPassword } = must(await resetKeysAtServer(database.db, 'anquan', start))
    const { token } = must(await enter('anquan', firstPassword))
    expect(await authenticate(database.db, token, moment)).toMatchObject({ stage: 'change-password' })
    expect(codesOf(await resetKeysAtServer(database.db, 'nobody', start))).toEqual(['account-not-found'])
  })

  it('stays while they are the last of their kind', async () => {
    const audit = cast.audit.actor.accountId
    expect(await disableAccount(database.db, cast.system, audit)).toMatchObject({ refusals: [{ code: 'last-administrator', facts: { role: '审计管理员' } }] })
    const heir = must(await createAccount(database.db, cast.system, { login: 'shenji2', name: '丁', password })).accountId
    must(
      await grantRole(database.db, cast.security, {
        accountId: heir,
        role: 'audit-administrator',
        unitId: units.government,
        sectionId: null,
        validFrom: startDay,
        validUntil: null,
      }),
    )
    must(await disableAccount(database.db, cast.system, audit))
  })
})
