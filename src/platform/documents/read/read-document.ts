// Bytes of any file that an office sends become blocks with structure, or an attachment with its words, or a reason why not.
// The readers of Word, PDF and Excel are loaded when the first such file comes: they take seconds that a text need not wait for.
import type { TextBlock } from '../../../kernel/text-block.ts'
import { decodeText } from './encoding.ts'
import { textOfOfd } from './read-ofd.ts'
import { declaredEncoding, readHtml, type Picture } from './read-html.ts'
import { readPlainText } from './read-text.ts'
import { sniff, type Kind, type Sniffed } from './sniff.ts'
import { textOfWord97 } from './word-97.ts'

export type ReadRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-broken'
  | 'file-encrypted'
  | 'file-disguised'
  | 'file-unsupported'
  | 'file-too-expanded'
  | 'file-unsafe-xml'
  | 'file-too-many-pages'
  | 'file-too-slow'
  | 'file-without-words'

/** What the reader has to tell beside the text; the import rules put it into sentences. */
export interface ReadNote {
  readonly kind: 'recognised' | 'doubtful' | 'lost' | 'dropped'
  readonly code: string
  readonly quote?: string
  readonly facts?: Readonly<Record<string, string | number>>
}

export interface ReadText {
  readonly as: 'text'
  readonly format: Kind
  readonly mediaType: string
  readonly blocks: readonly TextBlock[]
  readonly surroundings: readonly TextBlock[]
  readonly pictures: readonly Picture[]
  readonly title: string | undefined
  readonly meta: Readonly<Record<string, string>>
  readonly encoding: string | null
  readonly pages: number | null
  readonly notes: readonly ReadNote[]
}

export interface ReadAttachment {
  readonly as: 'attachment'
  readonly format: Kind
  readonly mediaType: string
  readonly text: string
  readonly pages: number | null
  readonly notes: readonly ReadNote[]
}

export type ReadResult =
  | ReadText
  | ReadAttachment
  | { readonly as: 'refused'; readonly code: ReadRefusal; readonly facts?: Readonly<Record<string, string | number>> }

export interface FileToRead {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReadBounds {
  readonly mostPages: number
  readonly mostText: number
}

export const usualBounds: ReadBounds = { mostPages: 1000, mostText: 2_000_000 }

const kindsOf: Readonly<Record<string, readonly Kind[]>> = {
  txt: ['text'],
  md: ['text'],
  html: ['html'],
  htm: ['html'],
  docx: ['docx'],
  pdf: ['pdf'],
  doc: ['word-97'],
  wps: ['word-97', 'docx'],
  xls: ['excel-97'],
  xlsx: ['xlsx'],
  ofd: ['ofd'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  png: ['png'],
  tif: ['tiff'],
  tiff: ['tiff'],
}

const mediaTypes: Readonly<Record<Kind, string>> = {
  text: 'text/plain',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  'word-97': 'application/msword',
  'excel-97': 'application/vnd.ms-excel',
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
  other: 'application/octet-stream',
}

const kindTitles: Readonly<Record<Kind, string>> = {
  text: '纯文本',
  html: '网页',
  docx: 'Word 文档',
  xlsx: 'Excel 表格',
  pdf: 'PDF 文档',
  ofd: 'OFD 版式文件',
  'word-97': 'Word 97 文档',
  'excel-97': 'Excel 97 表格',
  png: 'PNG 图片',
  jpeg: 'JPEG 图片',
  tiff: 'TIFF 图片',
  other: '程序或者其他类型',
}

export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,5})$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''

const refused = (code: ReadRefusal, facts?: Readonly<Record<string, string | number>>): ReadResult => ({ as: 'refused', code, ...(facts && { facts }) })

const zipFaults = { broken: 'file-broken', encrypted: 'file-encrypted', 'too-expanded': 'file-too-expanded', 'unsafe-xml': 'file-unsafe-xml' } as const

function attachment(format: Kind, text: string, bounds: ReadBounds, notes: readonly ReadNote[] = [], pages: number | null = null): ReadAttachment {
  const cut = text.length > bounds.mostText
  return {
    as: 'attachment',
    format,
    mediaType: mediaTypes[format],
    text: cut ? text.slice(0, bounds.mostText) : text,
    pages,
    notes: [...notes, ...(cut ? [{ kind: 'lost', code: 'text-cut', facts: { count: bounds.mostText } } as const] : [])],
  }
}

function readDecoded(bytes: Buffer, format: 'text' | 'html', extension: string, bounds: ReadBounds): ReadResult {
  const decoded = decodeText(bytes, format === 'html' ? declaredEncoding(bytes) : undefined)
  if (decoded.text.length > bounds.mostText) return refused('file-too-large')
  const notes: ReadNote[] = [
    decoded.sure
      ? { kind: 'recognised', code: 'encoding', facts: { encoding: decoded.encoding } }
      : { kind: 'doubtful', code: 'encoding-unsure', facts: { encoding: decoded.encoding } },
  ]
  const common = { as: 'text', format, mediaType: mediaTypes[format], encoding: decoded.encoding, pages: null } as const
  if (format === 'html') {
    const page = readHtml(decoded.text)
    for (const quote of page.missingPictures.slice(0, 20)) notes.push({ kind: 'lost', code: 'picture-lost', quote })
    if (page.hidden > 0) notes.push({ kind: 'dropped', code: 'hidden-text', facts: { count: page.hidden } })
    return { ...common, blocks: page.blocks, surroundings: page.surroundings, pictures: page.pictures, title: page.title, meta: page.meta, notes }
  }
  const read = readPlainText(decoded.text, extension === 'md')
  for (const quote of read.missingPictures.slice(0, 20)) notes.push({ kind: 'lost', code: 'picture-lost', quote })
  return { ...common, blocks: read.blocks, surroundings: [], pictures: [], title: undefined, meta: {}, notes }
}

async function readWord(bytes: Buffer, zip: NonNullable<Sniffed['zip']>): Promise<ReadResult> {
  const { readDocx } = await import('./read-docx.ts')
  const read = await readDocx(bytes, zip)
  const notes: ReadNote[] = [
    ...read.missingPictures.map((quote) => ({ kind: 'lost', code: 'picture-lost', quote }) as const),
    ...read.leftOut.map((what) => ({ kind: 'lost', code: 'embedded-lost', quote: what, facts: { what } }) as const),
  ]
  return {
    as: 'text',
    format: 'docx',
    mediaType: mediaTypes.docx,
    blocks: read.blocks,
    surroundings: [],
    pictures: read.pictures,
    title: read.properties.title,
    meta: {},
    encoding: null,
    pages: null,
    notes,
  }
}

async function readPages(bytes: Buffer, bounds: ReadBounds): Promise<ReadResult> {
  const { readPdf } = await import('./read-pdf.ts')
  const read = await readPdf(bytes, bounds)
  if (typeof read === 'string')
    return refused(
      read === 'broken' ? 'file-broken' : read === 'encrypted' ? 'file-encrypted' : 'file-too-many-pages',
      read === 'too-many-pages' ? { pages: bounds.mostPages } : undefined,
    )
  if (read.pagesWithoutText.length === read.pages) return attachment('pdf', '', bounds, [], read.pages)
  const notes: ReadNote[] = [
    ...read.pagesWithoutText.slice(0, 20).map((page) => ({ kind: 'lost', code: 'page-without-text', facts: { page } }) as const),
    ...read.columnPages.slice(0, 20).map((page) => ({ kind: 'doubtful', code: 'columns-merged', facts: { page } }) as const),
    ...read.runningHeads.map((quote) => ({ kind: 'dropped', code: 'running-head', quote }) as const),
    ...(read.pageNumbers > 0 ? [{ kind: 'dropped', code: 'page-number', facts: { count: read.pageNumbers } } as const] : []),
  ]
  return {
    as: 'text',
    format: 'pdf',
    mediaType: mediaTypes.pdf,
    blocks: read.blocks,
    surroundings: [],
    pictures: [],
    title: read.title,
    meta: {},
    encoding: null,
    pages: read.pages,
    notes,
  }
}

/** Reads one file. Runs on the thread it is called on; `openReader` bounds its time and memory. */
export async function readDocument(file: FileToRead, bounds: ReadBounds = usualBounds): Promise<ReadResult> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  const extension = extensionOf(file.name)
  const expected = kindsOf[extension]
  if (bytes.length === 0 || (bytes.length < 65_536 && bytes.toString('latin1').replace(/[\s\u0000\u00ef\u00bb\u00bf\u00ff\u00fe]/g, '') === ''))
    return refused('file-empty')
  if (!expected) return refused('file-unsupported', { extension: extension || '无' })
  const sniffed = await sniff(bytes)
  if (sniffed.fault) return refused(zipFaults[sniffed.fault])
  if (sniffed.encrypted) return refused('file-encrypted')
  // a page saved without its frame is still a page
  const fragment =
    expected.includes('html') && sniffed.kind === 'text' && /<(?:p|div|br|span|table|a|strong|font)\b[^>]*>/i.test(bytes.toString('latin1', 0, 200_000))
  const kind: Kind = fragment ? 'html' : sniffed.kind
  if (!expected.includes(kind)) return refused('file-disguised', { extension, actual: kindTitles[kind] })
  try {
    switch (kind) {
      case 'text':
      case 'html':
        return readDecoded(bytes, kind, extension, bounds)
      case 'docx':
        return sniffed.zip ? await readWord(bytes, sniffed.zip) : refused('file-broken')
      case 'pdf':
        return await readPages(bytes, bounds)
      case 'xlsx': {
        const { textOfSheets } = await import('./read-sheets.ts')
        const sheets = await textOfSheets(bytes)
        return attachment(
          'xlsx',
          sheets.text,
          bounds,
          sheets.hidden ? [{ kind: 'lost', code: 'embedded-lost', quote: '隐藏内容', facts: { what: '隐藏的工作表或行' } }] : [],
        )
      }
      case 'ofd':
        return attachment('ofd', sniffed.zip ? textOfOfd(sniffed.zip) : '', bounds)
      case 'word-97':
        return attachment('word-97', textOfWord97(bytes), bounds)
      default:
        return attachment(kind, '', bounds)
    }
  } catch {
    // libraries throw many things at a damaged file; none of them is our bug to report
    return refused('file-broken')
  }
}
