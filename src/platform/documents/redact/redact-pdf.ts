// PDFs: a new file whose marked pages are pictures with boxes in them, and whose other pages come along only where they are plain.
import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib'
import { joined, needlesOf, placesOf } from './needles.ts'
import { areasOf, scatteredAreas, steppedBox, textsIn, type Area } from './pdf-boxes.ts'
import { openPages, redactedScale, type Dots, type OpenPdf } from './pdf-pages.ts'
import { guardPdf } from './pdf-streams.ts'
import { makePlain } from './plain-page.ts'
import { Refused, type RedactionOrder, type ViewPage } from './redaction.ts'

export interface PdfCopy {
  readonly bytes: Uint8Array
  readonly removed: readonly string[]
  readonly boxes: number
  /** Of each page of the copy: its boxes; undefined where it is no picture. */
  readonly pages: readonly (readonly Area[] | undefined)[]
  readonly dropped: readonly string[]
}

const inside = (page: ViewPage, area: Area): boolean =>
  area.x0 < area.x1 && area.y0 < area.y1 && area.x0 >= -1 && area.y0 >= -1 && area.x1 <= page.width + 1 && area.y1 <= page.height + 1

interface Marked {
  readonly removed: string[]
  readonly areas: Map<number, Area[]>
}

/** Reads every page once; closes each, since a page holds memory that no collector sees. */
function marked(pdf: OpenPdf, { marks, texts }: RedactionOrder): Marked & { readonly unreadable: ReadonlySet<number> } {
  const removed = [...texts]
  const areas = new Map<number, Area[]>()
  const views: ViewPage[] = []
  for (let at = 0; at < pdf.count; at += 1) {
    const page = pdf.page(at)
    views.push({ width: page.width, height: page.height, text: page.text, boxes: page.boxes })
    page.close()
  }
  const ranges = new Map<number, { from: number; to: number }[]>()
  for (const mark of marks) {
    if (mark.in !== 'page' && mark.in !== 'area') throw new Refused('mark-outside')
    const page = views[mark.page]
    if (!page) throw new Refused('mark-outside')
    if (mark.in === 'page') {
      if (mark.from < 0 || mark.from >= mark.to || mark.to > page.text.length) throw new Refused('mark-outside')
      removed.push(page.text.slice(mark.from, mark.to))
      ranges.set(mark.page, [...(ranges.get(mark.page) ?? []), mark])
    } else {
      if (!inside(page, mark)) throw new Refused('mark-outside')
      removed.push(...textsIn(page, mark))
      areas.set(mark.page, [...(areas.get(mark.page) ?? []), steppedBox(page, mark)])
    }
  }
  const needles = needlesOf(removed)
  for (const [at, page] of views.entries()) {
    const found = joined([...(ranges.get(at) ?? []), ...needles.flatMap((needle) => placesOf(needle, page.text))])
    const scattered = needles.flatMap((needle) => scatteredAreas(page, needle))
    const before = areas.get(at) ?? []
    const covered = (area: Area): boolean => before.some((one) => one.x0 <= area.x0 && one.y0 <= area.y0 && one.x1 >= area.x1 && one.y1 >= area.y1)
    const own = [...found.flatMap((range) => areasOf(page, range)), ...scattered].filter((area) => !covered(area)).map((area) => steppedBox(page, area))
    if (own.length > 0 || found.length > 0) areas.set(at, [...before, ...own])
  }
  // letters without meaning, or none at all: what such a page says cannot be checked as text
  const unreadable = new Set(views.flatMap((page, at) => (/[\uFFFD\uE000-\uF8FF]/.test(page.text) || page.text.trim() === '' ? [at] : [])))
  return { removed, areas, unreadable }
}

/** A little more than the box on every side, and black. */
function blacken({ width, height, pixels }: Dots, area: Area): void {
  const [left, right] = [Math.max(0, Math.floor(area.x0 * redactedScale)), Math.min(width, Math.ceil(area.x1 * redactedScale))]
  const [top, bottom] = [Math.max(0, Math.floor(area.y0 * redactedScale)), Math.min(height, Math.ceil(area.y1 * redactedScale))]
  for (let row = top; row < bottom; row += 1) if (left < right) pixels.fill(0, (row * width + left) * 3, (row * width + right) * 3)
}

function imageOf(document: PDFDocument, { width, height, pixels }: Dots): PDFRef {
  let grey = true
  for (let at = 0; at < pixels.length && grey; at += 3) grey = pixels[at] === pixels[at + 1] && pixels[at] === pixels[at + 2]
  const dots = grey ? new Uint8Array(width * height) : pixels
  if (grey) for (let at = 0; at < dots.length; at += 1) dots[at] = pixels[at * 3] ?? 0
  const { context } = document
  const dictionary = context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: grey ? 'DeviceGray' : 'DeviceRGB',
    Filter: 'FlateDecode',
  })
  return context.register(PDFRawStream.of(dictionary, deflateSync(dots, { level: 4 })))
}

function addPicture(document: PDFDocument, page: ViewPage, dots: Dots): void {
  const added = document.addPage([page.width, page.height])
  added.node.setXObject(PDFName.of('P'), imageOf(document, dots))
  const content = document.context.stream(`q ${page.width} 0 0 ${page.height} 0 0 cm /P Do Q`)
  added.node.set(PDFName.of('Contents'), document.context.register(content))
}

async function sourceOf(bytes: Buffer): Promise<PDFDocument | undefined> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  } catch {
    // what only the renderer can read becomes pictures
    return undefined
  }
}

const dropsOf: readonly (readonly [RegExp, string])[] = [
  [/\/(?:EmbeddedFiles|Filespec)\b/, '附带的文件'],
  [/\/(?:JavaScript|JS)\b/, '脚本'],
  [/\/Outlines\b/, '书签目录'],
  [/\/AcroForm\b/, '表单'],
  [/\/ByteRange\b/, '电子签名'],
  [/\/(?:Info|Metadata)\b/, '文件属性'],
]

export async function redactPdf(bytes: Buffer, order: RedactionOrder): Promise<PdfCopy> {
  guardPdf(bytes)
  const pdf = await openPages(bytes)
  try {
    const { removed, areas, unreadable } = marked(pdf, order)
    const source = await sourceOf(bytes)
    const sourcePages = source?.getPages() ?? []
    const document = await PDFDocument.create({ updateMetadata: false })
    const pages: (readonly Area[] | undefined)[] = []
    for (let at = 0; at < pdf.count; at += 1) {
      const original = sourcePages[at]
      const stays = !areas.has(at) && !unreadable.has(at) && source && original && sourcePages.length === pdf.count && makePlain(original)
      if (source && stays) {
        const [copied] = await document.copyPages(source, [at])
        if (copied) document.addPage(copied)
        pages.push(undefined)
        continue
      }
      const page = pdf.page(at)
      const dots = page.dots(redactedScale)
      const own = areas.get(at) ?? []
      for (const area of own) blacken(dots, area)
      addPicture(document, page, dots)
      page.close()
      pages.push(own)
    }
    document.setLanguage('zh-CN')
    // the library puts an empty list of notes on every page that it makes
    for (const page of document.getPages()) page.node.delete(PDFName.of('Annots'))
    const text = bytes.toString('latin1')
    return {
      bytes: await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }),
      removed,
      boxes: pages.reduce((sum, own) => sum + (own?.length ?? 0), 0),
      pages,
      dropped: dropsOf.filter(([shape]) => shape.test(text)).map(([, what]) => what),
    }
  } finally {
    pdf.close()
  }
}
