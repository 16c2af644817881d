// Pictures by hand: JPEG, PNG, TIFF and WebP with the metadata that cameras and programs write.
import { crc32 } from 'node:zlib'

type Value = { readonly tag: number } & (
  | { readonly text: string }
  | { readonly bytes: Buffer }
  | { readonly short: number }
  | { readonly rationals: readonly number[] }
  | { readonly inside: readonly Value[] }
)

/** A TIFF structure, little end first: the first directory, those inside it, and a second one for a thumbnail. */
export function tiffOf(values: readonly Value[], thumbnail?: Buffer): Buffer {
  const header = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0])
  let bytes: Buffer = header
  const directory = (rows: readonly Value[], next: boolean): void => {
    const start = bytes.length
    const size = 2 + rows.length * 12 + 4
    bytes = Buffer.concat([bytes, Buffer.alloc(size)])
    bytes.writeUInt16LE(rows.length, start)
    for (const [at, row] of rows.entries()) {
      const place = start + 2 + at * 12
      bytes.writeUInt16LE(row.tag, place)
      if ('short' in row) {
        bytes.writeUInt16LE(3, place + 2)
        bytes.writeUInt32LE(1, place + 4)
        bytes.writeUInt16LE(row.short, place + 8)
        continue
      }
      if ('inside' in row) {
        bytes.writeUInt16LE(4, place + 2)
        bytes.writeUInt32LE(1, place + 4)
        bytes.writeUInt32LE(bytes.length, place + 8)
        directory(row.inside, false)
        continue
      }
      const content =
        'text' in row
          ? Buffer.from(`${row.text}\0`, 'utf8')
          : 'bytes' in row
            ? row.bytes
            : Buffer.concat(
                row.rationals.map((number) => {
                  const pair = Buffer.alloc(8)
                  pair.writeUInt32LE(Math.round(number * 100), 0)
                  pair.writeUInt32LE(100, 4)
                  return pair
                }),
              )
      bytes.writeUInt16LE('text' in row ? 2 : 'bytes' in row ? 7 : 5, place + 2)
      bytes.writeUInt32LE('rationals' in row ? row.rationals.length : content.length, place + 4)
      if (content.length <= 4) content.copy(bytes, place + 8)
      else {
        bytes.writeUInt32LE(bytes.length, place + 8)
        bytes = Buffer.concat([bytes, content])
      }
    }
    if (!next || !thumbnail) return
    bytes.writeUInt32LE(bytes.length, start + size - 4)
    const at = bytes.length
    const second = Buffer.alloc(2 + 24 + 4)
    second.writeUInt16LE(2, 0)
    for (const [row, [tag, number]] of (
      [
        [0x0201, at + second.length],
        [0x0202, thumbnail.length],
      ] as const
    ).entries()) {
      second.writeUInt16LE(tag, 2 + row * 12)
      second.writeUInt16LE(4, 4 + row * 12)
      second.writeUInt32LE(1, 6 + row * 12)
      second.writeUInt32LE(number, 10 + row * 12)
    }
    bytes = Buffer.concat([bytes, second, thumbnail])
  }
  directory(values, true)
  return bytes
}

const bareJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)

export const segment = (marker: number, content: Buffer): Buffer => {
  const header = Buffer.from([0xff, marker, 0, 0])
  header.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([header, content])
}
export const exif = (tiff: Buffer): Buffer => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]))
export const xmpSegment = (text: string): Buffer => segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${text}`, 'utf8'))

/** A JPEG of one dot with segments behind its head, and bytes behind its end. */
export const jpeg = (segments: readonly Buffer[] = [], behind: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([bareJpeg.subarray(0, 20), ...segments, bareJpeg.subarray(20), Buffer.from([0xff, 0xd9]), behind])

export const chunk = (type: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const barePng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

/** A PNG of one dot with chunks behind its head. */
export const png = (chunks: readonly Buffer[] = []): Buffer => Buffer.concat([barePng.subarray(0, 33), ...chunks, barePng.subarray(33)])

const riff = (type: string, content: Buffer): Buffer => {
  const header = Buffer.alloc(8)
  header.write(type, 0, 'latin1')
  header.writeUInt32LE(content.length, 4)
  return Buffer.concat([header, content, Buffer.alloc(content.length % 2)])
}

/** A WebP of one dot; the second and third are its metadata. */
export function webp(exifTiff?: Buffer, xmp?: string): Buffer {
  const image = riff('VP8L', Buffer.from('2f0000000007d0ffff', 'hex'))
  const flags = Buffer.alloc(10)
  flags[0] = (exifTiff ? 8 : 0) | (xmp === undefined ? 0 : 4)
  const chunks = [
    riff('VP8X', flags),
    image,
    ...(exifTiff ? [riff('EXIF', exifTiff)] : []),
    ...(xmp === undefined ? [] : [riff('XMP ', Buffer.from(xmp, 'utf8'))]),
  ]
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]))
}

export const gps: Value = {
  tag: 0x8825,
  inside: [
    { tag: 1, text: 'N' },
    { tag: 2, rationals: [28, 12, 30] },
    { tag: 3, text: 'E' },
    { tag: 4, rationals: [112, 59, 6] },
  ],
}
