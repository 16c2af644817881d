// Puts documents into one archive: each folder is gathered, streamed and forgotten; the manifest comes last. Nothing is held whole.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { zipOf, type ArchivedFile } from '../../../platform/archives/zip.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { By } from '../../access/index.ts'
import { reviewSheetOf } from '../../disclosure/index.ts'
import { manifestName, readme, sumsName } from '../law/archive.ts'
import { archivedDocument, type ArchivedDocument, type ArchivedFileRow } from '../queries/archive.ts'
import { manifestText, safeName, sumsText, type ListedFile } from '../rules/archive-manifest.ts'

export interface ArchiveParts {
  readonly database: Pick<Database, 'transaction'>
  readonly store: FileStore
  /** Sets a printed page, given as HTML, as PDF. */
  readonly pdfOf: (title: string, html: string) => Promise<Buffer>
}

interface Offered extends ArchivedFile {
  readonly sha256: string
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

function held(path: string, content: string | Buffer): Offered {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return { path, bytes: bytes.byteLength, sha256: hashOf(bytes), open: () => Readable.from([bytes]) }
}

const json = (path: string, value: unknown): Offered => held(path, `${JSON.stringify(value, null, 1)}\n`)

const page = (title: string, body: string): string => {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped}</title></head><body><h1>${escaped}</h1>\n${body}\n</body></html>\n`
}

/** A stored file whose bytes are gone leaves a note in its place: the archive tells, rather than fails. */
async function stored(store: FileStore, folder: string, at: number, file: ArchivedFileRow): Promise<Offered> {
  const path = `${folder}/${String(at + 1).padStart(2, '0')}-${safeName(file.name)}`
  if (!(await store.has(file.sha256))) return held(`${path}.缺失.txt`, `文件“${file.name}”（SHA-256 ${file.sha256}）已不在文件库中。\n`)
  return { path, bytes: file.bytes, sha256: file.sha256, open: () => store.stream(file.sha256) }
}

async function* filesOf({ database, store, pdfOf }: ArchiveParts, by: By, document: ArchivedDocument): AsyncGenerator<Offered> {
  const folder = safeName(document.indexNumber.replaceAll('/', '_'))
  yield json(`${folder}/信息.json`, document.document)
  yield json(`${folder}/回执.json`, document.register)
  for (const edition of document.editions) {
    const base = `${folder}/第${edition.number}版`
    const { title } = edition
    yield held(`${base}/正文.html`, page(title, edition.bodyHtml))
    yield held(`${base}/正文.txt`, `${title}\n\n${edition.bodyText}\n`)
    yield json(`${base}/元数据.json`, edition.content)
    yield json(`${base}/办理过程.json`, edition.steps)
    yield json(`${base}/会签.json`, edition.confirmations)
    yield json(`${base}/门禁结论.json`, edition.verdicts)
    const sheet = await database.transaction((tx) => reviewSheetOf(tx, edition.editionId, by))
    if (sheet !== undefined) {
      yield held(`${base}/审查表.html`, sheet)
      yield held(`${base}/审查表.pdf`, await pdfOf(`政府信息公开审查表 ${title}`, sheet))
    }
    for (const [at, file] of edition.files.entries()) yield await stored(store, `${base}/附件`, at, file)
  }
  yield json(`${folder}/渠道/登记.json`, document.entries)
  for (const [at, file] of document.evidence.entries()) yield await stored(store, `${folder}/渠道/佐证`, at, file)
}

async function* contentOf(
  parts: ArchiveParts,
  by: By,
  documentIds: readonly string[],
  reached: (done: number) => Promise<unknown>,
): AsyncGenerator<ArchivedFile> {
  const listed: ListedFile[] = []
  const list = (file: Offered): Offered => {
    listed.push({ path: file.path, bytes: file.bytes, sha256: file.sha256 })
    return file
  }
  yield list(held('说明.txt', readme))
  for (const [at, documentId] of documentIds.entries()) {
    const document = await parts.database.transaction((tx) => archivedDocument(tx, documentId))
    if (document) for await (const file of filesOf(parts, by, document)) yield list(file)
    await reached(at + 1)
  }
  yield held(manifestName, manifestText(listed))
  yield held(sumsName, sumsText(listed))
}

/** The archive as it comes into being; `reached` is told how many documents are in it. */
export const archiveStream = (
  parts: ArchiveParts,
  by: By,
  documentIds: readonly string[],
  reached: (done: number) => Promise<unknown> = async () => {},
): Readable => zipOf(contentOf(parts, by, documentIds, reached))
