// Pictures without what cameras and programs wrote beside the dots; the dots stay as they are, byte for byte.
import { blankedTiff, orientationOf } from '../inspect/exif.ts'
import { chunksOf, pictureOf, riffOf, segmentsOf, type Piece } from '../inspect/inspect-image.ts'

const exifMark = Buffer.from('Exif\0\0', 'latin1')
const profileMark = Buffer.from('ICC_PROFILE\0', 'latin1')

/** A structure that says how the picture has to be turned, and nothing else. */
function turned(orientation: number): Buffer {
  const tiff = Buffer.from('49492a0008000000010012010300010000000100000000000000', 'hex')
  tiff.writeUInt16LE(orientation, 18)
  const content = Buffer.concat([exifMark, tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** Head, colour profile and Adobe's note on colours stay. */
const staysInJpeg = ({ marker, content }: Piece): boolean =>
  marker === 0xe2 ? content.subarray(0, profileMark.length).equals(profileMark) : marker === 0xe0 || marker === 0xee || (marker < 0xe0 && marker !== 0xfe)

/** Where the dots end: what cameras append behind it (a film, a second picture) goes. */
function endOfDots(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) if (bytes[at + 1] === 0xd9) return at + 2
  return bytes.length
}

function cleanJpeg(bytes: Buffer): Buffer | undefined {
  const segments = segmentsOf(bytes)
  if (!segments) return undefined
  const camera = segments.pieces.find(({ marker, content }) => marker === 0xe1 && content.subarray(0, 6).equals(exifMark))
  const orientation = camera ? orientationOf(camera.content.subarray(6)) : 1
  const kept = segments.pieces.filter(staysInJpeg)
  const [head, ...others] = kept.map(({ from, to }) => bytes.subarray(from, to))
  return Buffer.concat([
    bytes.subarray(0, 2),
    ...(head ? [head] : []),
    ...(orientation === 1 ? [] : [turned(orientation)]),
    ...others,
    bytes.subarray(segments.dots, endOfDots(bytes, segments.dots)),
  ])
}

const staysInPng = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|pHYs|hIST|cICP|acTL|fcTL|fdAT)$/

function cleanPng(bytes: Buffer): Buffer | undefined {
  const chunks = chunksOf(bytes)
  return chunks && Buffer.concat([bytes.subarray(0, 8), ...chunks.filter(({ type }) => staysInPng.test(type)).map(({ from, to }) => bytes.subarray(from, to))])
}

function cleanWebp(bytes: Buffer): Buffer | undefined {
  const chunks = riffOf(bytes)
  if (!chunks) return undefined
  const parts = chunks
    .filter(({ type }) => type !== 'EXIF' && type !== 'XMP ')
    .map(({ type, from, to }) => {
      const part = Buffer.from(bytes.subarray(from, to))
      // the head says whether camera data and XMP follow
      if (type === 'VP8X' && part.length > 8) part[8] = (part[8] ?? 0) & ~0x0c
      return part
    })
  const body = Buffer.concat(parts)
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

/** The picture without metadata; undefined where it is none, or does not hold together. */
export function cleanPicture(bytes: Buffer): Buffer | undefined {
  try {
    switch (pictureOf(bytes)) {
      case 'jpeg':
        return cleanJpeg(bytes)
      case 'png':
        return cleanPng(bytes)
      case 'webp':
        return cleanWebp(bytes)
      case 'tiff':
        return blankedTiff(bytes)
      case 'gif':
      case undefined:
        return undefined
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
