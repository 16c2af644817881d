// Generated photographs for the town: a board with sheets of paper, a screen with a line of light; no picture of anybody.
import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]

interface Patch {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly colour: Colour
}

const width = 320
const height = 220

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** Patches painted over a ground, the later over the earlier, as PNG. */
function painted(ground: Colour, patches: readonly Patch[]): Buffer {
  const row = 1 + width * 3
  const pixels = Buffer.alloc(row * height)
  const paint = ({ left, top, width: wide, height: high, colour }: Patch): void => {
    for (let y = top; y < top + high; y += 1) for (let x = left; x < left + wide; x += 1) pixels.set(colour, y * row + 1 + x * 3)
  }
  paint({ left: 0, top: 0, width, height, colour: ground })
  patches.forEach(paint)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))])
}

const paper: Colour = [250, 249, 242]
const ink: Colour = [92, 96, 104]

/** Lines of a sheet, too small to be read. */
const sheet = (left: number, top: number): Patch[] => [
  { left, top, width: 72, height: 100, colour: paper },
  { left: left + 16, top: top + 10, width: 40, height: 5, colour: [176, 42, 42] },
  ...Array.from({ length: 8 }, (_, at) => ({ left: left + 8, top: top + 26 + at * 8, width: at === 7 ? 30 : 56, height: 2, colour: ink })),
]

/** A notice board with `sheets` sheets; the newest hangs last. */
export const boardPhoto = (sheets: number): Buffer =>
  painted([158, 164, 170], [
    { left: 12, top: 20, width: 296, height: 176, colour: [46, 92, 74] },
    ...Array.from({ length: Math.min(sheets, 3) }, (_, at) => sheet(28 + at * 94, 56)).flat(),
  ]) // prettier-ignore

/** A screen with a line of letters of light. */
export const screenPhoto = (letters: number): Buffer =>
  painted([70, 74, 82], [
    { left: 20, top: 70, width: 280, height: 70, colour: [18, 20, 24] },
    ...Array.from({ length: Math.min(letters, 12) }, (_, at) => ({ left: 32 + at * 22, top: 92, width: 15, height: 26, colour: [224, 62, 40] as const })),
  ]) // prettier-ignore
