// A mirror carried into another network: signed, in order, proved before it is shown; and shown by nginx as the portal shows itself.
import { execFile, spawn } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pack, extract } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withdraw } from '../../modules/publication/index.ts'
import type { Published } from '../../modules/publication/rules/public-item.ts'
import { aTown, anAttachment, now, type Town } from '../fixtures.ts'
import { applyBundle } from './apply.ts'
import { makeBundle } from './bundle.ts'
import { checkMirror } from './check.ts'
import { openCrew, shownHeaders, type Crew } from './crew.ts'
import { nginxConfiguration } from './nginx.ts'
import { Mirror } from './run.ts'
import type { MirrorSite } from './state.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
let town: Town
let folder: string
let origin: string
let crew: Crew
let site: MirrorSite
let first: Published
let second: Published
let attachmentId: string
const at = (name: string): string => join(folder, name)
const mirrored = (mirror: string, name: string): string => readFileSync(join(at(mirror), 'public/site', name), 'utf8')
const bring = (): Promise<unknown> =>
  new Mirror({ folder: origin, site, database: town.portalDatabase, crew, today: () => '2026-11-22', progress: () => {}, stopped: () => false }).bringUpToDate()
const bundle = (name: string, since?: string): ReturnType<typeof makeBundle> =>
  makeBundle(origin, at(name), { since: since === undefined ? undefined : at(since), key: privateKey, now })

beforeAll(async () => {
  town = await aTown()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-carried-'))
  origin = at('origin')
  await mkdir(origin)
  const attachment = await anAttachment(town, '名册.pdf', Buffer.from('%PDF-1.4 名册'))
  attachmentId = attachment.id
  first = await town.publish({ title: '关于防汛的通知', documentNumber: null, attachments: [attachment] })
  second = await town.publish({ title: '关于抗旱的通知', documentNumber: null })
  const shown = { portal: 'https://www.qinglan.example', basePath: '/zfxxgk/', prefixes: [''], downloads: false }
  const common = { databaseUrl: town.database.portalUrl, filesFolder: town.filesFolder, timeZone: 'Asia/Shanghai', standsAt: now.toISOString(), folder: origin }
  site = { version: 1, ...shown, headers: await shownHeaders({ ...common, site: shown }) }
  crew = await openCrew({ ...common, site }, 0)
  await bring()
  await bundle('all.bundle')
  await applyBundle(at('all.bundle'), at('far'), publicKey)
})
afterAll(async () => {
  await crew.close()
  await town.close()
  await rm(folder, { recursive: true, force: true })
})

/** The entries of a bundle, changed and written again. */
async function forged(from: string, to: string, change: (entries: [name: string, bytes: Buffer][]) => [string, Buffer][]): Promise<string> {
  const entries: [string, Buffer][] = []
  const reading = extract()
  reading.end(readFileSync(at(from)))
  for await (const entry of reading) {
    const parts: Buffer[] = []
    for await (const part of entry) parts.push(part as Buffer)
    entries.push([entry.header.name, Buffer.concat(parts)])
  }
  const tar = pack()
  for (const [name, bytes] of change(entries)) tar.entry({ name }, bytes)
  tar.finalize()
  const parts: Buffer[] = []
  for await (const part of tar) parts.push(part as Buffer)
  writeFileSync(at(to), Buffer.concat(parts))
  return at(to)
}
const generationsOf = (mirror: string): string[] => readdirSync(join(at(mirror), 'generations'))

describe('a bundle', () => {
  it('makes the same mirror elsewhere, with compressed forms', async () => {
    expect(mirrored('far', `zfxxgk/documents/${first.documentId}.html`)).toBe(
      readFileSync(join(origin, `public/site/zfxxgk/documents/${first.documentId}.html`), 'utf8'),
    )
    expect(existsSync(join(at('far'), 'public/site/zfxxgk/index.html.gz'))).toBe(true)
    const [here, there] = [await checkMirror(origin), await checkMirror(at('far'))]
    expect([there?.faults, there?.files, there?.links]).toEqual([[], here?.files, here?.links])
  })

  it('since an earlier one holds what changed alone, and takes the place of the old mirror in one step', async () => {
    const third = await town.publish({ title: '关于供水的通知', documentNumber: null })
    await town.database.transaction((tx) => withdraw(tx, { documentId: second.documentId, reason: 'wrong-content', at: now }))
    await bring()
    const made = await bundle('next.bundle', 'all.bundle')
    expect(made.files).toBeLessThan(40)
    expect(existsSync(join(at('far'), `public/site/zfxxgk/documents/${second.documentId}.html`))).toBe(true)
    const applied = await applyBundle(at('next.bundle'), at('far'), publicKey)
    expect(applied.files).toBe(made.files)
    expect(applied.kept).toBeGreaterThan(50)
    expect(mirrored('far', `zfxxgk/documents/${third.documentId}.html`)).toContain('关于供水的通知')
    expect(existsSync(join(at('far'), `public/site/zfxxgk/documents/${second.documentId}.html`))).toBe(false)
    expect(existsSync(join(at('far'), `public/gone/${second.documentId}.html`))).toBe(true)
    expect((await checkMirror(at('far')))?.faults).toEqual([])
    expect(generationsOf('far')).toHaveLength(1)
  })

  const untouched = async (work: () => Promise<unknown>, fault: string): Promise<void> => {
    const before = [generationsOf('far'), (await checkMirror(at('far')))?.files]
    await expect(work()).rejects.toMatchObject({ name: 'BundleRefused', fault })
    expect([generationsOf('far').filter((name) => before[0]?.toString().includes(name)), (await checkMirror(at('far')))?.files]).toEqual(before)
  }

  it('is refused out of order: a second time, or before the one that it follows', async () => {
    await untouched(() => applyBundle(at('next.bundle'), at('far'), publicKey), 'wrong-order')
    await untouched(() => applyBundle(at('all.bundle'), at('far'), publicKey), 'wrong-order')
    await expect(applyBundle(at('next.bundle'), at('empty'), publicKey)).rejects.toMatchObject({ fault: 'wrong-order' })
  })

  it('is refused with another signature, or with none', async () => {
    await expect(applyBundle(at('all.bundle'), at('other'), generateKeyPairSync('ed25519').publicKey)).rejects.toMatchObject({ fault: 'wrong-signature' })
    const unsigned = await forged('all.bundle', 'unsigned.bundle', (entries) =>
      entries.map(([name, bytes]) => [name, name === 'bundle.sig' ? Buffer.alloc(64) : bytes]),
    )
    await expect(applyBundle(unsigned, at('other'), publicKey)).rejects.toMatchObject({ fault: 'wrong-signature' })
  })

  it('is refused when a file, the manifest or the number of files was changed', async () => {
    const page = `site/zfxxgk/documents/${first.documentId}.html`
    const cases: [string, (entries: [string, Buffer][]) => [string, Buffer][]][] = [
      ['file', (entries) => entries.map(([name, bytes]) => [name, name === page ? Buffer.from('<p>假的</p>') : bytes])],
      ['missing', (entries) => entries.filter(([name]) => name !== page)],
      ['more', (entries) => [...entries, ['site/zfxxgk/planted.html', Buffer.from('x')]]],
      [
        'manifest',
        (entries) =>
          entries.map(([name, bytes]) => [name, name === 'manifest.txt' ? Buffer.from(bytes.toString().replace(/^[0-9a-f]{8}/, '00000000')) : bytes]),
      ],
    ]
    for (const [name, change] of cases) {
      const path = await forged('all.bundle', `${name}.bundle`, change)
      await expect(applyBundle(path, at('other'), publicKey), name).rejects.toMatchObject({ fault: 'tampered' })
      expect(existsSync(join(at('other'), 'public')), name).toBe(false)
    }
  })

  it('cannot write outside the mirror, even when it is signed', async () => {
    const { createHash } = await import('node:crypto')
    for (const escape of ['site/../../../escaped.html', '/tmp/escaped.html', 'site/zfxxgk/..', 'manifest/p0.txt', 'progress.json', 'site//x']) {
      const line = `${createHash('sha256').update('x').digest('hex')}  ${escape}\n`
      const header = Buffer.from(
        JSON.stringify({ format: 'gongkai-mirror-bundle', version: 1, base: null, result: createHash('sha256').update(line).digest('hex'), madeAt: '' }),
      )
      const path = await forged('all.bundle', 'escape.bundle', () => [
        ['bundle.json', header],
        ['bundle.sig', sign(null, header, privateKey)],
        ['manifest.txt', Buffer.from(line)],
        [escape, Buffer.from('x')],
      ])
      await expect(applyBundle(path, at('other'), publicKey), escape).rejects.toMatchObject({ fault: 'tampered' })
    }
    expect(existsSync(at('escaped.html')) || existsSync('/tmp/escaped.html')).toBe(false)
  })

  it('is refused where it is cut off, where it is none, and where the portal itself writes', async () => {
    writeFileSync(at('cut.bundle'), readFileSync(at('all.bundle')).subarray(0, 200_000))
    await expect(applyBundle(at('cut.bundle'), at('other'), publicKey)).rejects.toMatchObject({ name: 'BundleRefused' })
    writeFileSync(at('none.bundle'), 'nothing of the kind')
    await expect(applyBundle(at('none.bundle'), at('other'), publicKey)).rejects.toMatchObject({ fault: 'not-a-bundle' })
    await expect(applyBundle(at('all.bundle'), origin, publicKey)).rejects.toMatchObject({ fault: 'written-by-portal' })
  })
})

const nginxProgram = '/usr/sbin/nginx'

describe.runIf(existsSync(nginxProgram))('nginx', () => {
  let port: number
  let process: ReturnType<typeof spawn>
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' })

  beforeAll(async () => {
    port = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const address = probe.address()
        probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
      })
    })
    const configuration = nginxConfiguration({ site, root: join(at('far'), 'public'), listen: `127.0.0.1:${port}`, serverName: '_', upstream: undefined })
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${at(name)};`).join('\n')
    writeFileSync(
      at('nginx.conf'),
      `daemon off;\nuser root;\npid ${at('nginx.pid')};\nerror_log ${at('error.log')};\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${configuration}\n}\n`,
    )
    await promisify(execFile)(nginxProgram, ['-t', '-e', at('error.log'), '-c', at('nginx.conf')])
    process = spawn(nginxProgram, ['-e', at('error.log'), '-c', at('nginx.conf')], { stdio: 'ignore' })
    for (let tries = 0; tries < 200; tries += 1) {
      const up = await get('/zfxxgk/').then((answer) => answer.arrayBuffer().then(() => true), () => false) // prettier-ignore
      if (up) return
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    }
  })
  afterAll(async () => {
    const ended = new Promise((resolve) => {
      process.once('exit', resolve)
    })
    process.kill('SIGTERM')
    await ended
  })

  it('sends the same page with the same headers as the portal', async () => {
    const answer = await get(`/zfxxgk/documents/${first.documentId}`)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'public, no-cache',
    ])
    expect(await answer.text()).toContain('关于防汛的通知')
    for (const [name, value] of Object.entries(site.headers))
      if (name !== 'content-security-policy') expect([name, answer.headers.get(name)]).toEqual([name, value])
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'self' https://www.qinglan.example")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('sends the compressed form that stands there', async () => {
    const answer = await get('/zfxxgk/', { 'accept-encoding': 'gzip' })
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, 'gzip'])
    expect(await answer.text()).toBe(mirrored('far', 'zfxxgk/index.html'))
  })

  it('answers 410 with the tombstone of a withdrawn document, also for what stood below it, and 404 for what never was', async () => {
    for (const path of [`documents/${second.documentId}`, `documents/${second.documentId}/print`, `documents/${second.documentId}.pdf`]) {
      const answer = await get(`/zfxxgk/${path}`)
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 410, 'no-store'])
      expect(await answer.text()).toContain('这条信息已经撤下')
    }
    const data = await get(`/zfxxgk/documents/${second.documentId}.json`)
    expect([data.status, ((await data.json()) as { id: string }).id]).toEqual([410, second.documentId])
    for (const path of ['/zfxxgk/nowhere', '/zfxxgk/documents/0f000000-0000-4000-8000-000000000009', '/elsewhere', '/zfxxgk/index.html.gz'])
      expect([path, (await get(path)).status]).toEqual([path, 404])
    expect(await (await get('/zfxxgk/nowhere')).text()).toContain('没有找到这个页面')
  })

  it('knows attachments, feeds, assets and data by their types', async () => {
    const attachment = await get(`/zfxxgk/documents/${first.documentId}/attachments/${attachmentId}`)
    expect([attachment.status, attachment.headers.get('content-type'), attachment.headers.get('content-disposition')]).toEqual([
      200,
      'application/pdf',
      'attachment',
    ])
    expect((await get('/zfxxgk/feed.atom')).headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect((await get('/zfxxgk/feed.json')).headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
    const css = /href="(\/zfxxgk\/assets\/[^"]+\.css)"/.exec(mirrored('far', 'zfxxgk/index.html'))?.[1] ?? ''
    expect((await get(css)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('leads to the portal what needs a server, and to the site who asks beside it', async () => {
    expect((await get('/zfxxgk/search?q=x')).headers.get('location')).toBe('https://www.qinglan.example/zfxxgk/search?q=x')
    expect((await get('/zfxxgk/apply/online')).headers.get('location')).toBe('https://www.qinglan.example/zfxxgk/apply/online')
    expect((await get('/')).headers.get('location')).toBe('/zfxxgk/')
  })
})
