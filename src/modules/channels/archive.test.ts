// The archive of disclosure: what is in it, that it proves itself, that the same state has the same bytes, and that a forgery is named.
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, county, layCounty, must, units, type County } from '../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { zipOf, type ArchivedFile } from '../../platform/archives/zip.ts'
import { standingClock } from '../../platform/clock/clock.ts'
import { proofOf } from '../../platform/documents/read/proof.ts'
import { openZip } from '../../platform/documents/read/zip.ts'
import { pdfOfPage } from '../../platform/documents/write/page-pdf.ts'
import { openPdfPress } from '../../platform/documents/write/pdf.ts'
import { folderStore, type FileStore } from '../../platform/files/file-store.ts'
import { archiveFaults } from './actions/check-archive.ts'
import { askArchive } from './actions/ask-archive.ts'
import { enterAppearances } from './actions/enter-appearances.ts'
import { addEvidence } from './actions/keep-evidence.ts'
import { makeArchives } from './actions/make-archives.ts'
import { archiveStream } from './actions/write-archive.ts'
import { shown } from './fixtures.ts'
import { archivesOf } from './queries/archive.ts'
import { faultsOf, readManifest, safeName } from './rules/archive-manifest.ts'

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const clock = standingClock(new Date('2026-11-21T02:00:00Z'), 'Asia/Shanghai')
const press = openPdfPress()

let database: FreshDatabase
let town: County
let folder: string
let store: FileStore
let documentId: string
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  folder = await mkdtemp(join(tmpdir(), 'gongkai-archive-'))
  store = folderStore(join(folder, 'files'))
  documentId = (await town.published()).documentId
  const lin = await town.by('lin')
  await database.transaction(async (tx) => {
    const { entryIds } = must(await enterAppearances(tx, lin, { pieceIds: [documentId], appearances: [shown()] }))
    must(await addEvidence(tx, lin, { entryIds, files: [{ name: '公开栏/照片.png', bytes: picture }] }, { store, proofOf }))
  })
})
afterAll(async () => {
  await press.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const parts = () => ({ database, store, pdfOf: (title: string, html: string) => pdfOfPage(press, title, html) })
async function written(name: string, ids = [documentId]): Promise<string> {
  const path = join(folder, name)
  await pipeline(archiveStream(parts(), await town.by('gong'), ids), createWriteStream(path))
  return path
}

describe('the archive of a document', () => {
  it('holds editions, review sheet, steps, verdict, channels with their evidence, and the receipt', async () => {
    const zip = openZip(await readFile(await written('one.zip')))
    if (typeof zip === 'string') throw new Error(zip)
    const base = '014416330_2026-00001'
    expect(zip.names).toEqual([
      '说明.txt',
      `${base}/信息.json`,
      `${base}/回执.json`,
      ...['正文.html', '正文.txt', '元数据.json', '办理过程.json', '会签.json', '门禁结论.json', '审查表.html', '审查表.pdf'].map(
        (name) => `${base}/第1版/${name}`,
      ),
      `${base}/渠道/登记.json`,
      `${base}/渠道/佐证/01-公开栏_照片.png`,
      '清单.json',
      '清单.sha256',
    ])
    const read = (name: string): unknown => JSON.parse(zip.text(`${base}/${name}`) ?? '')
    expect((read('第1版/办理过程.json') as { step: string }[]).map(({ step }) => step)).toEqual([
      'submit',
      'approve-section',
      'pass-secrecy',
      'sign',
      'publish',
    ])
    expect(read('第1版/门禁结论.json')).toMatchObject([{ passed: true }])
    expect(read('回执.json')).toMatchObject([{ act: 'publish', index_number: '014416330/2026-00001' }])
    expect(read('渠道/登记.json')).toMatchObject([{ channel: 'notice-board', entered_by: '林知夏' }])
    expect(zip.read(`${base}/渠道/佐证/01-公开栏_照片.png`)).toEqual(picture)
    expect(zip.read(`${base}/第1版/审查表.pdf`)?.subarray(0, 4).toString()).toBe('%PDF')
    expect(zip.text(`${base}/信息.json`)).not.toContain('"salt"')
  })

  it('proves itself, and has the same bytes as long as nothing has happened', async () => {
    const [one, other] = [await written('one.zip'), await written('other.zip')]
    expect(await archiveFaults(one)).toEqual({ files: 13, faults: [] })
    expect((await readFile(one)).equals(await readFile(other))).toBe(true)
  })

  it('names what was changed, added or taken away, and knows what is no archive', async () => {
    const bytes = await readFile(await written('forged.zip'))
    const at = bytes.indexOf('为保障师生温暖过冬')
    bytes.write('不', at)
    await writeFile(join(folder, 'forged.zip'), bytes)
    const result = await archiveFaults(join(folder, 'forged.zip'))
    // an altered byte breaks the checksum of its entry or the hash of the manifest: either way it does not pass
    expect(result === undefined || result.faults.some(({ kind }) => kind === 'changed')).toBe(true)
    await writeFile(join(folder, 'none.zip'), 'no archive')
    expect(await archiveFaults(join(folder, 'none.zip'))).toBeUndefined()
    const listed = readManifest(
      '{"format":"gongkai-archive-1","files":[{"path":"a","bytes":1,"sha256":"' +
        'a'.repeat(64) +
        '"},{"path":"b","bytes":1,"sha256":"' +
        'b'.repeat(64) +
        '"}]}',
    )
    expect(
      faultsOf(listed ?? [], [
        { path: 'a', sha256: 'c'.repeat(64) },
        { path: 'x', sha256: 'a'.repeat(64) },
        { path: 'x', sha256: 'a'.repeat(64) },
      ]),
    ).toEqual([
      { kind: 'changed', path: 'a' },
      { kind: 'unlisted', path: 'x' },
      { kind: 'twice', path: 'x' },
      { kind: 'unlisted', path: 'x' },
      { kind: 'missing', path: 'b' },
    ])
    for (const text of ['', '{}', '{"format":"gongkai-archive-1","files":[{}]}', '{"format":"gongkai-archive-1","files":{}}'])
      expect(readManifest(text)).toBeUndefined()
  })

  it('keeps names that every system can unpack', () => {
    expect(['../../etc/passwd', 'a:b*c?.pdf', '  ', '正文.pdf', '..'].map((name) => safeName(name))).toEqual([
      '_.._etc_passwd',
      'a_b_c_.pdf',
      '_',
      '正文.pdf',
      '_',
    ])
  })
})

describe('an archive of many documents', () => {
  it('is made by the worker with its progress, for the reach of who asked', async () => {
    const [gong, zhu] = [await town.by('gong'), await town.by('zhu')]
    const span = { from: '2026-11-01', until: '2026-11-30', title: '十一月' }
    must(await database.transaction((tx) => askArchive(tx, gong, span)))
    must(await database.transaction((tx) => askArchive(tx, zhu, { ...span, unitId: units.education })))
    expect(codesOf(await database.transaction((tx) => askArchive(tx, zhu, { ...span, unitId: units.finance })))).toEqual(['archive-empty'])
    expect(codesOf(await database.transaction((tx) => askArchive(tx, zhu, { ...span, from: '2026-12-01' })))).toEqual(['period-turned'])
    expect(await makeArchives(parts(), clock)).toBe(2)
    const { rows } = await archivesOf(database.db, gong.actor.accountId, { limit: 10, offset: 0 })
    expect(rows).toMatchObject([{ title: '十一月', total: 1, done: 1, failure: '' }])
    const bytes = await store.read(rows[0]!.sha256!)
    expect(bytes.byteLength).toBe(rows[0]!.bytes)
    await writeFile(join(folder, 'job.zip'), bytes)
    expect((await archiveFaults(join(folder, 'job.zip')))?.faults).toEqual([])
    expect(await makeArchives(parts(), clock)).toBe(0)
  })

  it('says so where it fails, and goes on with the next', async () => {
    const gong = await town.by('gong')
    must(await database.transaction((tx) => askArchive(tx, gong, { from: day('2026-11-01'), until: day('2026-11-30'), title: '坏的' })))
    const broken = { ...parts(), pdfOf: () => Promise.reject(new Error('no press')) }
    expect(await makeArchives(broken, clock)).toBe(1)
    const { rows: kept } = await sql<{ failure: string; sha256: string | null; ended: boolean }>`
      select failure, sha256, finished_at is not null as ended from channels.archive_job where title = '坏的'`.execute(database.db)
    expect(kept).toEqual([{ failure: 'no press', sha256: null, ended: true }])
  })

  it('tells a reader who comes after it failed', async () => {
    const failing: AsyncIterable<ArchivedFile> = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('no press')) }) }
    const out = zipOf(failing)
    await new Promise((resolve) => out.once('close', resolve))
    await expect(out.toArray()).rejects.toThrow('no press')
  })

  it('holds no more than one piece of a file at a time, and stops when its reader goes', async () => {
    let opened = 0
    async function* many(): AsyncGenerator<ArchivedFile> {
      for (let at = 0; at < 1000; at += 1) {
        opened += 1
        yield { path: `${at}`, bytes: 65_536, open: () => Readable.from([Buffer.alloc(65_536, 1)]) }
      }
    }
    const out = zipOf(many())
    for await (const part of out) {
      expect((part as Buffer).byteLength).toBeLessThan(1_000_000)
      break
    }
    out.destroy()
    expect(opened).toBeLessThan(20)
  })
})
