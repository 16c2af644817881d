// The routes of access through the web server itself: sign-in, lockout, tokens, second factor, what is owed first.
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { officeClient, type OfficeClient } from '../../../../test/office-client.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { openDatabase, type Database } from '../../../platform/database/database.ts'
import { standingClock } from '../../../platform/clock/clock.ts'
import { sealUnder } from '../../../platform/crypto/seal.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { openOffice } from '../../../platform/http/office-app.ts'
import { createAccount } from '../actions/create-account.ts'
import { actorBy, anAccount, anOffice, must, password, start, units, type Cast } from '../fixtures.ts'
import { accessRoutes, accessSentences, officeGuard } from '../index.ts'
import { codeAt } from '../rules/one-time-code.ts'
import { Secret } from 'otpauth'

const minutes = (count: number): Date => new Date(start.getTime() + count * 60_000)
const clock = standingClock(start, 'Asia/Shanghai')
let database: FreshDatabase
/** As the office itself enters: with its own login, which may not do everything. */
let entered: Database
let app: FastifyInstance
let client: OfficeClient
let cast: Cast

beforeAll(async () => {
  database = await freshDatabase()
  entered = openDatabase({ url: database.officeUrl, name: 'office test' })
  app = await openOffice({
    database: entered,
    clock,
    fileStore: {} as FileStore,
    seal: sealUnder(Buffer.alloc(32, 7)),
    guard: officeGuard,
    routes: accessRoutes,
    sentences: accessSentences,
    signInsPerMinute: 10_000,
  })
  cast = await anOffice(database.db)
})

afterAll(async () => {
  await app.close()
  await entered.close()
  await database.close()
})

beforeEach(() => {
  clock.set(start)
  client = officeClient(app)
})

interface Trace {
  action: string
  outcome: string
  login: string | null
  object_id: string | null
}
const lastAudit = async (): Promise<Trace> => {
  const { rows } = await database.pool.query<Trace>('select action, outcome, login, object_id from access.audit order by id desc limit 1')
  if (!rows[0]) throw new Error('no audit row')
  return rows[0]
}

describe('signing in', () => {
  it('says who one is, with roles in Chinese and the actions that are open', async () => {
    await anAccount(database.db, cast, 'lin', ['information-officer', units.education, units.schools])
    const answer = (await client.signIn('lin', password)).json()
    expect(answer).toMatchObject({
      stage: 'complete',
      person: { login: 'lin', name: '姓名lin', lastSignedInAt: null },
      grants: [{ role: 'information-officer', roleTitle: '信息员', unitName: '县教育局', sectionName: '基础教育股', onBehalfOf: null }],
      mustChangePassword: false,
      totp: 'off',
    })
    expect(answer.actions).toContain('edition.draft')
    expect(answer.actions).not.toContain('edition.sign')
    expect(await lastAudit()).toMatchObject({ action: 'POST /session', outcome: 'done', login: 'lin' })
  })

  it('sets a cookie that no script and no other site can use', async () => {
    const response = await client.signIn('lin', password)
    expect(response.cookies.find((cookie) => cookie.name === 'gongkai_session')).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api' })
  })

  it('answers an unknown login and a wrong password alike, and writes down no login that is nobody’s', async () => {
    const unknown = await client.signIn('nobody-here', password)
    expect((await lastAudit()).login).toBeNull()
    const wrong = await client.signIn('lin', 'Wrong-2026')
    expect(unknown.statusCode).toBe(401)
    expect(wrong.json()).toEqual(unknown.json())
    expect(wrong.json()).toMatchObject({ code: 'wrong-login', title: '登录名或密码不正确。连续输错5次，账号将锁定10分钟。' })
  })

  it('locks after five failures in a row, and opens again after ten minutes', async () => {
    await anAccount(database.db, cast, 'forgetful', ['inspector', units.government])
    for (let attempt = 1; attempt <= 4; attempt++) expect((await client.signIn('forgetful', 'Wrong-2026')).json().code).toBe('wrong-login')
    expect((await client.signIn('forgetful', 'Wrong-2026')).json()).toMatchObject({ code: 'account-locked', title: expect.stringContaining('10分钟') })
    expect((await client.signIn('forgetful', password)).json().code).toBe('account-locked')
    clock.set(minutes(9))
    expect((await client.signIn('forgetful', password)).json().code).toBe('account-locked')
    clock.set(minutes(10))
    expect((await client.signIn('forgetful', password)).statusCode).toBe(200)
  })

  it('lets the system administrator open a locked account before its time', async () => {
    const accountId = await anAccount(database.db, cast, 'in-a-hurry', ['inspector', units.government])
    for (let attempt = 1; attempt <= 5; attempt++) await client.signIn('in-a-hurry', 'Wrong-2026')
    const administrator = officeClient(app)
    await administrator.signIn('xitong', password)
    expect((await administrator.call('GET', `/accounts/${accountId}`)).json()).toMatchObject({ state: 'locked' })
    expect((await administrator.call('DELETE', `/accounts/${accountId}/lock`)).json()).toMatchObject({ state: 'active', lockedUntil: null })
    expect((await client.signIn('in-a-hurry', password)).statusCode).toBe(200)
  })

  it('ends with signing out, with thirty idle minutes and with twelve hours', async () => {
    await client.signIn('lin', password)
    expect((await client.call('GET', '/sessions')).statusCode).toBe(200)
    await client.call('DELETE', '/session')
    expect((await client.call('GET', '/sessions')).json()).toMatchObject({ status: 401, code: 'not-signed-in' })

    await client.signIn('lin', password)
    clock.set(minutes(29))
    expect((await client.call('GET', '/sessions')).statusCode).toBe(200)
    clock.set(minutes(58))
    expect((await client.call('GET', '/sessions', undefined, { 'x-background': '1' })).statusCode).toBe(200)
    clock.set(minutes(59))
    expect((await client.call('GET', '/sessions')).statusCode).toBe(401)

    await client.signIn('lin', password)
    for (let half = 1; half < 36; half++) {
      clock.set(minutes(59 + half * 20))
      expect((await client.call('GET', '/sessions')).statusCode).toBe(200)
    }
    clock.set(minutes(59 + 720))
    expect((await client.call('GET', '/sessions')).statusCode).toBe(401)
  })

  it('shows a person their sessions and lets them end another one, but nobody else’s', async () => {
    const other = officeClient(app)
    await other.signIn('lin', password)
    await client.signIn('lin', password)
    const { rows } = (await client.call('GET', '/sessions')).json()
    const away = rows.find((row: { current: boolean }) => !row.current)
    const stranger = officeClient(app)
    await stranger.signIn('shenji', password)
    expect((await stranger.call('DELETE', `/sessions/${away.sessionId}`)).statusCode).toBe(404)
    expect((await client.call('DELETE', `/sessions/${away.sessionId}`)).statusCode).toBe(200)
    const gone = (await client.call('GET', '/sessions')).json().rows
    expect(gone.map((row: { sessionId: string }) => row.sessionId)).not.toContain(away.sessionId)
  })
})

describe('a call from another site', () => {
  it('is refused without the token, with another token, and with another origin', async () => {
    await client.signIn('xitong', password)
    const body = { login: 'forged', name: '张三' }
    const right = client.csrfToken
    const foreign: Record<string, string>[] = [
      { 'x-csrf-token': '' },
      { 'x-csrf-token': 'x'.repeat(43) },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of foreign) {
      expect((await client.call('POST', '/accounts', body, headers)).json()).toMatchObject({ status: 403, code: 'cross-site' })
    }
    expect((await client.call('POST', '/accounts', body, { origin: 'http://10.1.2.3:8081', host: '10.1.2.3:8081', 'x-csrf-token': right })).statusCode).toBe(
      200,
    )
  })

  it('cannot sign anybody in', async () => {
    await client.refresh()
    client.csrfToken = 'guess'
    expect((await client.call('POST', '/session', { login: 'lin', password })).json().code).toBe('cross-site')
  })
})

describe('behind a firewall that lets only GET and POST through', () => {
  it('a POST that says what it means is a PUT or a DELETE', async () => {
    await client.signIn('xitong', password)
    const accountId = must(await createAccount(database.db, cast.system, { login: 'renamed', name: '旧名', password })).accountId
    const put = await client.call('POST', `/accounts/${accountId}`, { name: '新名' }, { 'x-http-method-override': 'PUT' })
    expect(put.json()).toMatchObject({ name: '新名' })
    expect((await client.call('POST', `/accounts/${accountId}/disablement?_method=PUT`)).json()).toMatchObject({ state: 'disabled' })
    expect((await client.call('POST', `/accounts/${accountId}/disablement?_method=delete`)).json()).toMatchObject({ state: 'active' })
    expect((await client.call('POST', `/accounts/${accountId}`, { name: '他名' })).statusCode).toBe(404)
    client.csrfToken = 'guess'
    expect((await client.call('POST', '/session', undefined, { 'x-http-method-override': 'DELETE' })).json().code).toBe('cross-site')
  })
})

describe('a problem', () => {
  it('names every field in Chinese where the form is wrong', async () => {
    await client.signIn('xitong', password)
    const response = await client.call('POST', '/accounts', { login: '中文', name: ' ' })
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({ type: 'about:blank', status: 422, code: 'wrong-shape' })
    expect(response.json().reasons.map((one: { field: string }) => one.field)).toEqual(['login', 'name'])
    expect(response.json().reasons[1].sentence).toBe('请填写姓名')
  })

  it('carries code, article, sentence and field of a refusal', async () => {
    await client.signIn('anquan', password)
    const accountId = must(await createAccount(database.db, cast.system, { login: 'two-hats', name: '两职', password })).accountId
    const grant = (role: string) => client.call('POST', '/grants', { accountId, role, unitId: units.education })
    expect((await grant('section-head')).statusCode).toBe(200)
    expect((await grant('system-administrator')).json()).toEqual({
      type: 'about:blank',
      status: 422,
      title: '担任系统、安全或审计管理员的人不能同时承担业务角色。',
      code: 'administrator-has-no-business',
      reasons: [{ code: 'administrator-has-no-business', sentence: '担任系统、安全或审计管理员的人不能同时承担业务角色。', article: 'mlps-2019/8.1.5.1' }],
    })
    expect(await lastAudit()).toMatchObject({ action: 'grant.manage', outcome: 'refused', login: 'anquan', object_id: accountId })
    expect((await grant('section-head')).json()).toMatchObject({ status: 409, code: 'already-granted' })
  })

  it('is a 404 for an address that is not one', async () => {
    await client.signIn('xitong', password)
    expect((await client.call('GET', '/accounts/not-a-uuid')).statusCode).toBe(404)
    expect((await client.call('GET', `/accounts/${units.government}`)).json()).toMatchObject({ status: 404, code: 'account-not-found' })
    expect((await client.call('GET', '/no-such-thing')).json()).toMatchObject({ status: 404, code: 'not-found' })
  })
})

describe('a first password', () => {
  it('opens nothing before it is changed', async () => {
    const { accountId, firstPassword } = must(await createAccount(database.db, cast.system, { login: 'newcomer', name: '新人' }))
    await client.signIn('newcomer', firstPassword)
    expect((await client.refresh()).json()).toMatchObject({ stage: 'change-password', mustChangePassword: true, actions: [] })
    expect((await client.call('GET', '/sessions')).json()).toMatchObject({ status: 403, code: 'password-change-owed' })
    expect((await client.call('POST', '/session/totp')).json().code).toBe('second-factor-owed')

    const change = (current: string, next: string) => client.call('PUT', '/session/password', { current, next })
    expect((await change('Wrong-2026', 'Brand-new-1')).json()).toMatchObject({ code: 'wrong-password', reasons: [{ field: 'current' }] })
    expect((await change(firstPassword, 'newcomer')).json().reasons.map((one: { code: string }) => one.code)).toEqual([
      'password-too-simple',
      'password-holds-login',
    ])
    expect((await change(firstPassword, firstPassword)).json().code).toBe('password-used-before')
    expect((await change(firstPassword, 'Brand-new-1')).json()).toMatchObject({ stage: 'complete' })
    expect((await client.call('GET', '/sessions')).statusCode).toBe(200)
    expect(await lastAudit()).toMatchObject({ action: 'PUT /session/password', outcome: 'done', object_id: accountId })
  })
})

describe('the second factor', () => {
  it('is bound with one code, then asked at every sign-in, and no code works twice', async () => {
    await anAccount(database.db, cast, 'careful', ['main-leader', units.education])
    await client.signIn('careful', password)
    const begun = (await client.call('POST', '/session/totp')).json()
    expect(begun.qr).toMatch(/^data:image\/svg\+xml;base64,/)
    expect(decodeURIComponent(begun.uri)).toContain('政府信息公开:careful')
    const seed = new Uint8Array(Secret.fromBase32(begun.secret).buffer)
    expect((await client.call('PUT', '/session/totp', { code: '000000' })).json().code).toBe('wrong-code')
    expect((await client.call('PUT', '/session/totp', { code: codeAt(seed, start) })).json()).toMatchObject({ totp: 'on', stage: 'complete' })

    const again = officeClient(app)
    expect((await again.signIn('careful', password)).json()).toMatchObject({ stage: 'second-factor', grants: [], actions: [] })
    expect((await again.call('GET', '/sessions')).json()).toMatchObject({ status: 401, code: 'second-factor-owed' })
    expect((await again.call('PUT', '/session/password', { current: password, next: 'Other-2026' })).json().code).toBe('second-factor-owed')
    expect((await again.call('PUT', '/session/second-factor', { code: codeAt(seed, start) })).json().code).toBe('wrong-code')
    clock.set(minutes(1))
    expect((await again.call('PUT', '/session/second-factor', { code: codeAt(seed, minutes(1)) })).json()).toMatchObject({ stage: 'complete' })
    expect((await again.call('GET', '/sessions')).statusCode).toBe(200)
  })

  it('locks the account after five wrong codes', async () => {
    const guesser = officeClient(app)
    clock.set(minutes(2))
    await guesser.signIn('careful', password)
    for (let guess = 1; guess <= 4; guess++) expect((await guesser.call('PUT', '/session/second-factor', { code: '000000' })).json().code).toBe('wrong-code')
    expect((await guesser.call('PUT', '/session/second-factor', { code: '000000' })).json().code).toBe('account-locked')
    expect((await client.signIn('careful', password)).json().code).toBe('account-locked')
  })

  it('is owed at once where an administrator demands it', async () => {
    const accountId = await anAccount(database.db, cast, 'important', ['main-leader', units.health])
    await client.signIn('important', password)
    const administrator = officeClient(app)
    await administrator.signIn('xitong', password)
    expect((await administrator.call('PUT', `/accounts/${accountId}/totp-requirement`, { required: true })).json()).toMatchObject({ totp: 'owed' })
    expect((await client.call('GET', '/sessions')).json().code).toBe('totp-owed')
    expect((await client.refresh()).json()).toMatchObject({ stage: 'set-up-totp', actions: [] })
    const { secret } = (await client.call('POST', '/session/totp')).json()
    await client.call('PUT', '/session/totp', { code: codeAt(new Uint8Array(Secret.fromBase32(secret).buffer), start) })
    expect((await client.call('GET', '/sessions')).statusCode).toBe(200)
  })
})

describe('a disabled account', () => {
  it('loses its sessions at once', async () => {
    const accountId = await anAccount(database.db, cast, 'leaving', ['section-head', units.health])
    await client.signIn('leaving', password)
    const administrator = officeClient(app)
    await administrator.signIn('xitong', password)
    await administrator.call('PUT', `/accounts/${accountId}/disablement`)
    expect((await client.call('GET', '/sessions')).statusCode).toBe(401)
    expect((await client.signIn('leaving', password)).json().code).toBe('account-disabled')
    await administrator.call('DELETE', `/accounts/${accountId}/disablement`)
    expect((await client.call('GET', '/sessions')).statusCode).toBe(401)
  })
})

describe('the three rights', () => {
  const calls = [
    ['POST', '/accounts', { login: 'x1', name: '甲' }, 'xitong'],
    ['POST', '/grants', { accountId: units.government, role: 'inspector', unitId: units.government }, 'anquan'],
    ['GET', '/audit', undefined, 'shenji'],
    ['GET', '/audit.csv', undefined, 'shenji'],
    ['GET', '/stand-ins', undefined, 'anquan'],
  ] as const

  it.each(calls)('%s %s is for one of them alone', async (method, path, body, holder) => {
    for (const login of ['xitong', 'anquan', 'shenji', 'lin']) {
      const one = officeClient(app)
      await one.signIn(login, password)
      const response = await one.call(method, path, body)
      expect([login, response.statusCode === 403]).toEqual([login, login !== holder])
    }
    expect((await officeClient(app).call(method, path, body)).json().code).toBe('not-signed-in')
  })
})

describe('the audit trail', () => {
  it('is found by person, action, object, outcome and day, and taken away as a file, which is itself written down', async () => {
    const auditor = officeClient(app)
    await auditor.signIn('shenji', password)
    const { rows, total } = (await auditor.call('GET', '/audit?who=anquan&action=grant.manage&outcome=refused&from=2026-11-20&to=2026-11-20')).json()
    expect(total).toBeGreaterThan(0)
    expect(rows[0]).toMatchObject({ login: 'anquan', name: '安全员', action: 'grant.manage', actionTitle: '分配角色', outcome: 'refused' })
    expect((await auditor.call('GET', '/audit?to=2026-11-19')).json().total).toBe(0)
    const file = await auditor.call('GET', '/audit.csv?who=anquan')
    expect(file.headers['content-disposition']).toBe(`attachment; filename="____.csv"; filename*=UTF-8''${encodeURIComponent('操作日志')}.csv`)
    expect(file.body).toMatch(/^\uFEFF时间,姓名,登录名[^\n]*\r\n2026-11-20 \d\d:\d\d:00,安全员,anquan,/)
    expect(await lastAudit()).toMatchObject({ action: 'audit.read', outcome: 'done', login: 'shenji' })
  })
})

describe('a stand-in', () => {
  it('has the absent person’s roles while it lasts, and the shell says for whom', async () => {
    await anAccount(database.db, cast, 'boss', ['leader-in-charge', units.education])
    await anAccount(database.db, cast, 'deputy', ['section-head', units.education, units.exams])
    const [boss, deputy] = [await actorBy(database.db, 'boss'), await actorBy(database.db, 'deputy')]
    const security = officeClient(app)
    await security.signIn('anquan', password)
    const body = { absentId: boss.actor.accountId, standInId: deputy.actor.accountId, validFrom: '2026-11-20', validUntil: '2026-11-25', reason: '外出学习' }
    const { standInId } = (await security.call('POST', '/stand-ins', body)).json()
    await client.signIn('deputy', password)
    const session = (await client.refresh()).json()
    expect(session.grants).toContainEqual(
      expect.objectContaining({ role: 'leader-in-charge', onBehalfOf: { accountId: boss.actor.accountId, name: '姓名boss', validUntil: '2026-11-25' } }),
    )
    expect(session.actions).toContain('edition.sign')
    expect((await security.call('GET', '/stand-ins?state=current')).json()).toMatchObject({ total: 1, rows: [{ standInId, reason: '外出学习' }] })
    await security.call('DELETE', `/stand-ins/${standInId}`)
    expect((await client.refresh()).json().actions).not.toContain('edition.sign')
  })
})
