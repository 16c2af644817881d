// Files become drafts with their originals and reports; a bad one is refused and the others go on.
import { sql } from 'kysely'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, column, county, layCounty, must, units, type County, type Person } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { testDocx, testPdf, testPng } from '../../../platform/documents/read/fixtures.ts'
import { cleanBytes } from '../../../platform/documents/clean/clean-file.ts'
import { inspectBytes } from '../../../platform/documents/inspect/inspect-file.ts'
import { readDocument } from '../../../platform/documents/read/read-document.ts'
import { folderStore } from '../../../platform/files/file-store.ts'
import { countImports, importList, type ImportFilter } from '../queries/import-list.ts'
import { importReport } from '../queries/import-report.ts'
import type { ImportParts, ImportResult } from './import-file.ts'
import { importFiles, type ImportRequest } from './import-files.ts'

let database: FreshDatabase
let town: County
let folder: string
let parts: ImportParts
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  folder = await mkdtemp(join(tmpdir(), 'gongkai-import-'))
  parts = {
    transaction: (work) => database.transaction(work),
    fileStore: folderStore(folder),
    reader: { read: (file) => readDocument(file), inspect: inspectBytes, clean: cleanBytes },
  }
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const text = (words: string): Buffer => Buffer.from(words)
const notice = text(`青岚县教育局关于做好秋季开学工作的通知

青教发[2026]第021号

各学校：

现将秋季开学有关事项通知如下，请结合实际抓好贯彻落实，确保开学工作平稳有序、师生安全健康，

各项准备于8月25日前完成。

一、加强组织领导

各学校要成立专班。

青岚县教育局

2026年8月10日
`)

const filter: ImportFilter = { doubtful: false, sort: 'fileName' }

async function imported(
  files: readonly { name: string; bytes: Buffer }[],
  request: Partial<ImportRequest> = {},
  login: Person = 'lin',
): Promise<readonly ImportResult[]> {
  return must(await importFiles(parts, await town.by(login), { unitId: units.education, columnIds: [column], ...request }, files))
}

describe('a text', () => {
  it('becomes a draft with title, number, day and structure, and its original is kept', async () => {
    const [result] = await imported([{ name: '通知.txt', bytes: notice }])
    expect(result?.report).toMatchObject({
      outcome: 'draft',
      title: '青岚县教育局关于做好秋季开学工作的通知',
      draftedOn: '2026-08-10',
      documentNumber: '青教发〔2026〕21号',
      signedBy: '青岚县教育局',
      structure: { headings: 1, joinedLines: 1 },
    })
    const { rows } =
      await sql`select title, kind, document_number, drafted_on, state, column_ids, body_html, source from disclosure.edition where id = ${result?.editionId}`.execute(
        database.db,
      )
    expect(rows).toEqual([
      {
        title: '青岚县教育局关于做好秋季开学工作的通知',
        kind: '通知',
        document_number: '青教发〔2026〕21号',
        drafted_on: '2026-08-10',
        state: 'draft',
        column_ids: [column],
        source: '',
        body_html: [
          '<p>各学校：</p>',
          '<p>现将秋季开学有关事项通知如下，请结合实际抓好贯彻落实，确保开学工作平稳有序、师生安全健康，各项准备于8月25日前完成。</p>',
          '<h2>一、加强组织领导</h2>',
          '<p>各学校要成立专班。</p>',
          '<p style="text-align:right">青岚县教育局</p>',
          '<p style="text-align:right">2026年8月10日</p>',
        ].join('\n'),
      },
    ])
    const files = await sql<{ role: string; sha256: string }>`select role, sha256 from disclosure.attachment where edition_id = ${result?.editionId}`.execute(
      database.db,
    )
    expect(files.rows).toEqual([{ role: 'original', sha256: result?.report.file.sha256 }])
    expect((await parts.fileStore.read(result?.report.file.sha256 ?? '')).equals(notice)).toBe(true)
  })

  it('that was imported before is told', async () => {
    const [again] = await imported([{ name: '又一份.txt', bytes: notice }])
    expect(again?.sameAs?.title).toBe('青岚县教育局关于做好秋季开学工作的通知')
    expect(again?.report.doubtful.map((found) => found.code)).toContain('same-file')
  })
})

it('refuses bad files each with its reason, and takes the others', async () => {
  const results = await imported([
    { name: '空.txt', bytes: Buffer.alloc(0) },
    { name: '程序.pdf', bytes: text('MZ\u0090\u0000\u0003') },
    { name: '/home/lin/好.txt', bytes: text('关于开放图书馆的公告\n\n图书馆自9月1日起开放。\n') },
  ])
  expect(results.map((result) => [result.report.file.name, result.report.outcome, result.report.refusal?.code ?? null])).toEqual([
    ['空.txt', 'refused', 'file-empty'],
    ['程序.pdf', 'refused', 'file-disguised'],
    ['好.txt', 'draft', null],
  ])
  expect(results[1]?.report.refusal?.sentence).toContain('与扩展名“pdf”不符')
})

it('takes a Word file with its table and picture, and a PDF with its lines', async () => {
  const page = [
    { text: '青岚县教育局关于校舍安全的报告', size: 24, x: 120 },
    { text: '全县校舍安全检查工作已经结束，共检查学校三十二所，发现', x: 112 },
    { text: '隐患十一处，均已整改。', x: 80 },
  ]
  const [word, pdf] = await imported([
    { name: '通知.docx', bytes: await testDocx() },
    { name: '报告.pdf', bytes: testPdf([page]) },
  ])
  expect(word?.report).toMatchObject({
    title: '青岚县农业农村局关于做好秋粮收储工作的通知',
    documentNumber: '青农发〔2026〕8号',
    draftedOn: '2026-09-03',
    structure: { tables: 1, pictures: 1, headings: 2 },
  })
  expect(word?.report.doubtful.map((found) => found.code)).toContain('unit-differs')
  const { rows } = await sql<{ body_html: string; picture: string }>`
    select body_html, attachment.id as picture from disclosure.edition join disclosure.attachment on edition_id = edition.id and role = 'picture' where edition.id = ${word?.editionId}`.execute(
    database.db,
  )
  expect(rows[0]?.body_html).toContain(`<img src="/api/editions/${word?.editionId}/attachments/${rows[0]?.picture}"`)
  expect(rows[0]?.body_html).toContain('<table><thead><tr><th>乡镇</th><th>任务（吨）</th></tr></thead>')
  expect(pdf?.report).toMatchObject({ title: '青岚县教育局关于校舍安全的报告', structure: { paragraphs: 1 } })
})

it('keeps a scan as an attachment and says that it has no text layer', async () => {
  const [scan] = await imported([{ name: '表彰决定.png', bytes: testPng }])
  expect(scan?.report).toMatchObject({ outcome: 'attachment-only', title: '表彰决定' })
  expect(scan?.report.lost.map((found) => found.code)).toEqual(['no-text', 'date-missing'])
  const { rows } = await sql`select role, name, has_text from disclosure.attachment where edition_id = ${scan?.editionId} order by position`.execute(
    database.db,
  )
  expect(rows).toEqual([
    { role: 'original', name: '表彰决定.png', has_text: false },
    { role: 'attachment', name: '表彰决定.png', has_text: false },
  ])
})

it('nobody imports for a unit that is not theirs, and nobody sees imports of others', async () => {
  const request = { unitId: units.education }
  const files = [{ name: '通知.txt', bytes: notice }]
  expect(codesOf(await importFiles(parts, await town.by('cai'), request, files))).toEqual(['not-allowed'])
  expect(codesOf(await importFiles(parts, await town.by('zhu'), request, files))).toEqual(['not-allowed'])
  expect(codesOf(await importFiles(parts, await town.by('lin'), request, []))).toEqual(['import-without-files'])

  const { actor: own } = await town.by('lin')
  const { actor: other } = await town.by('cai')
  const [first] = await importList(database.db, own, filter, { limit: 1, offset: 0 })
  expect(await countImports(database.db, own, filter)).toBeGreaterThan(5)
  expect(await countImports(database.db, other, filter)).toBe(0)
  expect((await importReport(database.db, own, first?.importId ?? ''))?.report.file.name).toBe(first?.fileName)
  expect(await importReport(database.db, other, first?.importId ?? '')).toBeUndefined()
  expect(await countImports(database.db, own, { ...filter, outcome: 'refused' })).toBe(2)
  expect(await countImports(database.db, own, { ...filter, q: '图书馆' })).toBe(1)
})
