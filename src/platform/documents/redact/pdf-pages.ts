// Pages of a PDF as letters with places and as dots, through the renderer of MuPDF.
import type { DisplayList, Document, Pixmap, Quad } from 'mupdf'
import { Refused, type ViewPage } from './redaction.ts'

type Mupdf = typeof import('mupdf')

export interface OpenPdf {
  readonly count: number
  readonly page: (at: number) => OpenPage
  readonly close: () => void
}

export interface OpenPage extends ViewPage {
  readonly dots: (scale: number) => Dots
  readonly png: (scale: number) => Uint8Array
  readonly close: () => void
}

export interface Dots {
  readonly width: number
  readonly height: number
  /** Red, green and blue of each. */
  readonly pixels: Uint8Array
}

const mostPages = 300
const mostDots = 40_000_000
const dotsPerPoint = 150 / 72

function lettersOf(list: DisplayList): { text: string; boxes: number[] } {
  let text = ''
  const boxes: number[] = []
  const add = (letters: string, place: readonly number[]): void => {
    text += letters
    for (let at = 0; at < letters.length; at += 1) boxes.push(...place)
  }
  // what lies outside the page, or is clipped away, is text all the same
  const structure = list.toStructuredText('preserve-whitespace,mediabox-clip=no')
  structure.walk({
    onChar: (letter: string, _origin, _font, _size, quad: Quad) => {
      const xs = [quad[0], quad[2], quad[4], quad[6]]
      const ys = [quad[1], quad[3], quad[5], quad[7]]
      add(letter, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    },
    endLine: () => add('\n', [0, 0, 0, 0]),
  })
  structure.destroy()
  return { text, boxes }
}

function openPage(mupdf: Mupdf, document: Document, at: number): OpenPage {
  const page = document.loadPage(at)
  const [x0, y0, x1, y1] = page.getBounds()
  const [width, height] = [x1 - x0, y1 - y0]
  if (!(width > 0 && height > 0) || width * height * dotsPerPoint ** 2 > mostDots) {
    page.destroy()
    throw new Refused('page-too-large')
  }
  const list = page.toDisplayList(true)
  const { text, boxes } = lettersOf(list)
  const mapAt = (scale: number): Pixmap => list.toPixmap([scale, 0, 0, scale, -x0 * scale, -y0 * scale], mupdf.ColorSpace.DeviceRGB, false)
  return {
    width,
    height,
    text,
    boxes: boxes.map((place, index) => (place === 0 ? 0 : Math.round((place - (index % 2 === 0 ? x0 : y0)) * 10) / 10)),
    png(scale) {
      const map = mapAt(scale)
      try {
        return map.asPNG().slice()
      } finally {
        map.destroy()
      }
    },
    dots(scale) {
      const map = mapAt(scale)
      try {
        const pixels = new Uint8Array(map.getPixels()).slice()
        const [across, down, stride] = [map.getWidth(), map.getHeight(), map.getStride()]
        if (stride !== across * 3) throw new Refused('broken')
        return { width: across, height: down, pixels }
      } finally {
        map.destroy()
      }
    },
    close() {
      list.destroy()
      page.destroy()
    },
  }
}

export async function openPages(bytes: Uint8Array): Promise<OpenPdf> {
  const mupdf = await import('mupdf')
  mupdf.setLog(null)
  let document: Document
  try {
    document = mupdf.Document.openDocument(bytes, 'application/pdf')
  } catch {
    throw new Refused('broken')
  }
  const close = (): void => document.destroy()
  try {
    if (document.needsPassword()) throw new Refused('encrypted')
    if (document instanceof mupdf.PDFDocument && !document.getTrailer().get('Encrypt').isNull()) throw new Refused('encrypted')
    const count = document.countPages()
    if (count < 1) throw new Refused('broken')
    if (count > mostPages) throw new Refused('too-many-pages')
    return { count, page: (at) => openPage(mupdf, document, at), close }
  } catch (error) {
    close()
    throw error
  }
}

export const redactedScale = dotsPerPoint
