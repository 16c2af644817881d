// The office's server around the routes: transactions, problems, files, uploads, description, health, the built client.
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { officeClient } from '../../../test/office-client.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { contract } from '../../kernel/contract.ts'
import { granted, refused } from '../../kernel/ruling.ts'
import { standingClock } from '../clock/clock.ts'
import { openDatabase } from '../database/database.ts'
import { sealUnder } from '../crypto/seal.ts'
import type { FileStore } from '../files/file-store.ts'
import type { AuditRow, Guard } from './guard.ts'
import { openOffice, routeTable } from './office-app.ts'
import { answer } from './routes.ts'

const noted: AuditRow[] = []
const guard: Guard = {
  authenticate: async (_db, token) => ({ actor: { accountId: token, name: '王', grants: [] }, login: token, csrfToken: 'csrf', stage: 'complete' }),
  mayAnywhere: (actor) => actor.accountId !== 'stranger',
  reachOf: () => ({ everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }),
  lender: () => null,
  isAction: (word) => word === 'thing.manage',
  record: async (_tx, row) => void noted.push(row),
}

const thing = z.object({ name: z.string().min(1).max(5), count: z.number().int().default(1) })
const nothing = z.object({})
const putThing = contract({
  method: 'PUT',
  path: '/things/:thingId',
  title: '保存事项',
  may: 'thing.manage',
  params: z.object({ thingId: z.string() }),
  body: thing,
  answer: thing,
})
const postUpload = contract({
  method: 'POST',
  path: '/uploads',
  title: '上传',
  may: 'thing.manage',
  takes: 'multipart',
  body: z.object({ note: z.string() }),
  answer: z.object({ note: z.string(), files: z.array(z.object({ field: z.string(), name: z.string(), size: z.number() })) }),
})
const getFile = contract({ method: 'GET', path: '/file/:kind', title: '取文件', may: 'thing.manage', params: z.object({ kind: z.string() }), answer: 'file' })
const getWrong = contract({ method: 'GET', path: '/wrong', title: '坏的回答', may: 'anyone', answer: z.object({ day: z.iso.date() }) })
const postNote = contract({
  method: 'POST',
  path: '/notes',
  title: '记一笔',
  may: 'thing.manage',
  body: z.object({ ending: z.enum(['grant', 'refuse', 'fail']) }),
  answer: nothing,
})
const postTry = contract({ method: 'POST', path: '/tries', title: '试一次', may: 'thing.manage', answer: nothing })
const getList = contract({
  method: 'GET',
  path: '/things',
  title: '事项列表',
  may: 'thing.manage',
  query: z.object({ page: z.coerce.number().int().min(1).default(1), q: z.string().optional() }),
  answer: z.object({ page: z.number() }),
})

const routes = [
  answer(putThing, async (call) => {
    if (call.params.thingId === 'stale') return refused('stale-version')
    if (call.params.thingId === 'secret') return refused('not-found', 'not-allowed')
    call.audit({ objectKind: 'thing', objectId: call.params.thingId, detail: { count: call.body.count } })
    return granted({ ...call.body, hidden: 'never sent' })
  }),
  answer(postUpload, async (call) =>
    granted({ note: call.body.note, files: call.files.map(({ field, name, bytes }) => ({ field, name, size: bytes.byteLength })) }),
  ),
  answer(getFile, async (call) => {
    const { kind } = call.params
    if (kind === 'html') return granted({ mediaType: 'text/html', body: '<script>alert(1)</script>' })
    if (kind === 'svg') return granted({ mediaType: 'image/svg+xml', body: '<svg/>' })
    return granted({ mediaType: 'application/pdf', name: '关于“试点”的通知\r\n(一).pdf', body: Readable.from([Buffer.from('%PDF-')]) })
  }),
  answer(getWrong, async () => granted({ day: 'yesterday' })),
  answer(postNote, async (call) => {
    await call.tx
      .withTables<{ 'access.unit_name': { unit_id: string; name: string } }>()
      .insertInto('access.unit_name')
      .values({ unit_id: call.actor.accountId, name: 'x' })
      .execute()
    if (call.body.ending === 'fail') throw new Error('the secret of the inside')
    return call.body.ending === 'grant' ? granted({}) : refused('stale-version')
  }),
  answer(
    postTry,
    async (call) => {
      await call.tx
        .withTables<{ 'access.unit_name': { unit_id: string; name: string } }>()
        .insertInto('access.unit_name')
        .values({ unit_id: call.actor.accountId, name: 'x' })
        .execute()
      return refused('wrong-login')
    },
    { commitsRefusals: true },
  ),
  answer(getList, async (call) => granted({ page: call.query.page })),
]

let database: FreshDatabase
let app: FastifyInstance
let folder: string
const logged: string[] = []

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'office-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>办公</title>')
  await writeFile(join(folder, 'assets', 'index-abc123.js'), 'export {}')
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      logged.push(String(chunk))
      done()
    },
  })
  app = await openOffice({
    database,
    clock: standingClock(new Date('2026-11-22T01:00:00Z'), 'Asia/Shanghai'),
    fileStore: {} as FileStore,
    seal: sealUnder(Buffer.alloc(32)),
    guard,
    routes,
    sentences: { 'stale-version': '{who}他人已修改，请刷新。' },
    log: pino(sink),
    spaFolder: folder,
    uploads: { fileBytes: 1024, totalBytes: 1500, files: 2 },
    metricsToken: 'collector',
  })
})

afterAll(async () => {
  await app.close()
  await database.close()
  await rm(folder, { recursive: true })
})

beforeEach(() => {
  noted.length = 0
  logged.length = 0
})

const ids = {
  grant: '10000000-0000-4000-8000-000000000001',
  refuse: '10000000-0000-4000-8000-000000000002',
  fail: '10000000-0000-4000-8000-000000000003',
  attempt: '10000000-0000-4000-8000-000000000004',
}
const send = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object | string, who = 'wang', headers: Record<string, string> = {}) =>
  app.inject({
    method,
    url: `/api${url}`,
    cookies: { gongkai_session: who },
    headers: { 'x-csrf-token': 'csrf', ...headers },
    ...(payload === undefined ? {} : { payload }),
  })
const kept = async (id: string): Promise<boolean> => (await database.pool.query('select from access.unit_name where unit_id = $1', [id])).rowCount === 1

describe('a call', () => {
  it('is checked on the way in and on the way out', async () => {
    const response = await send('PUT', '/things/7', { name: '事项' })
    expect(response.json()).toEqual({ name: '事项', count: 1 })
    expect(response.headers['cache-control']).toBe('no-store')
    expect((await send('PUT', '/things/7', { name: '太长的名字了', count: 'x' })).json()).toEqual({
      type: 'about:blank',
      status: 422,
      title: '填写的内容有误，请按提示修改。',
      code: 'wrong-shape',
      reasons: [
        { code: 'wrong-shape-too-big', sentence: '不超过5个字', field: 'name' },
        { code: 'wrong-shape-invalid-type', sentence: '填写的内容类型不正确', field: 'count' },
      ],
    })
    expect((await send('PUT', '/things/7')).json().reasons).toEqual([{ code: 'wrong-shape-invalid-type', sentence: '请填写此项', field: 'name' }])
    expect((await send('GET', '/things?page=0')).json().reasons[0].field).toBe('page')
    expect((await send('GET', '/things?page=3')).json()).toEqual({ page: 3 })
  })

  it('keeps what a granted handler wrote and nothing of a refused or failed one', async () => {
    expect((await send('POST', '/notes', { ending: 'grant' }, ids.grant)).statusCode).toBe(200)
    expect((await send('POST', '/notes', { ending: 'refuse' }, ids.refuse)).statusCode).toBe(409)
    expect((await send('POST', '/notes', { ending: 'fail' }, ids.fail)).statusCode).toBe(500)
    expect([await kept(ids.grant), await kept(ids.refuse), await kept(ids.fail)]).toEqual([true, false, false])
    expect(noted.map((row) => row.outcome)).toEqual(['done', 'refused', 'failed'])
  })

  it('keeps what a refused handler wrote where the route says so', async () => {
    expect((await send('POST', '/tries', undefined, ids.attempt)).statusCode).toBe(401)
    expect(await kept(ids.attempt)).toBe(true)
  })

  it('says of a fault only a number, which stands in the log beside the cause', async () => {
    const response = await send('POST', '/notes', { ending: 'fail' }, ids.fail)
    expect(response.body).not.toContain('secret')
    const incident = /故障编号(\w{8})/.exec(response.json().title)?.[1] ?? 'none'
    expect(logged.find((line) => line.includes(incident))).toContain('the secret of the inside')
    expect(noted[0]?.detail).toEqual({ incident })
    expect((await send('GET', '/wrong')).statusCode).toBe(500)
  })

  it('weighs several reasons by the worst: what cannot be seen is not there', async () => {
    expect((await send('PUT', '/things/secret', { name: 'a' })).json()).toMatchObject({
      status: 404,
      code: 'not-found',
      reasons: [{ code: 'not-found' }, { code: 'not-allowed' }],
    })
    expect((await send('PUT', '/things/stale', { name: 'a' })).json()).toMatchObject({ status: 409, title: '{who}他人已修改，请刷新。' })
  })

  it('is refused in words where it cannot be read', async () => {
    const json = { 'content-type': 'application/json' }
    expect((await send('PUT', '/things/7', '{"name":', 'wang', json)).json()).toMatchObject({ status: 400, code: 'not-readable' })
    expect((await send('PUT', '/things/7', '{"__proto__":{"x":1},"name":"a"}', 'wang', json)).statusCode).toBe(400)
    expect((await send('PUT', '/things/7', 'x'.repeat(6 * 1024 * 1024), 'wang', json)).json()).toMatchObject({ status: 413, code: 'body-too-large' })
    expect((await send('PUT', '/things/7', '<x/>', 'wang', { 'content-type': 'application/xml' })).json()).toMatchObject({ status: 415, code: 'media-type' })
  })
})

describe('while the database is away', () => {
  it('a call is told to come again, and the watcher learns it', async () => {
    const gone = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none', name: 'gone' })
    const lone = await openOffice({
      database: gone,
      clock: standingClock(new Date(0), 'UTC'),
      fileStore: {} as FileStore,
      seal: sealUnder(Buffer.alloc(32)),
      sentences: {},
      guard,
      routes,
    })
    const response = await lone.inject({ url: '/api/things', cookies: { gongkai_session: 'wang' } })
    expect(response.json()).toMatchObject({ status: 503, code: 'unavailable' })
    expect((await lone.inject('/readyz')).statusCode).toBe(503)
    expect((await lone.inject('/healthz')).statusCode).toBe(200)
    await lone.close()
    await gone.close()
  })
})

describe('the audit row', () => {
  it('says who did what to which thing, from where, and how it ended', async () => {
    await send('PUT', '/things/7', { name: '事项' })
    await send('PUT', '/things/8', { name: '事项' }, 'stranger')
    expect(noted).toEqual([
      expect.objectContaining({
        accountId: 'wang',
        login: 'wang',
        action: 'thing.manage',
        title: '保存事项',
        objectKind: 'thing',
        objectId: '7',
        outcome: 'done',
        address: '127.0.0.1',
      }),
      expect.objectContaining({ accountId: 'stranger', objectId: '8', outcome: 'refused', detail: { refusals: [{ code: 'not-allowed' }] } }),
    ])
  })

  it('is not owed for reading', async () => {
    await send('GET', '/things')
    await send('GET', '/file/html')
    expect(noted).toEqual([])
  })
})

describe('a file', () => {
  it('is a download under its own name, in a form that old and new browsers understand', async () => {
    const response = await send('GET', '/file/pdf')
    expect(response.headers['content-disposition']).toBe(
      `attachment; filename="______________(_).pdf"; filename*=UTF-8''${encodeURIComponent('关于“试点”的通知__')}%28${encodeURIComponent('一')}%29.pdf`.replace(
        '______________',
        '_'.repeat(11),
      ),
    )
    expect(response.headers['x-content-type-options']).toBe('nosniff')
    expect(response.body).toBe('%PDF-')
  })

  it('never runs: a page is shown without scripts, a picture with scripts is a download', async () => {
    const page = await send('GET', '/file/html')
    expect(page.headers['content-disposition']).toBe('inline')
    expect(page.headers['content-security-policy']).toMatch(/^sandbox .*default-src 'none'/)
    expect(page.headers['content-security-policy']).not.toContain('script')
    expect((await send('GET', '/file/svg')).headers['content-disposition']).toMatch(/^attachment/)
  })
})

describe('an upload', () => {
  const form = (...files: [name: string, bytes: number][]): FormData => {
    const data = new FormData()
    data.append('note', '附件')
    for (const [name, bytes] of files) data.append('files', new Blob([new Uint8Array(bytes)]), name)
    return data
  }
  const upload = async (data: FormData) => {
    const request = new Request('http://x', { method: 'POST', body: data })
    return send('POST', '/uploads', Buffer.from(await request.arrayBuffer()), 'wang', {
      'content-type': request.headers.get('content-type') ?? '',
    })
  }

  it('brings files with their Chinese names, without folders, and fields', async () => {
    expect((await upload(form(['通知.docx', 10], ['目录/附件一.pdf', 20]))).json()).toEqual({
      note: '附件',
      files: [
        { field: 'files', name: '通知.docx', size: 10 },
        { field: 'files', name: '附件一.pdf', size: 20 },
      ],
    })
  })

  it('is refused in words where a file, their sum or their number is too large', async () => {
    expect((await upload(form(['大文件.pdf', 1025]))).json()).toMatchObject({
      status: 413,
      code: 'file-too-large',
      title: '文件“大文件.pdf”超过1KB的限制，请压缩或拆分后重新上传。',
    })
    expect((await upload(form(['a', 900], ['b', 900]))).json()).toMatchObject({ status: 413, code: 'upload-too-large' })
    expect((await upload(form(['a', 1], ['b', 1], ['c', 1]))).json()).toMatchObject({ status: 422, code: 'too-many-files' })
    expect((await send('POST', '/uploads', { note: 'x' })).json()).toMatchObject({ status: 415, code: 'media-type' })
  })

  it('is answered even while a browser is still sending', async () => {
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const response = await fetch(`${address}/api/uploads`, {
      method: 'POST',
      body: form(['a', 5_000_000]),
      headers: { cookie: 'gongkai_session=wang', 'x-csrf-token': 'csrf' },
    })
    expect(await response.json()).toMatchObject({ code: 'file-too-large' })
  })
})

describe('the description', () => {
  it('is OpenAPI 3.1 made from the contracts', async () => {
    const document = (await app.inject('/api/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(document.paths['/things/{thingId}'].put).toMatchObject({
      summary: '保存事项',
      parameters: [
        { name: 'thingId', in: 'path', required: true },
        { name: 'x-csrf-token', in: 'header' },
      ],
      requestBody: { content: { 'application/json': { schema: { required: ['name'] } } } },
    })
    expect(document.paths['/uploads'].post.requestBody.content['multipart/form-data'].schema.properties).toHaveProperty('files')
  })

  it('has a page without scripts', async () => {
    const response = await app.inject('/api/docs')
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(response.body).toContain('保存事项')
    expect(response.body).not.toContain('<script')
  })

  it('lists every route with who may call it', () => {
    expect(routeTable(routes)).toContainEqual({ method: 'PUT', url: '/api/things/:thingId', may: 'thing.manage', title: '保存事项' })
  })

  it('does not start with a contract that names an unknown right', async () => {
    const odd = answer(contract({ method: 'GET', path: '/odd', title: '', may: 'thing.mange', answer: nothing }), async () => granted({}))
    await expect(
      openOffice({
        database,
        clock: standingClock(new Date(0), 'UTC'),
        fileStore: {} as FileStore,
        seal: sealUnder(Buffer.alloc(32)),
        guard,
        routes: [odd],
        sentences: {},
      }),
    ).rejects.toThrow('thing.mange')
  })
})

describe('a watcher', () => {
  it('learns that the process lives and that its database answers', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await app.inject('/readyz')).json()).toEqual({ status: 'ok' })
  })

  it('reads the measures on this machine, or with the token; never through a proxy without it', async () => {
    const own = await app.inject('/metrics')
    expect(own.body).toContain('gongkai_http_request_seconds_count{method="PUT",route="/api/things/:thingId",status="200"}')
    expect((await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode).toBe(403)
    expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(403)
    expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.9', headers: { authorization: 'Bearer collector' } })).statusCode).toBe(200)
  })
})

describe('the log', () => {
  it('has one line a call, without what was searched for and without an address', async () => {
    await send('GET', '/things?q=张三')
    const lines = logged.map((line) => JSON.parse(line))
    expect(lines).toEqual([expect.objectContaining({ msg: 'call', method: 'GET', route: '/api/things', status: 200, account: 'wang' })])
    expect(logged.join('')).not.toContain('127.0.0.1')
  })
})

describe('the built client', () => {
  const browser = { accept: 'text/html' }

  it('is served for every address that is a page, under a policy that lets no foreign script in', async () => {
    for (const url of ['/', '/editions/7', '/accounts?page=2']) {
      const page = await app.inject({ url, headers: browser })
      expect([url, page.statusCode]).toEqual([url, 200])
      expect(page.body).toContain('办公')
      expect(page.headers['content-security-policy']).toContain("script-src 'self';")
      expect(page.headers['cache-control']).toBe('no-cache')
    }
    expect((await app.inject('/assets/index-abc123.js')).headers['cache-control']).toContain('immutable')
  })

  it('is not what a missing file or a missing route answers', async () => {
    expect((await app.inject({ url: '/assets/gone.js', headers: browser })).statusCode).toBe(404)
    expect((await app.inject({ url: '/api/gone', headers: browser })).json()).toMatchObject({ status: 404, code: 'not-found' })
    expect((await app.inject({ url: '/../../etc/passwd', headers: browser })).body).not.toContain('root:')
  })
})

describe('sign-in calls', () => {
  it('are counted by address', async () => {
    const postSession = contract({ method: 'POST', path: '/session', title: '登录', may: 'anyone', answer: nothing })
    const getSession = contract({ method: 'GET', path: '/session', title: '会话', may: 'anyone', answer: z.object({ csrfToken: z.string() }) })
    const small = await openOffice({
      database,
      clock: standingClock(new Date(0), 'UTC'),
      fileStore: {} as FileStore,
      seal: sealUnder(Buffer.alloc(32)),
      sentences: {},
      signInsPerMinute: 2,
      guard: { ...guard, authenticate: async () => undefined },
      routes: [answer(postSession, async () => granted({})), answer(getSession, async (call) => granted({ csrfToken: call.visitorCsrfToken }))],
    })
    const client = officeClient(small)
    await client.refresh()
    const codes = [await client.call('POST', '/session'), await client.call('POST', '/session'), await client.call('POST', '/session')].map(
      (one) => one.statusCode,
    )
    expect(codes).toEqual([200, 200, 429])
    await small.close()
  })
})
