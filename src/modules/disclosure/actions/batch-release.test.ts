// Old stock: collected by a list, reviewed once, approved once, published in the background, apart from the day it was taken in.
import type { Tx } from '../../../platform/database/database.ts'
import { sql } from 'kysely'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, column, county, giveRole, layCounty, must, noon, units, type County, type Person } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { standingClock } from '../../../platform/clock/clock.ts'
import { cleanBytes } from '../../../platform/documents/clean/clean-file.ts'
import { inspectBytes } from '../../../platform/documents/inspect/inspect-file.ts'
import { readDocument } from '../../../platform/documents/read/read-document.ts'
import { folderStore } from '../../../platform/files/file-store.ts'
import { readableBatch } from '../queries/batch.ts'
import { batchDocuments } from '../queries/batch-documents.ts'
import { correctBatchDocument } from './batch-document.ts'
import { putBatchManifest } from './batch-manifest.ts'
import { openBatch } from './batch-open.ts'
import { releaseBatches } from './batch-release.ts'
import { takeStepWithBatch, type BatchStepTaken } from './batch-step.ts'
import { importFiles } from './import-files.ts'
import { saveEdition } from './save-edition.ts'

let database: FreshDatabase
let town: County
let folder: string
const clock = standingClock(noon, 'Asia/Shanghai')
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  await giveRole(database.db, 'dai', 'main-leader', units.education)
  folder = await mkdtemp(join(tmpdir(), 'gongkai-batch-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const page = (title: string, rest = ''): Buffer => Buffer.from(`${title}\n\n${rest}现将${title.slice(0, 20)}的有关情况公布如下，请社会各界监督。\n`)

async function take(login: Person, step: BatchStepTaken) {
  const by = await town.by(login)
  return database.transaction((tx) => takeStepWithBatch(tx, by, step))
}

async function collect(batchId: string, files: readonly { name: string; bytes: Buffer }[]) {
  const parts = {
    transaction: <Value>(work: (tx: Tx) => Promise<Value>) => database.transaction(work),
    fileStore: folderStore(folder),
    reader: { read: (file: { name: string; bytes: Buffer }) => readDocument(file), inspect: inspectBytes, clean: cleanBytes },
  }
  return must(await importFiles(parts, await town.by('lin'), { unitId: units.education, batchId }, files))
}

async function open(name: string): Promise<string> {
  const by = await town.by('lin')
  return must(await database.transaction((tx) => openBatch(tx, by, { unitId: units.education, name, columnIds: [column] })))
}

interface PublicRow {
  readonly title: string
  readonly indexNumber: string
  readonly originalPublishedOn: string
  readonly originalAddress: string | null
  readonly historic: boolean
  readonly firstPublishedAt: Date
  readonly listedAt: Date
  readonly redirect: string | null
}

async function publicRows(like: string): Promise<PublicRow[]> {
  const { rows } = await sql<PublicRow>`
    select title, index_number as "indexNumber", original_published_on as "originalPublishedOn", original_address as "originalAddress", historic,
      first_published_at as "firstPublishedAt", listed_at as "listedAt", (select path from publication.redirect where document_id = document.id) as redirect
    from publication.document where title like ${like} order by title collate "C"`.execute(database.db)
  return rows
}

/** From submission to release, each step by the person whose it is. */
const signOff = async (batchId: string): Promise<void> => {
  must(await take('lin', { batchId, step: 'submit' }))
  must(await take('bao', { batchId, step: 'pass-secrecy', secrecy: { basis: '依据', conclusion: '可以公开' } }))
  must(await take('zhu', { batchId, step: 'approve' }))
  must(await take('zhu', { batchId, step: 'release' }))
}

const documentsOf = (batchId: string) => batchDocuments(database.db, batchId, { failed: false, limit: 1000, offset: 0 })

describe('a batch of old stock', () => {
  let batchId = ''

  it('collects files with the day, number and address of the former site, from the page or from the list', async () => {
    batchId = await open('教育局旧网站')
    const results = await collect(batchId, [
      { name: '1.txt', bytes: page('关于二〇一二年招生工作的通告', '索引号：015/2012-00007\n\n发布日期：2012-05-04\n\n') },
      { name: '2.txt', bytes: page('关于校车安全检查的通告') },
      { name: '3.txt', bytes: page('关于助学金发放的通告') },
    ])
    expect(results.map((result) => result.report.outcome)).toEqual(['draft', 'draft', 'draft'])
    const by = await town.by('lin')
    const list =
      '\uFEFF文件名,标题,原发布日期,原索引号,原地址,栏目\r\n2.txt,,2013/6/1,,http://old.example.cn/art/2013/6/1/art_9_2.html,通知公告\r\n4.txt,,昨天,,,没有这栏\r\n'
    const taken = must(await database.transaction((tx) => putBatchManifest(tx, by, { batchId, text: list })))
    expect(taken).toMatchObject({ rows: 2, matched: 1 })
    expect(taken.problems.map((problem) => problem.sentence)).toEqual([
      '第 3 行的原发布日期“昨天”不是可以识别的日期，请改正。',
      '没有名为“没有这栏”的栏目，相关信息仍放在批次的栏目中。',
    ])
    const rows = await documentsOf(batchId)
    expect(rows.map((row) => [row.fileName, row.originalPublishedOn, row.originalIndexNumber, row.originalAddress])).toEqual([
      ['1.txt', '2012-05-04', '015/2012-00007', null],
      ['2.txt', '2013-06-01', null, 'http://old.example.cn/art/2013/6/1/art_9_2.html'],
      ['3.txt', null, null, null],
    ])
  })

  it('is not submitted while a document lacks its original day', async () => {
    expect(codesOf(await take('lin', { batchId, step: 'submit' }))).toEqual(['batch-incomplete'])
    const by = await town.by('lin')
    const [, , third] = await documentsOf(batchId)
    const correct = (originalPublishedOn: string) =>
      database.transaction((tx) =>
        correctBatchDocument(tx, by, {
          batchId,
          documentId: third?.documentId ?? '',
          originalPublishedOn: day(originalPublishedOn),
          originalIndexNumber: null,
          originalAddress: '/news/3.htm',
        }),
      )
    expect(codesOf(await correct('2027-01-01'))).toEqual(['original-day-ahead'])
    expect(must(await correct('2014-03-02'))).toEqual([])
    expect(must(await take('lin', { batchId, step: 'submit' }))).toBe('submitted')
    expect(codesOf(await correct('2014-03-03'))).toEqual(['batch-closed'])
  })

  it('is approved by somebody else, after a secrecy review by a third', async () => {
    expect(codesOf(await take('zhu', { batchId, step: 'approve' }))).toEqual(['batch-secrecy-missing'])
    expect(codesOf(await take('cai', { batchId, step: 'pass-secrecy' }))).toEqual(['batch-not-found'])
    expect(must(await take('bao', { batchId, step: 'pass-secrecy', opinion: '可以公开', secrecy: { basis: '保密事项范围', conclusion: '可以公开' } }))).toBe(
      'submitted',
    )
    expect(codesOf(await take('lin', { batchId, step: 'approve' }))).toEqual(['batch-not-yours'])
    expect(codesOf(await take('zhu', { batchId, step: 'release' }))).toEqual(['batch-wrong-state'])
    expect(must(await take('zhu', { batchId, step: 'approve', opinion: '同意。' }))).toBe('approved')
    expect(await town.toldTo('zhu')).toContain('请审批历史数据批次：教育局旧网站')
  })

  it('is published in the background: original day, number and address are kept, and the home page does not show it', async () => {
    expect(must(await take('zhu', { batchId, step: 'release' }))).toBe('released')
    expect(await releaseBatches(database, clock)).toBe(3)
    expect(await releaseBatches(database, clock)).toBe(0)
    const expected = [
      ['关于二〇一二年招生工作的通告', '2012-05-04', null, '2012-05-03T16:00:00.000Z', null],
      ['关于助学金发放的通告', '2014-03-02', '/news/3.htm', '2014-03-01T16:00:00.000Z', '/news/3.htm'],
      ['关于校车安全检查的通告', '2013-06-01', 'http://old.example.cn/art/2013/6/1/art_9_2.html', '2013-05-31T16:00:00.000Z', '/art/2013/6/1/art_9_2.html'],
    ]
    const rows = await publicRows('关于%的通告')
    expect(rows.map((row) => [row.title, row.originalPublishedOn, row.originalAddress, row.listedAt.toISOString(), row.redirect])).toEqual(expected)
    expect(rows.map((row) => [row.historic, row.firstPublishedAt])).toEqual(rows.map(() => [true, noon]))
    expect(rows.map((row) => row.indexNumber).toSorted()).toEqual(['014416330/2026-00001', '014416330/2026-00002', '015/2012-00007'])
    const { actor } = await town.by('lin')
    expect(await readableBatch(database.db, actor, batchId)).toMatchObject({ state: 'released', documents: 3, published: 3, failed: 0 })
    const signed = await sql`select distinct step, by_name, opinion from disclosure.step_taken where detail ->> 'batchId' = ${batchId} order by step`.execute(
      database.db,
    )
    expect(signed.rows).toEqual([
      { step: 'pass-secrecy', by_name: '包子琪', opinion: '可以公开' },
      { step: 'sign', by_name: '朱明', opinion: '同意。' },
      { step: 'submit', by_name: '林知夏', opinion: '' },
    ])
  })
})

it('what was changed after submission does not go out with the batch, and the others do', async () => {
  const batchId = await open('第二批')
  await collect(batchId, [
    { name: 'a.txt', bytes: page('关于第一件事项的公示', '发布日期：2015-05-04\n\n索引号：a-1\n\n') },
    { name: 'b.txt', bytes: page('关于第二件事项的公示', '发布日期：2015-05-05\n\n索引号：a-2\n\n') },
  ])
  must(await take('lin', { batchId, step: 'submit' }))
  must(await take('bao', { batchId, step: 'pass-secrecy', secrecy: { basis: '依据', conclusion: '可以公开' } }))
  must(await take('zhu', { batchId, step: 'approve' }))
  const [first] = await documentsOf(batchId)
  const by = await town.by('lin', new Date(noon.getTime() + 60_000))
  must(
    await database.transaction((tx) =>
      saveEdition(tx, by, { editionId: first?.editionId ?? '', version: 1, content: { ...(first as NonNullable<typeof first>), bodyHtml: '<p>换了内容</p>' } }),
    ),
  )
  must(await take('zhu', { batchId, step: 'release' }))
  expect(await releaseBatches(database, clock)).toBe(2)
  const rows = await documentsOf(batchId)
  expect(rows.map((row) => [row.isLive, row.releaseFailure?.map((refusal) => refusal.code) ?? null])).toEqual([
    [false, ['changed-since-submission']],
    [true, null],
  ])
})

it('more than one part goes out by two runs at once, made ready on other threads, and nothing twice', async () => {
  const batchId = await open('大批')
  const files = Array.from({ length: 103 }, (_, n) => ({
    name: `m${n}.txt`,
    bytes: page(`关于第${n}项存量信息的公示`, `发布日期：2015-05-04\n\n索引号：m-${n}\n\n`),
  }))
  await collect(batchId, files)
  await signOff(batchId)
  const released = await Promise.all([releaseBatches(database, clock), releaseBatches(database, clock)])
  expect(released.reduce((sum, one) => sum + one, 0)).toBe(103)
  const { rows: finished } = await sql<{ at: Date | null }>`select finished_at as at from disclosure.historic_batch where id = ${batchId}`.execute(database.db)
  expect(finished).toEqual([{ at: noon }])
  expect(await releaseBatches(database, clock)).toBe(0)
  const { rows } = await sql<Record<string, number>>`
    select count(*) as documents, count(distinct d.index_number) as numbers, count(s.document_id) filter (where '存量' = any(s.terms)) as found, sum(d.revision)::int as revisions
    from publication.document d left join publication.search_document s on s.document_id = d.id where d.title like '关于第%项存量信息的公示'`.execute(
    database.db,
  )
  expect(rows).toEqual([{ documents: 103, numbers: 103, found: 103, revisions: 103 }])
  const verdicts = await sql<{ verdicts: number }>`
    select count(*) as verdicts from gate.verdict join disclosure.edition on edition.id = edition_id where title like '关于第%项存量信息的公示'`.execute(
    database.db,
  )
  expect(verdicts.rows).toEqual([{ verdicts: 103 }])
  const { actor } = await town.by('lin')
  expect(await readableBatch(database.db, actor, batchId)).toMatchObject({ documents: 103, published: 103, failed: 0 })
})

it('two lanes give a number that stands twice to one document, and hold the other up', async () => {
  const batchId = await open('两路')
  const files = Array.from({ length: 200 }, (_, n) => ({
    name: `l${n}.txt`,
    bytes: page(`关于第${n}项两路信息的公示`, `发布日期：2015-05-04\n\n索引号：l-${n}\n\n`),
  }))
  await collect(batchId, files)
  const ids = (await documentsOf(batchId)).map(({ documentId }) => documentId).toSorted()
  await sql`update disclosure.document set original_index_number = 'twice-1' where id in (${ids[0]}, ${ids.at(-1)})`.execute(database.db)
  await signOff(batchId)
  expect(await releaseBatches(database, clock)).toBe(200)
  const held = (await documentsOf(batchId)).filter(({ isLive }) => !isLive)
  expect(held.map(({ releaseFailure }) => releaseFailure?.map(({ code }) => code))).toEqual([['index-number-taken']])
})

it('does not correct a document through another batch', async () => {
  const [batchId, other] = [await open('第四批'), await open('第五批')]
  await collect(other, [{ name: 'x.txt', bytes: page('关于别处事项的公示', '发布日期：2015-05-04\n\n') }])
  const [row] = await documentsOf(other)
  const origin = { originalPublishedOn: day('2014-03-02'), originalIndexNumber: null, originalAddress: null }
  const by = await town.by('lin')
  const corrected = await database.transaction((tx) => correctBatchDocument(tx, by, { batchId, documentId: row?.documentId ?? '', ...origin }))
  expect(codesOf(corrected)).toEqual(['batch-document-not-found'])
})

it('goes back with a reason, and is reviewed anew', async () => {
  const batchId = await open('第三批')
  expect(codesOf(await take('lin', { batchId, step: 'submit' }))).toEqual(['batch-without-documents'])
  await collect(batchId, [{ name: 'c.txt', bytes: page('关于第三件事项的公示', '发布日期：2016-05-04\n\n索引号：c-1\n\n') }])
  must(await take('lin', { batchId, step: 'submit' }))
  must(await take('bao', { batchId, step: 'pass-secrecy', secrecy: { basis: '依据', conclusion: '可以公开' } }))
  expect(codesOf(await take('zhu', { batchId, step: 'return', opinion: ' ' }))).toEqual(['batch-reason-missing'])
  expect(must(await take('zhu', { batchId, step: 'return', opinion: '第三页有个人信息' }))).toBe('returned')
  must(await take('lin', { batchId, step: 'submit' }))
  expect(codesOf(await take('zhu', { batchId, step: 'approve' }))).toEqual(['batch-secrecy-missing'])
  expect(await town.toldTo('lin')).toContain('朱明退回历史数据批次：第三批')
})
