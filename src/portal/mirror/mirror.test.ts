// A mirror of a small town: what it holds, where its links lead, and what a later run touches.
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withdraw } from '../../modules/publication/index.ts'
import type { Published } from '../../modules/publication/rules/public-item.ts'
import { aTown, anAttachment, now, type Town } from '../fixtures.ts'
import { checkMirror } from './check.ts'
import { openCrew, type Crew } from './crew.ts'
import { follow } from './follow.ts'
import { Mirror } from './run.ts'
import type { MirrorSite } from './state.ts'

const portal = 'https://www.qinglan.example'
let town: Town
let folder: string
let crew: Crew
let mirror: Mirror
let first: Published
let second: Published
let attachmentId: string

const site: MirrorSite = { version: 1, portal, basePath: '/zfxxgk/', prefixes: ['', 'tw'], downloads: true, headers: { 'x-content-type-options': 'nosniff' } }
const file = (name: string): string => join(folder, 'public', 'site', 'zfxxgk', name)
const text = (name: string): string => readFileSync(file(name), 'utf8')
const crewOf = (into: string, ofSite: MirrorSite, threads = 0): Promise<Crew> =>
  openCrew(
    { site: ofSite, folder: into, databaseUrl: town.database.portalUrl, filesFolder: town.filesFolder, timeZone: 'Asia/Shanghai', standsAt: now.toISOString() },
    threads,
  )
const mirrorOf = (into: string, ofSite: MirrorSite, ofCrew: Crew, stopped = (): boolean => false): Mirror =>
  new Mirror({ folder: into, site: ofSite, database: town.portalDatabase, crew: ofCrew, today: () => '2026-11-22', progress: () => {}, stopped })

beforeAll(async () => {
  town = await aTown()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-mirror-'))
  const attachment = await anAttachment(town, '申报“指南”.pdf', Buffer.from('%PDF-1.4 指南'))
  attachmentId = attachment.id
  first = await town.publish({ title: '关于防汛的通知', attachments: [attachment], documentNumber: '青政发〔2026〕1号' })
  second = await town.publish({
    title: '关于抗旱的通知',
    documentNumber: '青政发〔2026〕2号',
    bodyHtml: '<p>见<a href="https://elsewhere.example/a">外站</a>。</p>',
  })
  crew = await crewOf(folder, site)
  mirror = mirrorOf(folder, site, crew)
})
afterAll(async () => {
  await crew.close()
  await town.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a first run', () => {
  it('writes pages, feeds, sitemap, data, downloads, attachments and assets', async () => {
    const report = await mirror.bringUpToDate()
    expect(report.complete).toBe(true)
    const id = first.documentId
    for (const name of [
      'index.html',
      'latest.html',
      'site-map.html',
      'archive.html',
      'archive/2026-11.html',
      'archive/2026-11-22.html',
      'columns/zhengce.html',
      'columns/zhengce/feed.atom',
      'units/mzj.html',
      'feed.json',
      'sitemap.xml',
      'sitemap-2026-11.xml',
      'robots.txt',
      'favicon.svg',
      `documents/${id}.html`,
      `documents/${id}.json`,
      `documents/${id}/print.html`,
      `documents/${id}.docx`,
      `documents/${id}.pdf`,
      `documents/${id}/attachments/${attachmentId}.pdf`,
      'tw/index.html',
      `tw/documents/${id}.html`,
      'apply.html',
    ])
      // prettier-ignore
      expect([name, existsSync(file(name))]).toEqual([name, true])
    expect(existsSync(join(folder, 'public/problems/404.html'))).toBe(true)
    expect(await readdir(file('assets'))).toEqual(expect.arrayContaining([expect.stringMatching(/^site\.[0-9a-f]{12}\.css$/)]))
    expect(text(`documents/${id}/attachments/${attachmentId}.pdf`)).toBe('%PDF-1.4 指南')
    expect((await stat(file('index.html'))).mode & 0o777).toBe(0o644)
  })

  it('puts the compressed forms of the same text beside it', async () => {
    const plain = text('index.html')
    expect(gunzipSync(readFileSync(file('index.html.gz'))).toString()).toBe(plain)
    expect(brotliDecompressSync(readFileSync(file('index.html.br'))).toString()).toBe(plain)
    expect(existsSync(file(`documents/${first.documentId}.pdf.gz`))).toBe(false)
  })

  it('leads whatever needs a server to the portal, and all else to itself', () => {
    const page = text(`documents/${second.documentId}.html`)
    expect(page).toContain(`action="${portal}/zfxxgk/search"`)
    expect(page).toContain(`href="${portal}/zfxxgk/leave?to=https%3A%2F%2Felsewhere.example%2Fa"`)
    expect(page).toContain(`href="${portal}/zfxxgk/register?q&#61;`)
    expect(page).toContain(`href="${portal}/zfxxgk/elder/documents/${second.documentId}"`)
    expect(page).toContain(`href="/zfxxgk/tw/documents/${second.documentId}"`)
    expect(page).toContain('href="/zfxxgk/columns/zhengce"')
    expect(text('tw/index.html')).toContain('href="/zfxxgk/tw/disclosure"')
  })

  it('saves files under their names', () => {
    expect(text(`documents/${first.documentId}.html`)).toContain(`attachments/${attachmentId}" download="申报“指南”.pdf"`)
    expect(text(`documents/${first.documentId}.html`)).toContain('.docx" download="关于防汛的通知.docx"')
  })

  it('has no dead link, hashes that fit, and a way to every document without a query', async () => {
    const report = await checkMirror(folder)
    expect(report?.faults).toEqual([])
    expect(report?.documents).toBe(2)
    expect(report?.links).toBeGreaterThan(500)
  })

  it('finds a file that was changed, one that is missing and one that nobody listed', async () => {
    const id = second.documentId
    const kept = text(`documents/${id}.json`)
    writeFileSync(file(`documents/${id}.json`), '{}')
    writeFileSync(file('planted.html'), '<a href="/zfxxgk/nowhere">x</a>')
    const columns = text('units/mzj.html')
    await rm(file('units/mzj.html'))
    const kinds = (await checkMirror(folder))?.faults.map(({ kind, file: named }) => `${kind} ${named}`)
    expect(kinds).toEqual(
      expect.arrayContaining([
        `changed site/zfxxgk/documents/${id}.json`,
        'unlisted site/zfxxgk/planted.html',
        'missing site/zfxxgk/units/mzj.html',
        'dead-link site/zfxxgk/units.html',
      ]),
    )
    await rm(file('planted.html'))
    writeFileSync(file(`documents/${id}.json`), kept)
    writeFileSync(file('units/mzj.html'), columns)
    expect((await checkMirror(folder))?.faults).toEqual([])
  })
})

describe('a later run', () => {
  it('writes nothing where nothing changed', async () => {
    expect(await mirror.bringUpToDate()).toEqual({ written: 0, removed: 0, complete: true })
    expect(await mirrorOf(folder, site, crew).bringUpToDate()).toEqual({ written: 0, removed: 0, complete: true })
  })

  it('writes a new document with the pages that list it, and leaves the others alone', async () => {
    const untouched = (await stat(file(`documents/${first.documentId}.html`))).mtimeMs
    const third = await town.publish({ title: '关于供水的通知', documentNumber: '青政发〔2026〕3号' })
    await mirrorOf(folder, site, crew).bringUpToDate()
    expect(text(`documents/${third.documentId}.html`)).toContain('关于供水的通知')
    for (const name of ['index.html', 'latest.html', 'columns/zhengce.html', 'archive/2026-11-22.html', 'feed.atom', 'sitemap-2026-11.xml'])
      expect([name, text(name).includes(third.documentId)]).toEqual([name, true])
    expect((await stat(file(`documents/${first.documentId}.html`))).mtimeMs).toBe(untouched)
    expect((await checkMirror(folder))?.faults).toEqual([])
  })

  it('writes the archive of a day that nothing was listed on before', async () => {
    await town.publish({ title: '次日的通知', documentNumber: null }, new Date('2026-11-23T09:00:00+08:00'))
    await mirror.bringUpToDate()
    expect(text('archive/2026-11-23.html')).toContain('次日的通知')
  })

  it('puts a tombstone where a document was withdrawn, and nothing else of it stays', async () => {
    const id = second.documentId
    await town.database.transaction((tx) => withdraw(tx, { documentId: id, reason: 'wrong-content', at: now }))
    await mirror.bringUpToDate()
    expect(readFileSync(join(folder, `public/gone/${id}.html`), 'utf8')).toContain('这条信息已经撤下')
    expect(JSON.parse(readFileSync(join(folder, `public/gone/${id}.json`), 'utf8'))).toMatchObject({ id })
    const all = await readdir(join(folder, 'public/site'), { recursive: true, withFileTypes: true })
    expect(all.filter((one) => one.isFile() && `${one.parentPath}/${one.name}`.includes(id))).toEqual([])
    for (const one of all.filter((entry) => entry.isFile() && /\.(html|atom|json|xml)$/.test(entry.name)))
      expect((await readFile(join(one.parentPath, one.name), 'utf8')).includes('关于抗旱的通知'), one.name).toBe(false)
    expect((await checkMirror(folder))?.faults).toEqual([])
  })

  it('goes on where it was stopped', async () => {
    const other = await mkdtemp(join(tmpdir(), 'gongkai-mirror-'))
    const itsCrew = await crewOf(other, site)
    let asked = 0
    const stopped = await mirrorOf(other, site, itsCrew, () => (asked += 1) > 40).bringUpToDate()
    expect(stopped.complete).toBe(false)
    expect((await mirrorOf(other, site, itsCrew).bringUpToDate()).complete).toBe(true)
    await itsCrew.close()
    expect((await checkMirror(other))?.faults).toEqual([])
    await rm(other, { recursive: true })
  })
})

describe('following', () => {
  it('writes what is published while it follows, and stops when it is told', async () => {
    const over = new AbortController()
    const failures: unknown[] = []
    let heard = (): void => {}
    const following = follow({ mirror, database: town.portalDatabase, signal: over.signal, changed: () => heard(), failed: (error) => failures.push(error) })
    const told = new Promise<void>((resolve) => {
      heard = resolve
    })
    const fourth = await town.publish({ title: '随后的通知', documentNumber: null })
    await told
    over.abort()
    await following
    expect(failures).toEqual([])
    expect(text(`documents/${fourth.documentId}.html`)).toContain('随后的通知')
  })
})
