// Kept answers over the wire: the same bytes and headers as new ones, counted alike, and made once for all who ask at once.
import { request as send, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withdraw } from '../../modules/publication/index.ts'
import type { Published } from '../../modules/publication/rules/public-item.ts'
import { aTown, now, type Town } from '../fixtures.ts'
import { toPlain, type Encoding } from './forms.ts'

let town: Town
let app: FastifyInstance
let port: number
let document: Published
/** Requests that came as far as the router, and as far as a page's own code. */
const seen = { routed: 0, made: 0 }

beforeAll(async () => {
  town = await aTown()
  app = await town.open('/', 20_000_000)
  app.addHook('onRequest', async () => void (seen.routed += 1))
  app.addHook('preHandler', async () => void (seen.made += 1))
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as AddressInfo).port
  document = await town.publish({ title: '关于冬季救助的通知' })
})
afterAll(() => town.close())
beforeEach(async () => {
  await app.pages.look()
  Object.assign(seen, { routed: 0, made: 0 })
})

interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const get = (path: string, headers: Record<string, string | string[]> = {}, method = 'GET'): Promise<Got> =>
  new Promise((resolve, reject) => {
    send({ host: '127.0.0.1', port, path, method, headers: { host: 'www.qinglan.example', ...headers } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }))
    })
      .once('error', reject)
      .end()
  })
const withoutTime = ({ date: _date, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders => headers
const path = (): string => `/documents/${document.documentId}`
/** What the metric says of the documents' route with this status. */
const measured = async (metric: string, status: number): Promise<number> => {
  const { body } = await get('/metrics')
  const line = body.toString().split('\n').find((one) => one.startsWith(`${metric}{`) && one.includes('route="/documents/:id"') && one.includes(`status="${status}"`)) // prettier-ignore
  return Number(line?.split(' ').at(-1) ?? 0)
}
const answered = (status: number): Promise<number> => measured('gongkai_http_answers_total', status)
/** Only what went through the router is timed. */
const timed = (status: number): Promise<number> => measured('gongkai_http_request_seconds_count', status)

describe('an answer that is kept', () => {
  it.each(['br', 'gzip', 'identity'] as const)('is in %s what the first one was, and does not reach the router', async (encoding: Encoding) => {
    const asked = { 'accept-encoding': encoding, 'x-run': encoding }
    const first = await get(path(), asked)
    const before = await timed(200)
    const second = await get(path(), asked)
    expect(await timed(200)).toBe(before)
    expect(second.status).toBe(200)
    expect(withoutTime(second.headers)).toEqual(withoutTime(first.headers))
    expect(second.body.equals(first.body)).toBe(true)
    expect((await toPlain(encoding, second.body)).toString()).toContain('关于冬季救助的通知')
    expect(second.headers).toMatchObject({ vary: 'accept-encoding', 'cache-control': 'public, no-cache', 'x-content-type-options': 'nosniff' })
    expect(second.headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding)
    expect(second.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('is 304 to whoever has it in any form, and HEAD has its length and no body', async () => {
    const { headers, body } = await get(path(), { 'accept-encoding': 'gzip' })
    const again = await get(path(), { 'accept-encoding': 'br', 'if-none-match': String(headers.etag) })
    expect([again.status, again.body.length, again.headers['content-length'], again.headers['content-encoding']]).toEqual([304, 0, undefined, undefined])
    expect(again.headers['cache-control']).toBe('public, no-cache')
    const head = await get(path(), { 'accept-encoding': 'gzip' }, 'HEAD')
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(body.length)])
    expect(seen.made).toBe(0)
  })

  it('goes the long way where a header that has a say comes twice, to the same end', async () => {
    const { headers } = await get(path(), { 'accept-encoding': 'gzip' })
    const before = await timed(304)
    const again = await get(path(), { 'accept-encoding': 'gzip', 'if-none-match': ['"other"', String(headers.etag)] })
    expect([again.status, await timed(304)]).toEqual([304, before + 1])
  })

  it('is counted like any other', async () => {
    await get(path())
    const before = await answered(200)
    await get(path())
    await get(path())
    expect(await answered(200)).toBe(before + 2)
  })

  it('is made once for all who ask for it at once', async () => {
    await town.publish({ documentId: document.documentId, title: '关于春季救助的通知' })
    await app.pages.look()
    const answers = await Promise.all(Array.from({ length: 20 }, () => get(path(), { 'accept-encoding': 'gzip' })))
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1)
    expect((await toPlain('gzip', answers[0]!.body)).toString()).toContain('关于春季救助的通知')
    expect(seen.made).toBe(1)
  })

  it('is of the address that the reader used', async () => {
    const here = await get(path())
    const there = await get(path(), { host: 'other.example' })
    expect(here.body.toString()).toContain('http://www.qinglan.example/')
    expect(there.body.toString()).not.toContain('www.qinglan.example/documents')
    const passedOn = await get(path(), { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'www.third.example' })
    expect(passedOn.body.toString()).toContain('https://www.third.example/')
  })

  it('gives way to its tombstone', async () => {
    const { documentId } = await town.publish({ title: '不该公开的标题' })
    await app.pages.look()
    for (const _ of [1, 2]) expect((await get(`/documents/${documentId}`)).body.toString()).toContain('不该公开的标题')
    await town.database.transaction((tx) => withdraw(tx, { documentId, reason: 'personal-privacy', at: now }))
    await app.pages.look()
    for (const _ of [1, 2]) {
      const { status, body } = await get(`/documents/${documentId}`)
      expect([status, body.includes('不该公开的标题')]).toEqual([410, false])
    }
  })

  it('is never one of a reader alone: forms, searches, what does not exist', async () => {
    for (const asked of ['/apply/online', '/search?q=救助', '/documents/0a000000-0000-4000-8000-00000000000f', '/apply/progress', '/nothing']) {
      const before = seen.routed
      const [first, second] = [await get(encodeURI(asked)), await get(encodeURI(asked))]
      expect([asked, seen.routed - before, second.status]).toEqual([asked, 2, first.status])
    }
  })
})
