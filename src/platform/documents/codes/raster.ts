// Photographs and scans as pages of grey dots: what a finder of codes looks at, with bounds on what a file may unfold to.
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { extractImages, getDocumentProxy } from 'unpdf'
import { pictureOf } from '../inspect/inspect-image.ts'

export interface Grey {
  readonly width: number
  readonly height: number
  readonly dots: Uint8ClampedArray
}

/** Larger pictures than the largest telephones take are not unfolded. */
const mostMegapixels = 64
const mostPages = 60

export type RasterFault = 'broken' | 'too-many-dots' | 'too-many-pages' | 'encrypted' | 'not-a-picture'

const greyOf = (data: ArrayLike<number>, width: number, height: number, channels: number): Grey => {
  const dots = new Uint8ClampedArray(width * height)
  for (let at = 0, from = 0; at < dots.length; at += 1, from += channels)
    dots[at] = channels < 3 ? (data[from] ?? 0) : ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8
  return { width, height, dots }
}

function jpegSize(bytes: Buffer): number {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return 0
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7)
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return 0
}

function ofJpeg(bytes: Buffer): Grey | RasterFault {
  if (jpegSize(bytes) > mostMegapixels * 1_000_000) return 'too-many-dots'
  const { data, width, height } = jpeg.decode(bytes, { useTArray: true, maxResolutionInMP: mostMegapixels, maxMemoryUsageInMB: 900, tolerantDecoding: true })
  return greyOf(data, width, height, 4)
}

function ofPng(bytes: Buffer): Grey | RasterFault {
  if (bytes.length < 33) return 'broken'
  if (bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > mostMegapixels * 1_000_000) return 'too-many-dots'
  const { data, width, height } = PNG.sync.read(bytes)
  return greyOf(data, width, height, 4)
}

/** The pages of a scan, each as the largest pictures that it shows; one page after the other, so that only one is held. */
async function* ofPdf(bytes: Buffer): AsyncGenerator<readonly Grey[] | RasterFault> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>
  try {
    // a copy: the reader takes the memory it is given
    pdf = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, useSystemFonts: false, disableFontFace: true, verbosity: 0 })
  } catch (error) {
    yield (error as Error).name === 'PasswordException' ? 'encrypted' : 'broken'
    return
  }
  try {
    if (pdf.numPages > mostPages) {
      yield 'too-many-pages'
      return
    }
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const images = await extractImages(pdf, number).catch(() => [])
      const largest = images
        .filter(({ width, height }) => width * height >= 10_000 && width * height <= mostMegapixels * 1_000_000)
        .toSorted((a, b) => b.width * b.height - a.width * a.height)
        .slice(0, 4)
      yield largest.map(({ data, width, height, channels }) => greyOf(data, width, height, channels))
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** Pages of grey pictures; a fault ends them. */
export async function* greyPages(bytes: Buffer): AsyncGenerator<readonly Grey[] | RasterFault> {
  if (bytes.subarray(0, 1024).includes('%PDF-')) {
    yield* ofPdf(bytes)
    return
  }
  const picture = pictureOf(bytes)
  if (picture !== 'jpeg' && picture !== 'png') {
    yield 'not-a-picture'
    return
  }
  let page: Grey | RasterFault
  try {
    page = picture === 'jpeg' ? ofJpeg(bytes) : ofPng(bytes)
  } catch {
    // decoders of hostile bytes throw whatever they like
    page = 'broken'
  }
  yield typeof page === 'string' ? page : [page]
}
