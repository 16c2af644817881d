// What goes out is a copy without names; the file that came stays inside. Comments and changes go only when a person says so.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { codesOf, county, layCounty, must, secrecy, type County, type Person } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { cleanBytes } from '../../../platform/documents/clean/clean-file.ts'
import { by as tracked, comment, notice, paragraph, run, word } from '../../../platform/documents/inspect/corpus/build-docx.ts'
import { exif, gps, jpeg, tiffOf } from '../../../platform/documents/inspect/corpus/build-images.ts'
import { pdf, plainPage, wide } from '../../../platform/documents/inspect/corpus/build-pdf.ts'
import { book, plainSheet } from '../../../platform/documents/inspect/corpus/build-xlsx.ts'
import { inspectBytes } from '../../../platform/documents/inspect/inspect-file.ts'
import { readDocument } from '../../../platform/documents/read/read-document.ts'
import { proofOf } from '../../../platform/documents/read/proof.ts'
import { openZip } from '../../../platform/documents/read/zip.ts'
import { folderStore, type FileStore } from '../../../platform/files/file-store.ts'
import { fileInspections } from '../../gate/index.ts'
import { attachmentsOf } from '../queries/attachments.ts'
import { addAttachments, type FileReading } from './add-attachments.ts'
import { cleanAttachment } from './clean-attachment.ts'
import { copyEdition } from './copy-edition.ts'
import { keepFile } from './keep-file.ts'

let database: FreshDatabase
let town: County
let folder: string
let store: FileStore
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  folder = await mkdtemp(join(tmpdir(), 'gongkai-copies-'))
  store = folderStore(folder)
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const reading: FileReading = {
  proofOf,
  inspect: inspectBytes,
  clean: cleanBytes,
  async textOf(file) {
    const read = await readDocument(file)
    return read.as === 'attachment'
      ? read.text
      : read.as === 'text'
        ? read.blocks.map((block) => ('spans' in block ? block.spans.map((span) => span.text).join('') : '')).join('\n')
        : ''
  },
}
const author = '王建国'
const named = { core: `<dc:title>秋粮收储通知</dc:title><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy>` }

async function attach(editionId: string, ...files: { name: string; bytes: Buffer }[]) {
  const by = await town.by('lin')
  must(await database.transaction((tx) => addAttachments(tx, by, { editionId, role: 'attachment', files }, store, reading)))
  return attachmentsOf(database.db, editionId)
}
async function clean(login: Person, editionId: string, attachmentId: string, how: 'properties' | 'changes') {
  const by = await town.by(login)
  return database.transaction((tx) => cleanAttachment(tx, by, { editionId, attachmentId, how }, store, reading))
}
const propertiesOf = async (sha256: string): Promise<string[]> =>
  ((await fileInspections(database.db, [sha256])).get(sha256)?.properties ?? []).map(({ value }) => value)

/** Every byte, also of what is packed inside. */
function everything(bytes: Buffer): Buffer {
  const zip = openZip(bytes)
  return typeof zip === 'string' ? bytes : Buffer.concat([bytes, ...zip.names.map((name) => zip.read(name) ?? Buffer.alloc(0))])
}
const spellings = [
  Buffer.from(author, 'utf8'),
  Buffer.from(author, 'utf16le'),
  Buffer.from(author, 'utf16le').swap16(),
  Buffer.from('738b5efa56fd', 'latin1'),
  Buffer.from('738B5EFA56FD', 'latin1'),
]

describe('an attachment that names its author', () => {
  it('goes out as a copy that names nobody, and is kept inside as it came', async () => {
    const editionId = await town.draft()
    const bytes = word({ body: notice, ...named })
    const [file] = await attach(editionId, { name: '通知.docx', bytes })
    expect(file).toMatchObject({ cleanedHow: 'properties', cleanedByName: null })
    expect(await store.read(file!.originalSha256!)).toEqual(bytes)
    const copy = await store.read(file!.sha256)
    expect(spellings.some((spelling) => everything(copy).includes(spelling))).toBe(false)
    expect(everything(copy).includes('秋粮收储通知')).toBe(true)
    expect(await propertiesOf(file!.sha256)).toEqual([])
  })

  it('makes the same copy of the same file, so that it is listed once', async () => {
    const file = { name: '通知.docx', bytes: word({ body: notice, ...named }) }
    const at = new Date('2026-11-26T08:00:00Z')
    const [first, second] = [await keepFile(database.db, file, store, reading, at), await keepFile(database.db, file, store, reading, at)]
    expect(second).toEqual(first)
    expect(first.cleaned).toMatchObject({ how: 'properties', by: null })
  })

  it('is told of and cleaned by a person where the office does not want it done by itself', async () => {
    await sql`update gate.file_setting set clean_by_itself = false`.execute(database.db)
    const editionId = await town.draft()
    const [file] = await attach(editionId, { name: '任务表.xlsx', bytes: book({ sheets: [plainSheet], ...named }) })
    await sql`update gate.file_setting set clean_by_itself = true`.execute(database.db)
    expect(file?.originalSha256).toBeNull()
    expect(await propertiesOf(file!.sha256)).toEqual([author, author])
    must(await clean('lin', editionId, file!.attachmentId, 'properties'))
    const [after] = await attachmentsOf(database.db, editionId)
    expect(after).toMatchObject({ originalSha256: file!.sha256, cleanedHow: 'properties', hasText: true })
    expect(after?.cleanedByName).not.toBeNull()
    expect(await propertiesOf(after!.sha256)).toEqual([])
    expect(codesOf(await clean('lin', editionId, file!.attachmentId, 'properties'))).toEqual(['not-cleaned-clean-already'])
  })

  it('keeps comments and changes until a person has them taken out; the first original stays', async () => {
    const editionId = await town.draft()
    const bytes = word({
      body: notice + paragraph(`<w:del ${tracked(1)}><w:r><w:delText>赵小梅</w:delText></w:r></w:del>${run('补助对象')}`),
      comments: comment(0, '再核'),
      ...named,
    })
    const [file] = await attach(editionId, { name: '通知.docx', bytes })
    const hidden = async (sha256: string) => (await fileInspections(database.db, [sha256])).get(sha256)?.hidden.map(({ kind }) => kind)
    expect(await hidden(file!.sha256)).toEqual(['tracked-change', 'comment'])
    must(await clean('lin', editionId, file!.attachmentId, 'changes'))
    const [after] = await attachmentsOf(database.db, editionId)
    expect(await hidden(after!.sha256)).toEqual([])
    expect(everything(await store.read(after!.sha256)).includes('赵小梅')).toBe(false)
    expect(await store.read(after!.originalSha256!)).toEqual(bytes)
  })

  it('is left alone where changes cannot be accepted without guessing', async () => {
    const editionId = await town.draft()
    const body = notice + paragraph(run('甲'), `<w:rPr><w:del ${tracked(1)}/></w:rPr>`) + paragraph(run('乙'))
    const [file] = await attach(editionId, { name: '通知.docx', bytes: word({ body }) })
    expect(codesOf(await clean('lin', editionId, file!.attachmentId, 'changes'))).toEqual(['not-cleaned-changes-tangled'])
    expect((await attachmentsOf(database.db, editionId))[0]).toEqual(file)
  })

  it('is changed by nobody but its author, and not once it is submitted', async () => {
    const editionId = await town.draft()
    const [file] = await attach(editionId, { name: '通知.docx', bytes: word({ body: notice, comments: comment(0, '再核') }) })
    expect(codesOf(await clean('bao', editionId, file!.attachmentId, 'changes'))).not.toEqual([])
    must(await town.step('lin', 'submit', editionId))
    expect(codesOf(await clean('lin', editionId, file!.attachmentId, 'changes'))).not.toEqual([])
  })

  it('takes its original along into a copy of the edition', async () => {
    const editionId = await town.draft()
    const [file] = await attach(editionId, { name: '通知.docx', bytes: word({ body: notice, ...named }) })
    const by = await town.by('lin')
    const copy = must(await database.transaction((tx) => copyEdition(tx, by, { editionId })))
    const [copied] = await attachmentsOf(database.db, copy.editionId)
    expect(copied).toMatchObject({ sha256: file!.sha256, originalSha256: file!.originalSha256, cleanedHow: 'properties' })
  })

  it('leaves the name in no byte that the public can reach', async () => {
    const editionId = await town.draft()
    const files = [
      { name: '通知.docx', bytes: word({ body: notice, ...named, app: `<Company>${author}</Company>` }) },
      {
        name: '任务表.xlsx',
        bytes: book({
          sheets: [plainSheet],
          ...named,
          custom: `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="拟稿"><vt:lpwstr>${author}</vt:lpwstr></property>`,
        }),
      },
      {
        name: '公示.pdf',
        bytes: pdf({
          pages: [plainPage],
          info: `/Author ${wide(author)} /Title ${wide('公示')}`,
          xmp: `<x><dc:creator><rdf:li>${author}</rdf:li></dc:creator></x>`,
        }),
      },
      { name: '现场.jpg', bytes: jpeg([exif(tiffOf([{ tag: 0x013b, text: author }, gps]))]) },
    ]
    expect(files.every(({ bytes }) => spellings.some((spelling) => everything(bytes).includes(spelling)))).toBe(true)
    await attach(editionId, ...files)
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    must(await town.step('fen', 'sign', editionId, { opinion: '同意公开。' }))
    must(await town.step('fen', 'publish', editionId))
    // all rows that the portal's login can read: pages, search words, feeds and downloads are made of nothing else
    const { rows: tables } = await sql<{
      name: string
    }>`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname = 'publication'`.execute(database.db)
    const rows: string[] = []
    for (const { name } of tables)
      rows.push(...(await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(database.db)).rows.map(({ row }) => row))
    const shas = [...new Set(rows.join('\n').match(/\b[0-9a-f]{64}\b/g))]
    const reachable: Buffer[] = [Buffer.from(rows.join('\n'), 'utf8')]
    let readable = 0
    for (const sha256 of shas) {
      if (!(await store.has(sha256))) continue
      readable += 1
      reachable.push(everything(await store.read(sha256)))
    }
    expect(readable).toBe(files.length)
    expect(rows.some((row) => row.includes('云溪镇'))).toBe(true)
    for (const bytes of reachable) for (const spelling of spellings) expect(bytes.includes(spelling)).toBe(false)
  })
})
