// The directories of a TIFF structure, as cameras write them into JPEG, PNG, WebP and TIFF: what they tell, and where each value stands.
import type { Findings } from './findings.ts'
import type { PropertyKind } from '../../../kernel/file-inspection.ts'

interface Entry {
  readonly directory: 'first' | 'camera' | 'place' | 'thumbnail'
  readonly tag: number
  readonly type: number
  readonly count: number
  /** Where the value stands in the bytes. */
  readonly at: number
  readonly length: number
}

const widths: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8 }
const cameraPointer = 0x8769
const placePointer = 0x8825
const mostEntries = 500

const telling: Readonly<Record<number, readonly [PropertyKind, string]>> = {
  0x010e: ['note', '图片说明'],
  0x013b: ['person', '作者'],
  0x013c: ['path', '计算机名'],
  0x9c9b: ['note', '标题'],
  0x9c9c: ['note', '备注'],
  0x9c9d: ['person', '作者'],
  0x9c9e: ['note', '关键词'],
  0x9c9f: ['note', '主题'],
  0x9286: ['note', '备注'],
  0xa430: ['person', '相机所有者'],
  0xa431: ['device', '相机序列号'],
  0xa435: ['device', '镜头序列号'],
}
/** XMP, news fields and Photoshop's own block: whole structures of their own. */
const blocks: ReadonlySet<number> = new Set([0x02bc, 0x83bb, 0x8649])

const isLittle = (bytes: Buffer): boolean => bytes[0] === 0x49

interface Numbers {
  readonly short: (at: number) => number
  readonly long: (at: number) => number
}

function readers(bytes: Buffer): Numbers {
  const little = isLittle(bytes)
  return {
    short: (at) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    long: (at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  }
}

function entriesOf(bytes: Buffer): Entry[] {
  const entries: Entry[] = []
  if (bytes.length < 14) return entries
  const { short, long } = readers(bytes)
  const seen = new Set<number>()
  const walk = (start: number, directory: Entry['directory']): number => {
    if (start < 8 || start + 2 > bytes.length || seen.has(start)) return 0
    seen.add(start)
    const count = short(start)
    for (let at = 0; at < count && entries.length < mostEntries; at += 1) {
      const place = start + 2 + at * 12
      if (place + 12 > bytes.length) return 0
      const [tag, type, values] = [short(place), short(place + 2), long(place + 4)]
      const length = (widths[type] ?? 1) * values
      const where = length <= 4 ? place + 8 : long(place + 8)
      if (tag === cameraPointer) walk(long(place + 8), 'camera')
      else if (tag === placePointer) walk(long(place + 8), 'place')
      else if (where + length <= bytes.length) entries.push({ directory, tag, type, count: values, at: where, length })
    }
    const next = start + 2 + count * 12
    return next + 4 <= bytes.length ? long(next) : 0
  }
  const second = walk(long(4), 'first')
  if (second !== 0) walk(second, 'thumbnail')
  return entries
}

function wordsOf(bytes: Buffer, { tag, at, length }: Entry): string {
  const value = bytes.subarray(at, at + length)
  if (tag >= 0x9c9b && tag <= 0x9c9f) return value.toString('utf16le').replaceAll('\0', '')
  if (tag === 0x9286) {
    const code = value.toString('latin1', 0, 8).replaceAll('\0', '')
    return value.subarray(8).toString(code === 'UNICODE' ? (isLittle(bytes) ? 'utf16le' : 'latin1') : 'utf8')
  }
  return value.toString('utf8').replaceAll('\0', '')
}

function degrees(bytes: Buffer, entry: Entry | undefined): number {
  if (!entry || entry.type !== 5 || entry.count < 1) return 0
  const { long } = readers(bytes)
  let sum = 0
  for (let part = 0; part < Math.min(3, entry.count); part += 1) {
    const below = long(entry.at + part * 8 + 4)
    if (below !== 0) sum += long(entry.at + part * 8) / below / 60 ** part
  }
  return sum
}

/** Tells what the structure gives away. */
export function tellExif(bytes: Buffer, findings: Findings, place?: string): void {
  const entries = entriesOf(bytes)
  for (const entry of entries) {
    const [kind, title] = entry.directory === 'first' || entry.directory === 'camera' ? (telling[entry.tag] ?? []) : []
    if (!kind || !title) continue
    const words = wordsOf(bytes, entry).trim()
    findings.property(kind, title, words, place)
    if (kind === 'note') findings.text(place === undefined ? title : `${place} ${title}`, words, true)
  }
  const placed = (tag: number): Entry | undefined => entries.find((entry) => entry.directory === 'place' && entry.tag === tag)
  const [north, east] = [degrees(bytes, placed(2)), degrees(bytes, placed(4))]
  if (north !== 0 || east !== 0) findings.property('place', '拍摄地点', `${north.toFixed(4)}，${east.toFixed(4)}`, place)
  if (entries.some((entry) => entry.directory === 'thumbnail' && entry.tag === 0x0201)) findings.hide('thumbnail', place ?? '图片')
}

/** A TIFF file keeps its shape: only the bytes of what tells something become zeros. */
export function blankedTiff(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  for (const { directory, tag, at, length } of entriesOf(bytes)) {
    if (directory === 'place' || tag in telling || blocks.has(tag)) copy.fill(0, at, at + length)
  }
  return copy
}

/** How the picture has to be turned; 1 is upright. */
export function orientationOf(bytes: Buffer): number {
  const entry = entriesOf(bytes).find(({ directory, tag, type }) => directory === 'first' && tag === 0x0112 && type === 3)
  const value = entry ? readers(bytes).short(entry.at) : 1
  return value >= 1 && value <= 8 ? value : 1
}
