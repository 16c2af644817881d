// Takes in one file: read, understand, keep as a draft with its original and a report, or refuse with a reason. One transaction a file.
import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ReadAttachment, ReadNote, ReadResult, ReadText } from '../../../platform/documents/read/read-document.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { By } from '../../access/index.ts'
import { importFormats, type ImportFormat } from '../law/import-formats.ts'
import { manifestRow, type Batch } from '../queries/batch.ts'
import { sameFile, type SameFile } from '../queries/import-report.ts'
import { blankContent, type TypedContent } from '../rules/content.ts'
import { cleanContent } from '../rules/clean-content.ts'
import { draftedFields, formerPageOf, type FormerPage } from '../rules/import/draft.ts'
import type { ManifestFacts } from '../rules/import/manifest.ts'
import { finding, noStructure, type Finding, type ImportReport } from '../rules/import/report.ts'
import { renderBlocks } from '../rules/import/render.ts'
import { fileRefusalSentences, findingSentences, type FileRefusalCode, type FindingCode } from '../rules/import/sentences.ts'
import { structureOf } from '../rules/import/structure.ts'
import { pictureSrc } from '../rules/pictures.ts'
import { insertAttachment } from '../store/attachments.ts'
import { saveContent } from '../store/editions.ts'
import { insertImport } from '../store/import.ts'
import { createEdition } from './create-edition.ts'
import { keepFile, type FileCare } from './keep-file.ts'

export interface ImportParts {
  transaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>
  readonly fileStore: FileStore
  /** Reads a file within bounds of time and memory. */
  readonly reader: { read(file: OfferedFile): Promise<ReadResult> } & FileCare
}

export interface OfferedFile {
  readonly name: string
  readonly bytes: Buffer
  /** Of a file too large to be held: what it weighs, without its bytes. */
  readonly weighed?: { readonly bytes: number; readonly sha256: string }
}

export interface ImportOrder {
  readonly unitId: string
  readonly unitName: string
  readonly sectionId?: string | null
  readonly columnIds?: readonly string[]
  /** Old stock: the batch that collects it, and its columns by name. */
  readonly batch?: { readonly batch: Batch; readonly columnIdOf: (name: string) => string | undefined }
}

export interface ImportResult {
  readonly importId: string
  readonly documentId: string | null
  readonly editionId: string | null
  readonly sameAs: SameFile | null
  readonly report: ImportReport
}

type FileFacts = ImportReport['file']

/** Only the last part of a name counts: a browser or a script may send a path. */
export const bareName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? name).slice(-200)

const formatOf = (name: string): ImportFormat | undefined => {
  const extension = extname(name).slice(1).toLowerCase()
  return Object.hasOwn(importFormats, extension) ? (importFormats as Record<string, ImportFormat>)[extension] : undefined
}

const filled = (sentence: string, facts: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))

const isFindingCode = (code: string): code is FindingCode => Object.hasOwn(findingSentences, code)
const noted = (notes: readonly ReadNote[], kind: ReadNote['kind']): Finding[] =>
  notes.flatMap((note) =>
    note.kind === kind && isFindingCode(note.code) ? [finding(note.code, note.quote ?? '', { ...(note.facts && { facts: note.facts }) })] : [],
  )

const emptyReport = (file: FileFacts): ImportReport => ({
  outcome: 'refused',
  refusal: null,
  file,
  title: '',
  draftedOn: null,
  documentNumber: null,
  signedBy: null,
  fields: [],
  structure: noStructure,
  recognised: [],
  doubtful: [],
  lost: [],
  dropped: [],
})

interface Prepared {
  readonly content: TypedContent
  readonly former: FormerPage
  readonly report: ImportReport
  readonly bodyWith: (pictureAddress: (picture: number) => string | undefined) => string
}

/** A text becomes the content of a draft. */
function prepareText(read: ReadText, file: FileFacts, order: ImportOrder): Prepared {
  const document = structureOf(read.blocks, {
    fileName: file.name,
    importingUnit: order.unitName,
    surroundings: read.surroundings,
    ...((read.meta['ArticleTitle'] ?? read.title) !== undefined && { fileTitle: read.meta['ArticleTitle'] ?? read.title }),
    ...(read.meta['ContentSource'] && { source: read.meta['ContentSource'] }),
  })
  const drafted = draftedFields(document, order.unitName, order.columnIds ?? order.batch?.batch.columnIds ?? [])
  const { findings } = document
  const report: ImportReport = {
    ...emptyReport(file),
    outcome: 'draft',
    title: document.title,
    draftedOn: document.draftedOn,
    documentNumber: document.documentNumber,
    signedBy: document.signedBy,
    fields: document.fields,
    structure: document.structure,
    recognised: [...findings.recognised, ...noted(read.notes, 'recognised')],
    doubtful: [...findings.doubtful, ...drafted.doubtful, ...noted(read.notes, 'doubtful')],
    lost: [...findings.lost, ...noted(read.notes, 'lost')],
    dropped: [...findings.dropped, ...noted(read.notes, 'dropped')],
  }
  return {
    content: { ...drafted.content, bodyHtml: '' },
    former: formerPageOf(document.fields, read.meta),
    report,
    bodyWith: (pictureAddress) => renderBlocks(document.blocks, pictureAddress),
  }
}

/** A scan, a sheet or an old Word file is attached to a draft that carries its name. */
function prepareAttachment(read: ReadAttachment, file: FileFacts, order: ImportOrder): Prepared {
  const title = file.name.replace(/\.[^.]+$/, '').trim()
  const report: ImportReport = {
    ...emptyReport(file),
    outcome: 'attachment-only',
    title,
    structure: { ...noStructure, characters: read.text.replace(/\s/g, '').length },
    doubtful: [finding('title-guessed', title, { field: 'title', facts: { where: '文件名' } }), ...noted(read.notes, 'doubtful')],
    lost: [...(read.text === '' ? [finding('no-text', file.name)] : []), finding('date-missing', '', { field: 'draftedOn' }), ...noted(read.notes, 'lost')],
  }
  const columnIds = [...(order.columnIds ?? order.batch?.batch.columnIds ?? [])]
  return {
    content: { ...blankContent, title, columnIds },
    former: { originalPublishedOn: null, originalIndexNumber: null, originalAddress: null },
    report,
    bodyWith: () => '',
  }
}

/** What the list of the batch says goes before what the page says. */
function withManifest(prepared: Prepared, facts: ManifestFacts | undefined, columnIdOf: (name: string) => string | undefined): Prepared {
  if (!facts) return prepared
  const columnId = facts.column === null ? undefined : columnIdOf(facts.column)
  const title = facts.title ?? prepared.content.title
  const draftedOn = facts.draftedOn ?? prepared.content.draftedOn
  const documentNumber = facts.documentNumber ?? prepared.content.documentNumber
  return {
    ...prepared,
    content: { ...prepared.content, title, draftedOn, documentNumber, columnIds: columnId === undefined ? prepared.content.columnIds : [columnId] },
    former: {
      originalPublishedOn: facts.originalPublishedOn ?? prepared.former.originalPublishedOn,
      originalIndexNumber: facts.originalIndexNumber ?? prepared.former.originalIndexNumber,
      originalAddress: facts.originalAddress ?? prepared.former.originalAddress,
    },
    report: { ...prepared.report, title, draftedOn, documentNumber },
  }
}

/** Why the file cannot be taken, or what it would become. */
async function prepare(
  parts: ImportParts,
  order: ImportOrder,
  offered: OfferedFile,
): Promise<{ file: FileFacts; read?: ReadText | ReadAttachment; prepared?: Prepared; refusal?: ImportReport['refusal'] }> {
  const name = bareName(offered.name)
  const bare: FileFacts = {
    name,
    bytes: offered.weighed?.bytes ?? offered.bytes.byteLength,
    sha256: offered.weighed?.sha256 ?? createHash('sha256').update(offered.bytes).digest('hex'),
    format: extname(name).slice(1).toLowerCase() || '无',
    encoding: null,
    pages: null,
    hasText: false,
  }
  const refuse = (code: FileRefusalCode, facts?: Readonly<Record<string, string | number>>) => ({
    file: bare,
    refusal: { code, sentence: filled(fileRefusalSentences[code], facts) },
  })
  const format = formatOf(name)
  if (format && bare.bytes > format.largestBytes) return refuse('file-too-large', { limit: `${Math.round(format.largestBytes / 1024 / 1024)} MB` })
  const read = await parts.reader.read({ name, bytes: offered.bytes })
  if (read.as === 'refused') return refuse(read.code, { limit: '200 万字', ...read.facts })
  if (read.as === 'attachment') {
    const file = { ...bare, format: read.format, pages: read.pages, hasText: read.text !== '' }
    return { file, read, prepared: prepareAttachment(read, file, order) }
  }
  const file = { ...bare, format: read.format, encoding: read.encoding, pages: read.pages, hasText: true }
  const prepared = prepareText(read, file, order)
  if (prepared.report.structure.characters > 0) return { file, read, prepared }
  if (read.format === 'text' || read.format === 'html') return refuse('file-without-words')
  // a Word file of nothing but scanned pages
  const scan: ReadAttachment = { as: 'attachment', format: read.format, mediaType: read.mediaType, text: '', pages: read.pages, notes: read.notes }
  return { file: { ...file, hasText: false }, read: scan, prepared: prepareAttachment(scan, { ...file, hasText: false }, order) }
}

export async function importFile(parts: ImportParts, by: By, order: ImportOrder, offered: OfferedFile): Promise<Ruling<ImportResult>> {
  const { file, read, prepared, refusal } = await prepare(parts, order, offered)
  const record = { unitId: order.unitId, batchId: order.batch?.batch.batchId ?? null, importedBy: by.actor.accountId, at: by.at }
  if (!prepared || !read) {
    const report = { ...emptyReport(file), refusal: refusal ?? null }
    const importId = await parts.transaction((tx) => insertImport(tx, { ...record, editionId: null, report }))
    return granted({ importId, documentId: null, editionId: null, sameAs: null, report })
  }

  await parts.fileStore.put(offered.bytes)
  return parts.transaction(async (tx) => {
    const listed = order.batch ? await manifestRow(tx, order.batch.batch.batchId, file.name) : undefined
    const { content, former, report, bodyWith } = withManifest(prepared, listed, order.batch?.columnIdOf ?? (() => undefined))
    const historic = order.batch ? { historic: { batchId: order.batch.batch.batchId, ...former } } : {}
    const opened = await createEdition(tx, by, {
      unitId: order.unitId,
      sectionId: order.sectionId ?? null,
      content: { ...content, bodyHtml: bodyWith(() => undefined) },
      action: 'import.run',
      ...historic,
    })
    if (!opened.ok) return refused(...opened.refusals)
    const { editionId, documentId } = opened.value

    const kept = { name: file.name, mediaType: read.mediaType, bytes: file.bytes, sha256: file.sha256, addedBy: by.actor.accountId, at: by.at }
    const words = read.as === 'attachment' ? read.text : ''
    await insertAttachment(tx, editionId, { ...kept, role: 'original', text: '', hasText: file.hasText })
    if (read.as === 'attachment') {
      const out = await keepFile(tx, { name: file.name, bytes: offered.bytes }, parts.fileStore, parts.reader, by.at)
      const copy = { ...kept, sha256: out.sha256, bytes: out.bytes.byteLength, cleaned: out.cleaned }
      await insertAttachment(tx, editionId, { ...copy, role: 'attachment', text: words, hasText: words !== '' })
    }
    const addresses: string[] = []
    for (const [at, picture] of (read.as === 'text' ? read.pictures : []).entries()) {
      const name = `图${at + 1}.${picture.mediaType.split('/')[1] ?? 'png'}`
      const out = await keepFile(tx, { name, bytes: Buffer.from(picture.bytes) }, parts.fileStore, parts.reader, by.at)
      const inside = { name, mediaType: picture.mediaType, bytes: out.bytes.byteLength, sha256: out.sha256, cleaned: out.cleaned, text: '', hasText: false }
      addresses.push(pictureSrc(editionId, await insertAttachment(tx, editionId, { ...inside, role: 'picture', addedBy: by.actor.accountId, at: by.at })))
    }
    if (addresses.length > 0) {
      const bodyHtml = bodyWith((picture) => addresses[picture])
      await saveContent(tx, editionId, cleanContent({ ...content, bodyHtml }), { accountId: by.actor.accountId, at: by.at })
    }
    const sameAs = await sameFile(tx, { unitId: order.unitId, sha256: file.sha256 })
    const told = sameAs ? { ...report, doubtful: [...report.doubtful, finding('same-file', file.name, { facts: { title: sameAs.title } })] } : report
    const importId = await insertImport(tx, { ...record, editionId, report: told })
    return granted({ importId, documentId, editionId, sameAs, report: told })
  })
}
