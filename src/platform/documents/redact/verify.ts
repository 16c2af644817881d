// Reads a result again, by other ways than it was written, and tells what of the removed strings is left and what could not be read.
import { getDocumentProxy } from 'unpdf'
import { linesOf, type Piece } from '../read/pdf-lines.ts'
import { readDocument } from '../read/read-document.ts'
import { openZip } from '../read/zip.ts'
import { textOf } from '../../../kernel/text-block.ts'
import { fold, needlesOf, remainOf, type Needle } from './needles.ts'
import type { PdfCopy } from './redact-pdf.ts'
import { openPages, redactedScale } from './pdf-pages.ts'
import { isImage, streamsOf, unpacked, withoutStreams } from './pdf-streams.ts'
import { rawSearch } from './raw-search.ts'
import { Refused, type Remain } from './redaction.ts'

interface Search {
  readonly remains: Remain[]
  readonly text: (place: string, text: string) => void
  readonly bytes: (place: string, bytes: Uint8Array) => void
  readonly needles: readonly Needle[]
}

const mostRemains = 50

function searchFor(removed: readonly string[]): Search {
  const needles = needlesOf(removed)
  const raw = rawSearch(needles)
  const remains: Remain[] = []
  const add = (remain: Remain): void => {
    const known = remains.some((one) => one.place === remain.place && one.removed === remain.removed)
    if (!known && remains.length < mostRemains) remains.push(remain)
  }
  /** A number that was cut out of a longer passage belongs to it. */
  const indexOf = (needle: Needle): number =>
    Math.max(
      0,
      removed.findIndex((text) => fold(text).text.includes(needle.folded)),
    )
  return {
    needles,
    remains,
    text(place, text) {
      const folded = fold(text).text
      for (const needle of needles) {
        const what = remainOf(needle, text, folded)
        if (what) add({ place, what, removed: indexOf(needle) })
      }
    },
    bytes(place, bytes) {
      const found = raw(bytes)
      const needle = found === undefined ? undefined : needles[found]
      if (needle) add({ place, what: 'whole', removed: indexOf(needle) })
    },
  }
}

export function verifyText(bytes: Uint8Array, removed: readonly string[]): Remain[] {
  const search = searchFor(removed)
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  for (const [at, line] of text.split('\n').entries()) search.text(`第${at + 1}行`, line)
  search.bytes('文件内容', bytes)
  return search.remains
}

const plain = (xml: string): string =>
  xml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

export async function verifyWord(bytes: Uint8Array, removed: readonly string[]): Promise<Remain[]> {
  const search = searchFor(removed)
  const zip = openZip(bytes)
  if (typeof zip === 'string') throw new Refused('part-unreadable')
  search.bytes('压缩包', bytes)
  for (const name of zip.names) {
    search.text('部件名称', name)
    const part = zip.read(name)
    if (!part) throw new Refused('part-unreadable')
    search.bytes(`部件 ${name}`, part)
    if (!/\.(?:xml|rels)$/.test(name)) continue
    const xml = part.toString('utf8')
    for (const paragraph of xml.split('</w:p>')) search.text(name === 'word/document.xml' ? '正文' : `部件 ${name}`, plain(paragraph))
    // a number may be spread over cells, one digit in each
    const together = fold(plain(xml)).text
    for (const needle of search.needles) if (needle.number !== '' && together.includes(needle.folded)) search.text(`部件 ${name}`, needle.folded)
    for (const [, value = ''] of xml.matchAll(/="([^"]{2,})"/g)) if (/\p{Script=Han}/u.test(value)) search.text(`部件 ${name}`, plain(value))
  }
  // the reader of imports is another way to the same words
  const read = await readDocument({ name: 'redacted.docx', bytes })
  if (read.as !== 'text') throw new Refused('part-unreadable')
  for (const block of read.blocks) search.text('正文', textOf(block))
  return search.remains
}

const forbidden =
  /\/(?:JavaScript|JS|EmbeddedFiles?|Filespec|Annots|AcroForm|XFA|Metadata|OpenAction|AA|Names|Dests|Outlines|StructTreeRoot|OCProperties|Encrypt|PieceInfo|ActualText|Alt|PageLabels|Info|Thumb|Prev)\b/

async function verifyLetters(bytes: Uint8Array, copy: PdfCopy, search: Search): Promise<void> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
    stopAtErrors: true,
  })
  try {
    if (pdf.numPages !== copy.pages.length) throw new Refused('part-unreadable')
    for (const [at, boxes] of copy.pages.entries()) {
      const page = await pdf.getPage(at + 1)
      const { items } = await page.getTextContent()
      const pieces = items.flatMap((item): Piece[] => {
        if (!('str' in item)) return []
        const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[]
        return [{ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) || 10 }]
      })
      const words = pieces.map((piece) => piece.text).join('')
      // a page that became a picture has no letters any more
      if (boxes && words.trim() !== '') throw new Refused('part-unreadable')
      search.text(`第${at + 1}页`, words)
      for (const line of linesOf(pieces)) search.text(`第${at + 1}页`, line.text)
      page.cleanup()
    }
    search.text('文件属性', JSON.stringify(await pdf.getMetadata()))
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** Boxes are looked for in the dots of the result, as a reader will see them. */
async function verifyDots(bytes: Uint8Array, copy: PdfCopy, search: Search): Promise<void> {
  const pdf = await openPages(bytes)
  try {
    for (const [at, boxes] of copy.pages.entries()) {
      const page = pdf.page(at)
      search.text(`第${at + 1}页`, page.text)
      if (boxes && boxes.length > 0) {
        const { width, height, pixels } = page.dots(redactedScale)
        const shows = boxes.some(({ x0, y0, x1, y1 }) => {
          for (let row = Math.max(0, Math.ceil(y0 * redactedScale) + 1); row < Math.min(height, y1 * redactedScale - 2); row += 1)
            for (let column = Math.max(0, Math.ceil(x0 * redactedScale) + 1); column < Math.min(width, x1 * redactedScale - 2); column += 1)
              if ((pixels[(row * width + column) * 3] ?? 255) > 8) return true
          return false
        })
        if (shows) throw new Refused('part-unreadable')
      }
      page.close()
    }
  } finally {
    pdf.close()
  }
}

export async function verifyPdf(copy: PdfCopy): Promise<Remain[]> {
  const search = searchFor(copy.removed)
  const file = Buffer.from(copy.bytes)
  const text = file.toString('latin1')
  search.bytes('文件结构', file)
  if (forbidden.test(withoutStreams(text))) throw new Refused('part-unreadable')
  for (const stream of streamsOf(file, text)) {
    if (isImage(stream.dictionary)) continue
    const bytes = unpacked(stream)
    if (!bytes) throw new Refused('part-unreadable')
    search.bytes('页面内容', bytes)
    // kerned and split: the strings of the drawing put together
    const strings = [...bytes.toString('latin1').matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)/g)].map(([, inside = '']) => inside).join('')
    search.bytes('页面内容', Buffer.from(strings, 'latin1'))
  }
  await verifyLetters(copy.bytes, copy, search)
  await verifyDots(copy.bytes, copy, search)
  return search.remains
}
