// Photographs made by code, for tests: a printed page seen askew, turned, in bad light, with grain, small, as a camera would write it.
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { create } from 'qrcode'
import type { Grey } from './raster.ts'

/** Repeatable grain. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/** An A4 page at 150 dots an inch: lines of print, a table, and each code in its own place, 24 mm wide. */
export function printedPage(codes: readonly { readonly text: string; readonly x: number; readonly y: number }[]): Grey {
  const [width, height] = [1240, 1754]
  const dots = new Uint8ClampedArray(width * height).fill(250)
  const fill = (x: number, y: number, w: number, h: number, value: number): void => {
    for (let line = y; line < y + h; line += 1) dots.fill(value, line * width + x, line * width + x + w)
  }
  const next = random(7)
  for (let y = 330; y < 1600; y += 34)
    for (let x = 130; x < 1090; x += 22)
      if (next() > 0.25)
        for (let stroke = 0; stroke < 5; stroke += 1) fill(x + Math.floor(next() * 14), y + Math.floor(next() * 16), 4 + Math.floor(next() * 8), 3, 30)
  for (let y = 320; y <= 1610; y += 215) fill(118, y, 1000, 3, 20)
  for (const x of [118, 320, 1115]) fill(x, 320, 3, 1290, 20)
  for (const { text, x, y } of codes) {
    const { size, data } = create(text, { errorCorrectionLevel: 'H' }).modules
    const module = Math.floor(142 / size)
    fill(x - 16, y - 16, size * module + 32, size * module + 32, 255)
    for (let row = 0; row < size; row += 1)
      for (let column = 0; column < size; column += 1) if (data[row * size + column]) fill(x + column * module, y + row * module, module, module, 10)
  }
  return { width, height, dots }
}

export interface Camera {
  /** Degrees, counter-clockwise. */
  readonly turned?: number
  /** How much smaller the far edge looks: 0.2 is strongly askew. */
  readonly askew?: number
  /** Dots of the longer side. */
  readonly side?: number
  /** Part of the light that is left, at one side and the other. */
  readonly light?: readonly [number, number]
  /** Standard deviation of the grain. */
  readonly grain?: number
  /** Radius in dots of what is out of focus. */
  readonly blur?: number
  readonly seed?: number
}

function blurredAlong({ width, height, dots }: Grey, radius: number, step: 'x' | 'y'): Grey {
  const out = new Uint8ClampedArray(dots.length)
  const by = step === 'x' ? 1 : width
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = step === 'x' ? x : y
      const [from, to] = [Math.max(-radius, -at), Math.min(radius, (step === 'x' ? width : height) - 1 - at)]
      let sum = 0
      for (let near = from; near <= to; near += 1) sum += dots[y * width + x + near * by] ?? 0
      out[y * width + x] = sum / (to - from + 1)
    }
  return { width, height, dots: out }
}

const blurred = (grey: Grey, radius: number): Grey => blurredAlong(blurredAlong(grey, radius, 'x'), radius, 'y')

/** The page on a dark table, as the camera sees it. */
export function photographed(page: Grey, { turned = 0, askew = 0, side = 2000, light = [1, 1], grain = 0, blur = 0, seed = 1 }: Camera): Grey {
  const angle = (turned * Math.PI) / 180
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const reach = { x: Math.abs(page.width * cos) + Math.abs(page.height * sin), y: Math.abs(page.width * sin) + Math.abs(page.height * cos) }
  const scale = side / (Math.max(reach.x, reach.y) * 1.12)
  const width = Math.round(reach.x * 1.12 * scale)
  const height = Math.round(reach.y * 1.12 * scale)
  const dots = new Uint8ClampedArray(width * height)
  const next = random(seed)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [u, v] = [(x - width / 2) / scale, (y - height / 2) / scale]
      const depth = 1 + askew * ((v * scale) / height)
      const [tu, tv] = [u * depth, v * depth]
      const [px, py] = [tu * cos - tv * sin + page.width / 2, tu * sin + tv * cos + page.height / 2]
      const [left, top] = [Math.floor(px), Math.floor(py)]
      let value = 70
      if (left >= 0 && top >= 0 && left < page.width - 1 && top < page.height - 1) {
        const [fx, fy] = [px - left, py - top]
        const at = top * page.width + left
        value =
          ((page.dots[at] ?? 0) * (1 - fx) + (page.dots[at + 1] ?? 0) * fx) * (1 - fy) +
          ((page.dots[at + page.width] ?? 0) * (1 - fx) + (page.dots[at + page.width + 1] ?? 0) * fx) * fy
      }
      const lit = light[0] + (light[1] - light[0]) * (x / width)
      const noise = grain === 0 ? 0 : (next() + next() + next() + next() - 2) * 1.73 * grain
      dots[y * width + x] = value * lit + noise
    }
  const seen = { width, height, dots }
  return blur === 0 ? seen : blurred(seen, blur)
}

function colours({ width, height, dots }: Grey): Buffer {
  const data = Buffer.alloc(width * height * 4, 255)
  for (let at = 0; at < dots.length; at += 1) data.fill(dots[at] ?? 0, at * 4, at * 4 + 3)
  return data
}

export const asJpeg = (grey: Grey, quality = 80): Buffer => jpeg.encode({ data: colours(grey), width: grey.width, height: grey.height }, quality).data

export function asPng(grey: Grey): Buffer {
  const png = new PNG({ width: grey.width, height: grey.height })
  png.data = colours(grey)
  return PNG.sync.write(png)
}
