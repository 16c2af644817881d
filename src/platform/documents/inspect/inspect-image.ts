// Pictures: the segments and chunks beside the dots.
import { inflateSync } from 'node:zlib'
import { tellExif } from './exif.ts'
import type { Findings } from './findings.ts'
import { tellXmp } from './xmp.ts'

const exifMark = Buffer.from('Exif\0\0', 'latin1')
const xmpMark = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1')
const newsMark = Buffer.from('Photoshop 3.0\0', 'latin1')

export interface Piece {
  readonly marker: number
  readonly from: number
  readonly to: number
  readonly content: Buffer
}

/** Segments of a JPEG up to its dots; undefined where they do not hold together. */
export function segmentsOf(bytes: Buffer): { pieces: Piece[]; dots: number } | undefined {
  const pieces: Piece[] = []
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) return { pieces, dots: at }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return undefined
    pieces.push({ marker, from: at, to: at + 2 + length, content: bytes.subarray(at + 4, at + 2 + length) })
    at += 2 + length
  }
  return undefined
}

/** Author and caption of the news fields (IPTC). */
function tellNews(bytes: Buffer, findings: Findings, place?: string): void {
  for (let at = 0; at + 5 <= bytes.length; at += 1) {
    if (bytes[at] !== 0x1c || bytes[at + 1] !== 2) continue
    const field = bytes[at + 2]
    const words = bytes.toString('utf8', at + 5, Math.min(bytes.length, at + 5 + bytes.readUInt16BE(at + 3)))
    if (field === 80 || field === 122) findings.property('person', '作者', words, place)
    if (field === 120) findings.property('note', '图片说明', words, place)
  }
}

/** What programs that make pictures write about themselves. */
const ofPrograms = /gd-jpeg|IJG JPEG|ImageMagick|Adobe|LEAD Technologies|Lavc|Intel|GIMP|Paint|^File (?:source|written)|^Software:/i

function tellJpeg(bytes: Buffer, findings: Findings, place?: string): void {
  const segments = segmentsOf(bytes)
  if (!segments) return findings.leave('broken')
  for (const { marker, content } of segments.pieces) {
    if (marker === 0xe1 && content.subarray(0, 6).equals(exifMark)) tellExif(content.subarray(6), findings, place)
    if (marker === 0xe1 && content.subarray(0, xmpMark.length).equals(xmpMark)) tellXmp(content.toString('utf8', xmpMark.length), findings, place)
    if (marker === 0xed && content.subarray(0, newsMark.length).equals(newsMark)) tellNews(content.subarray(newsMark.length), findings, place)
    if (marker === 0xfe && !ofPrograms.test(content.toString('latin1'))) {
      findings.property('note', '备注', content.toString('utf8'), place)
      findings.text(place ?? '备注', content.toString('utf8'), true)
    }
  }
}

export interface Chunk {
  readonly type: string
  readonly from: number
  readonly to: number
  readonly content: Buffer
}

export function chunksOf(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = []
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const to = at + 12 + length
    if (to > bytes.length) return undefined
    const type = bytes.toString('latin1', at + 4, at + 8)
    chunks.push({ type, from: at, to, content: bytes.subarray(at + 8, at + 8 + length) })
    at = to
    if (type === 'IEND') return chunks
  }
  return undefined
}

const unpacked = (bytes: Buffer): Buffer => {
  try {
    return inflateSync(bytes, { maxOutputLength: 1_000_000 })
  } catch {
    return Buffer.alloc(0)
  }
}

/** Keys that tell of programs, colours and times only. */
const harmlessKeys = /^(?:software|creation time|date:.*|png:.*|exif:.*|copyright|disclaimer|warning|title|signature|thumb::.*|xmp:.*|gamma|chromaticity)$/i

function tellText(key: string, words: string, findings: Findings, place?: string): void {
  if (key === 'XML:com.adobe.xmp') return tellXmp(words, findings, place)
  if (harmlessKeys.test(key)) return
  if (/^(?:author|artist|creator)$/i.test(key)) return findings.property('person', '作者', words, place)
  findings.property('note', key, words, place)
  findings.text(place ?? key, words, true)
}

function tellPng(bytes: Buffer, findings: Findings, place?: string): void {
  const chunks = chunksOf(bytes)
  if (!chunks) return findings.leave('broken')
  for (const { type, content } of chunks) {
    const end = content.indexOf(0)
    const key = content.toString('latin1', 0, Math.max(0, end))
    if (type === 'eXIf') tellExif(content, findings, place)
    if (type === 'tEXt') tellText(key, content.toString('latin1', end + 1), findings, place)
    if (type === 'zTXt') tellText(key, unpacked(content.subarray(end + 2)).toString('latin1'), findings, place)
    if (type === 'iTXt') {
      const packed = content[end + 1] === 1
      const start = content.indexOf(0, content.indexOf(0, end + 3) + 1) + 1
      const words = content.subarray(start)
      tellText(key, (packed ? unpacked(words) : words).toString('utf8'), findings, place)
    }
  }
}

export function riffOf(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = []
  let at = 12
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > bytes.length) return undefined
    const to = Math.min(bytes.length, at + 8 + length + (length % 2))
    chunks.push({ type: bytes.toString('latin1', at, at + 4), from: at, to, content: bytes.subarray(at + 8, at + 8 + length) })
    at = to
  }
  return chunks
}

function tellWebp(bytes: Buffer, findings: Findings, place?: string): void {
  const chunks = riffOf(bytes)
  if (!chunks) return findings.leave('broken')
  for (const { type, content } of chunks) {
    const tiff = content.subarray(0, 6).equals(exifMark) ? content.subarray(6) : content
    if (type === 'EXIF') tellExif(tiff, findings, place)
    if (type === 'XMP ') tellXmp(content.toString('utf8'), findings, place)
  }
}

export type Picture = 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif'

export function pictureOf(bytes: Buffer): Picture | undefined {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg'
  if (head.startsWith('\u0089PNG\r\n')) return 'png'
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp'
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff'
  return head.startsWith('GIF8') ? 'gif' : undefined
}

const tellers: Readonly<Record<Picture, (bytes: Buffer, findings: Findings, place?: string) => void>> = {
  jpeg: tellJpeg,
  png: tellPng,
  webp: tellWebp,
  tiff: tellExif,
  gif: () => {},
}

/** Tells what a picture gives away; `place` where it is inside another file. */
export function tellPicture(bytes: Buffer, picture: Picture, findings: Findings, place?: string): void {
  try {
    tellers[picture](bytes, findings, place)
  } catch (error) {
    // a picture that is cut off points beyond its end
    if (!(error instanceof RangeError)) throw error
    findings.leave('broken')
  }
}
