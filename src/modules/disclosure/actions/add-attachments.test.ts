// Files of an edition: proved by content, listed once, closed with the text; the sheet signed on paper.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { accounts, codesOf, county, layCounty, must, secrecy, type County, type Person } from '../../../../test/disclosure/cast.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { Ruling } from '../../../kernel/ruling.ts'
import { proofOf } from '../../../platform/documents/read/proof.ts'
import { cleanBytes } from '../../../platform/documents/clean/clean-file.ts'
import { inspectBytes } from '../../../platform/documents/inspect/inspect-file.ts'
import { folderStore, type FileStore } from '../../../platform/files/file-store.ts'
import { attachmentsOf, textsOfAttachments } from '../queries/attachments.ts'
import { addAttachments, type Attached, type File } from './add-attachments.ts'
import { arrangeAttachments, removeAttachment } from './arrange-attachments.ts'

let database: FreshDatabase
let town: County
let folder: string
let store: FileStore
beforeAll(async () => {
  database = await freshDatabase()
  await layCounty(database)
  town = county(database)
  folder = await mkdtemp(join(tmpdir(), 'gongkai-files-'))
  store = folderStore(folder)
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const reading = {
  proofOf,
  inspect: inspectBytes,
  clean: cleanBytes,
  textOf: async (file: File) => (file.name.endsWith('.txt') ? file.bytes.toString() : ''),
}
const pdf: File = { name: '实施方案.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') }
const png: File = {
  name: '示意图.png',
  bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
}

async function add(login: Person, editionId: string, role: 'attachment' | 'picture' | 'signed-sheet', ...files: File[]): Promise<Ruling<Attached>> {
  const by = await town.by(login)
  return database.transaction((tx) => addAttachments(tx, by, { editionId, role, files }, store, reading))
}

describe('attaching files', () => {
  it('takes what proves to be what it says, and tells of each other file why not', async () => {
    const editionId = await town.draft()
    const attached = must(
      await add('lin', editionId, 'attachment', pdf, { name: '名单.txt', bytes: Buffer.from('张三\n李四') }, { name: '空.pdf', bytes: Buffer.alloc(0) },
        { name: '程序.exe', bytes: Buffer.from('MZ') }, { name: '假的.docx', bytes: Buffer.from('%PDF-1.4') }), // prettier-ignore
    )
    expect(attached.refused.map(({ name, refusal }) => [name, refusal.code])).toEqual([
      ['空.pdf', 'attachment-empty'],
      ['程序.exe', 'attachment-type'],
      ['假的.docx', 'attachment-disguised'],
    ])
    const files = await attachmentsOf(database.db, editionId)
    expect(files.map(({ name, hasText }) => ({ name, hasText }))).toEqual([
      { name: '实施方案.pdf', hasText: false },
      { name: '名单.txt', hasText: true },
    ])
    expect([...(await textsOfAttachments(database.db, editionId)).values()]).toEqual(['张三\n李四'])
    expect((await store.read(files[0]!.sha256)).equals(pdf.bytes)).toBe(true)
  })

  it('lists the same bytes once', async () => {
    const editionId = await town.draft()
    must(await add('lin', editionId, 'attachment', pdf))
    const again = must(await add('lin', editionId, 'attachment', { ...pdf, name: '又一份.pdf' }))
    expect(again.refused.map(({ refusal }) => refusal.code)).toEqual(['attachment-twice'])
  })

  it('takes pictures only as pictures', async () => {
    const editionId = await town.draft()
    expect(must(await add('lin', editionId, 'picture', pdf)).refused.map(({ refusal }) => refusal.code)).toEqual(['attachment-not-picture'])
    expect(must(await add('lin', editionId, 'picture', png)).attachmentIds).toHaveLength(1)
  })

  it('is closed with the text, and to who may not draft', async () => {
    const editionId = await town.draft()
    expect(codesOf(await add('bao', editionId, 'attachment', pdf))).toEqual(['not-yours-to-do'])
    must(await town.step('lin', 'submit', editionId))
    expect(codesOf(await add('lin', editionId, 'attachment', pdf))).toEqual(['not-editable'])
  })

  it('can be put into another order, and undone', async () => {
    const editionId = await town.draft()
    const by = await town.by('lin')
    must(await add('lin', editionId, 'attachment', pdf, { name: '名单.txt', bytes: Buffer.from('张三') }))
    const [first, second] = (await attachmentsOf(database.db, editionId)).map((file) => file.attachmentId)
    must(await database.transaction((tx) => arrangeAttachments(tx, by, { editionId, attachmentIds: [second!, first!] })))
    expect((await attachmentsOf(database.db, editionId)).map((file) => file.attachmentId)).toEqual([second, first])
    must(await database.transaction((tx) => removeAttachment(tx, by, { editionId, attachmentId: second! })))
    expect(await attachmentsOf(database.db, editionId)).toHaveLength(1)
  })
})

describe('a signature on paper', () => {
  it('is recorded with the scanned sheet before release, as that of the leader who signed', async () => {
    const editionId = await town.draft()
    expect(codesOf(await add('lin', editionId, 'signed-sheet', pdf))).toEqual(['sheet-not-awaited'])
    must(await town.step('lin', 'submit', editionId))
    must(await town.step('he', 'approve-section', editionId))
    must(await town.step('bao', 'pass-secrecy', editionId, secrecy))
    const paper = { attachmentId: '00000000-0000-4000-8000-000000000000', day: '2026-11-19', signerId: accounts.fen }
    expect(codesOf(await town.step('lin', 'record-paper-signature', editionId))).toEqual(['signed-sheet-missing'])
    expect(codesOf(await town.step('lin', 'record-paper-signature', editionId, { paper }))).toEqual(['signed-sheet-missing'])
    const [attachmentId] = must(await add('lin', editionId, 'signed-sheet', pdf)).attachmentIds
    const wrong = { attachmentId: attachmentId!, day: '2026-11-21', signerId: accounts.he }
    expect(codesOf(await town.step('lin', 'record-paper-signature', editionId, { paper: wrong }))).toEqual(['paper-day-ahead', 'paper-signer-wrong'])
    must(await town.step('lin', 'record-paper-signature', editionId, { paper: { ...paper, attachmentId: attachmentId! } }))
    const { rows } = await sql`select account.login, by_name from disclosure.step_taken join access.account on account.id = on_behalf_of
      where edition_id = ${editionId} and step = 'record-paper-signature'`.execute(database.db)
    expect(rows).toEqual([{ login: 'fen', by_name: '林知夏' }])
    const published = must(await town.step('fen', 'publish', editionId))
    const shown = await sql`select name from publication.attachment where document_id = ${published.documentId}`.execute(database.db)
    expect(shown.rows).toEqual([])
  })
})
