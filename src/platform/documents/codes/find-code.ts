// Looks for one QR code in a grey picture: at several sizes, levelled, calmed and in parts, until it is found or the effort is spent.
import jsqr from 'jsqr'
import type { Grey } from './raster.ts'

type JsQr = typeof jsqr.default
// the package is CommonJS: what is imported is its exports
const readQr: JsQr = jsqr.default

const clampedTo = (value: number, most: number): number => Math.min(most, Math.max(0, value))

/** Makes the longer side `side` dots long by averaging what falls together; never larger than it is. */
function shrunk({ width, height, dots }: Grey, side: number): Grey {
  const by = Math.max(width, height) / side
  if (by <= 1) return { width, height, dots }
  const to = { width: Math.max(1, Math.floor(width / by)), height: Math.max(1, Math.floor(height / by)) }
  const out = new Uint8ClampedArray(to.width * to.height)
  for (let y = 0; y < to.height; y += 1) {
    const top = Math.floor(y * by)
    const bottom = Math.max(top + 1, Math.min(height, Math.floor((y + 1) * by)))
    for (let x = 0; x < to.width; x += 1) {
      const left = Math.floor(x * by)
      const right = Math.max(left + 1, Math.min(width, Math.floor((x + 1) * by)))
      let sum = 0
      for (let line = top; line < bottom; line += 1) for (let at = line * width + left; at < line * width + right; at += 1) sum += dots[at] ?? 0
      out[y * to.width + x] = sum / ((bottom - top) * (right - left))
    }
  }
  return { ...to, dots: out }
}

function cut({ width, dots }: Grey, part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): Grey {
  const out = new Uint8ClampedArray(part.width * part.height)
  for (let y = 0; y < part.height; y += 1) out.set(dots.subarray((part.y + y) * width + part.x, (part.y + y) * width + part.x + part.width), y * part.width)
  return { width: part.width, height: part.height, dots: out }
}

/** Twice as large, between the dots drawn straight: small modules need some room. */
function doubled({ width, height, dots }: Grey): Grey {
  const out = new Uint8ClampedArray(width * height * 4)
  const at = (x: number, y: number): number => dots[clampedTo(y, height - 1) * width + clampedTo(x, width - 1)] ?? 0
  for (let y = 0; y < height * 2; y += 1)
    for (let x = 0; x < width * 2; x += 1) {
      const [left, top] = [x >> 1, y >> 1]
      out[y * width * 2 + x] =
        x % 2 === 0 && y % 2 === 0 ? at(left, top) : (at(left, top) + at(left + (x % 2), top) + at(left, top + (y % 2)) + at(left + (x % 2), top + (y % 2))) / 4
    }
  return { width: width * 2, height: height * 2, dots: out }
}

/** Divides by the brightness around: shadows and dim light become even, faint print dark. */
function levelled(grey: Grey): Grey {
  const { width, height, dots } = grey
  const reach = Math.max(12, Math.round(Math.max(width, height) / 28))
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let line = 0
    for (let x = 0; x < width; x += 1) {
      line += dots[y * width + x] ?? 0
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + line
    }
  }
  const out = new Uint8ClampedArray(dots.length)
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)]
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
      const sum =
        (sums[bottom * (width + 1) + right] ?? 0) -
        (sums[top * (width + 1) + right] ?? 0) -
        (sums[bottom * (width + 1) + left] ?? 0) +
        (sums[top * (width + 1) + left] ?? 0)
      const mean = sum / ((bottom - top) * (right - left))
      // twice the distance from the mean around
      out[y * width + x] = 128 + (((dots[y * width + x] ?? 0) - mean) * 110) / Math.max(8, mean * 0.45)
    }
  }
  return { width, height, dots: out }
}

const middleOf = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))

/** Single stray dots go: each becomes the middle of the middles of the three lines around it. */
function calmed({ width, height, dots }: Grey): Grey {
  const out = new Uint8ClampedArray(dots.length)
  for (let y = 0; y < height; y += 1) {
    const [above, below] = [clampedTo(y - 1, height - 1) * width, clampedTo(y + 1, height - 1) * width]
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [clampedTo(x - 1, width - 1), clampedTo(x + 1, width - 1)]
      const middle = (line: number): number => middleOf(dots[line + left] ?? 0, dots[line + x] ?? 0, dots[line + right] ?? 0)
      out[y * width + x] = middleOf(middle(above), middle(y * width), middle(below))
    }
  }
  return { width, height, dots: out }
}

const blank = (grey: Grey, corners: readonly { readonly x: number; readonly y: number }[]): Grey => {
  const dots = grey.dots.slice()
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  for (let y = Math.max(0, Math.floor(Math.min(...ys))); y <= Math.min(grey.height - 1, Math.ceil(Math.max(...ys))); y += 1)
    dots.fill(255, y * grey.width + Math.max(0, Math.floor(Math.min(...xs))), y * grey.width + Math.min(grey.width, Math.ceil(Math.max(...xs))))
  return { ...grey, dots }
}

/** A code that `wanted` accepts; others in the picture (a poster, the address of a page) are covered and looked past. */
function readOne(grey: Grey, wanted: (text: string) => boolean): string | undefined {
  let picture = grey
  for (let tries = 0; tries < 3; tries += 1) {
    const rgba = new Uint8ClampedArray(picture.dots.length * 4)
    for (let at = 0, to = 0; at < picture.dots.length; at += 1, to += 4) {
      const value = picture.dots[at] ?? 0
      rgba[to] = value
      rgba[to + 1] = value
      rgba[to + 2] = value
      rgba[to + 3] = 255
    }
    const found = readQr(rgba, picture.width, picture.height, { inversionAttempts: 'dontInvert' })
    if (!found) return undefined
    if (wanted(found.data)) return found.data
    const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = found.location
    picture = blank(picture, [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner])
  }
  return undefined
}

/** Nine overlapping parts of half the sides: in each, the code is twice as large. */
function* partsOf(grey: Grey): Generator<Grey> {
  const width = Math.ceil(grey.width / 2)
  const height = Math.ceil(grey.height / 2)
  for (const y of [0, grey.height - height, Math.floor((grey.height - height) / 2)])
    for (const x of [grey.width - width, 0, Math.floor((grey.width - width) / 2)]) yield cut(grey, { x, y, width, height })
}

/** Small first: what is grainy grows calm by it, and most photographs are read by the first or second look. */
function* looksAt(grey: Grey): Generator<Grey> {
  const side = Math.max(grey.width, grey.height)
  const small = shrunk(grey, 900)
  const middle = shrunk(grey, 1400)
  yield small
  yield middle
  yield levelled(small)
  const calm = calmed(middle)
  yield calm
  yield levelled(calm)
  if (side > 1400) {
    const large = shrunk(grey, 2400)
    yield large
    yield levelled(calmed(large))
  }
  for (const part of partsOf(grey)) yield side <= 1600 ? doubled(part) : shrunk(part, 1400)
}

/** Dots that may still be looked at in one file: a bound on work that does not depend on the machine. */
export interface Effort {
  dots: number
}

/** How many looks every page gets, however long the file. */
const cheapLooks = 2

export function findCode(grey: Grey, wanted: (text: string) => boolean, effort: Effort): string | undefined {
  let looks = 0
  for (const look of looksAt(grey)) {
    if (looks >= cheapLooks && effort.dots <= 0) return undefined
    looks += 1
    effort.dots -= look.dots.length
    const found = readOne(look, wanted)
    if (found !== undefined) return found
  }
  return undefined
}
