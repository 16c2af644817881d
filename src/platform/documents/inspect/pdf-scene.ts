// Turns the drawing orders of a PDF page into what lies where, in the order of painting: letters, opaque areas, pictures.
export type Matrix = readonly [number, number, number, number, number, number]

export interface Area {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export interface Fill extends Area {
  readonly order: number
  /** `#rrggbb`, or what else covers: a picture, a pattern. */
  readonly colour: string
  readonly picture: boolean
}

export interface Letter extends Area {
  readonly text: string
  readonly order: number
  readonly colour: string
  /** Written without ink. */
  readonly inkless: boolean
  readonly size: number
  readonly x: number
  readonly y: number
  readonly width: number
}

/** Letters of one order to write. */
export type Run = readonly Letter[]

export interface Scene {
  readonly runs: readonly Run[]
  readonly fills: readonly Fill[]
  /** Places of pictures that are only masks of ink, as scanned text often is. */
  readonly stencils: readonly Area[]
  readonly strokes: number
  /** Not everything was looked at. */
  readonly cut: boolean
}

export interface Orders {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** Numbers of the orders, by name. */
export type Names = Readonly<Record<string, number>>

interface State {
  matrix: Matrix
  clip: Area
  fill: string
  stroke: string
  alpha: number
  strokeAlpha: number
  blends: boolean
  lineWidth: number
  font: number
  scale: number
  spacing: number
  wordSpacing: number
  rise: number
  leading: number
  mode: number
}

const mostThings = 60_000
const everywhere: Area = { x0: -1e6, y0: -1e6, x1: 1e6, y1: 1e6 }
const upright: Matrix = [1, 0, 0, 1, 0, 0]

export const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]
const at = (m: Matrix, x: number, y: number): readonly [number, number] => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]

function around(points: readonly (readonly [number, number])[]): Area {
  let area: Area = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity }
  for (const [x, y] of points) area = { x0: Math.min(area.x0, x), y0: Math.min(area.y0, y), x1: Math.max(area.x1, x), y1: Math.max(area.y1, y) }
  return area
}
const corners = (m: Matrix, area: Area): Area => around([at(m, area.x0, area.y0), at(m, area.x1, area.y0), at(m, area.x0, area.y1), at(m, area.x1, area.y1)])
const common = (a: Area, b: Area): Area => ({ x0: Math.max(a.x0, b.x0), y0: Math.max(a.y0, b.y0), x1: Math.min(a.x1, b.x1), y1: Math.min(a.y1, b.y1) })
export const isEmpty = (area: Area): boolean => !(area.x1 > area.x0 && area.y1 > area.y0)
export const sizeOf = (area: Area): number => (isEmpty(area) ? 0 : (area.x1 - area.x0) * (area.y1 - area.y0))

const matrixOf = (value: unknown): Matrix => {
  const numbers = ArrayBuffer.isView(value) || Array.isArray(value) ? Array.from(value as ArrayLike<number>, Number) : []
  return numbers.length >= 6 && numbers.every(Number.isFinite) ? (numbers.slice(0, 6) as unknown as Matrix) : upright
}

type Point = readonly [number, number]

/** Subpaths as points; a curve goes along its ends and handles. */
function subpaths(data: ArrayLike<number>): Point[][] {
  const paths: Point[][] = []
  let path: Point[] = []
  const widths = [2, 2, 6, 4, 0]
  for (let place = 0; place < data.length;) {
    const kind = data[place] ?? 4
    const width = widths[kind]
    if (width === undefined) break
    if (kind === 0) {
      path = []
      paths.push(path)
    }
    for (let pair = 0; pair < width; pair += 2) path.push([data[place + 1 + pair] ?? 0, data[place + 2 + pair] ?? 0])
    place += 1 + width
  }
  return paths
}

/** The part of its frame that a closed path fills. */
function fullness(path: readonly Point[]): number {
  let twice = 0
  for (const [index, [x, y]] of path.entries()) {
    const [nextX, nextY] = path[(index + 1) % path.length] ?? [0, 0]
    twice += x * nextY - nextX * y
  }
  const frame = sizeOf(around(path))
  return frame === 0 ? 0 : Math.abs(twice) / 2 / frame
}

/** How an annotation begins, whatever the page left behind. */
const fresh = { matrix: upright, clip: everywhere, fill: '#000000', stroke: '#000000', alpha: 1, strokeAlpha: 1, blends: false, lineWidth: 1, mode: 0 }

/** Whether the picture behind this name lets what is under it show through. */
export type SeeThrough = (picture: string) => boolean

export function sceneOf(orders: Orders, names: Names, seeThrough: SeeThrough): Scene {
  const runs: Run[] = []
  const fills: Fill[] = []
  const stencils: Area[] = []
  let strokes = 0
  let things = 0
  let state: State = {
    ...fresh,
    font: 0,
    scale: 1,
    spacing: 0,
    wordSpacing: 0,
    rise: 0,
    leading: 0,
  }
  const stack: State[] = []
  let textMatrix: Matrix = upright
  let lineMatrix: Matrix = upright
  let clipNext = false
  let hiddenLayers = 0

  const put = (area: Area, order: number, colour: string, picture: boolean): void => {
    const seen = common(area, state.clip)
    if (!isEmpty(seen)) fills.push({ ...seen, order, colour, picture })
  }
  const path = (kind: number, data: ArrayLike<number>, order: number): void => {
    const paths = subpaths(data)
    if (clipNext) {
      clipNext = false
      state.clip = common(state.clip, corners(state.matrix, around(paths.flat())))
    }
    const fillsIt = [names['fill'], names['eoFill'], names['fillStroke'], names['eoFillStroke'], names['closeFillStroke'], names['closeEOFillStroke']].includes(
      kind,
    )
    if (fillsIt && state.alpha >= 0.95 && !state.blends) {
      for (const points of paths) {
        const placed = points.map(([x, y]) => at(state.matrix, x, y))
        if (fullness(placed) > 0.85) put(around(placed), order, state.fill, false)
      }
    }
    const strokesIt = [names['stroke'], names['closeStroke'], names['fillStroke'], names['closeFillStroke']].includes(kind)
    if (!strokesIt) return
    strokes += 1
    const half = (state.lineWidth * Math.sqrt(Math.abs(state.matrix[0] * state.matrix[3] - state.matrix[1] * state.matrix[2]))) / 2
    if (half < 2 || state.strokeAlpha < 0.95 || state.blends) return
    for (const points of paths) {
      for (const [index, point] of points.slice(1).entries()) {
        const [fromX, fromY] = at(state.matrix, ...(points[index] ?? point))
        const [toX, toY] = at(state.matrix, ...point)
        // a slanting line covers less than its frame
        if (Math.min(Math.abs(fromX - toX), Math.abs(fromY - toY)) > half) continue
        const line = around([
          [fromX, fromY],
          [toX, toY],
        ])
        put({ x0: line.x0 - half, y0: line.y0 - half, x1: line.x1 + half, y1: line.y1 + half }, order, state.stroke, false)
      }
    }
  }
  const write = (glyphs: unknown, order: number): void => {
    if (!Array.isArray(glyphs)) return
    const letters: Letter[] = []
    for (const glyph of glyphs as readonly unknown[]) {
      if (typeof glyph === 'number') {
        textMatrix = times(textMatrix, [1, 0, 0, 1, (-glyph / 1000) * state.font * state.scale, 0])
        continue
      }
      if (glyph === null || typeof glyph !== 'object') continue
      const { unicode = '', width = 0, isSpace = false } = glyph as { unicode?: string; width?: number; isSpace?: boolean }
      const advance = ((width / 1000) * state.font + state.spacing + (isSpace ? state.wordSpacing : 0)) * state.scale
      const whole = times(state.matrix, times(textMatrix, [1, 0, 0, 1, 0, state.rise]))
      const wide = (width / 1000) * state.font * state.scale
      const box = corners(whole, { x0: Math.min(0, wide), y0: 0, x1: Math.max(0, wide), y1: state.font * 0.72 })
      const [x, y] = at(whole, 0, 0)
      const size = Math.hypot(whole[0], whole[1]) * Math.abs(state.font)
      const inkless = (state.mode & 3) === 3 || hiddenLayers > 0
      if (unicode !== '') letters.push({ ...box, text: unicode, order, colour: state.fill, inkless, size, x, y, width: box.x1 - box.x0 })
      textMatrix = times(textMatrix, [1, 0, 0, 1, advance, 0])
    }
    things += letters.length
    if (letters.length > 0) runs.push(letters)
  }
  const nextLine = (x: number, y: number): void => {
    lineMatrix = times(lineMatrix, [1, 0, 0, 1, x, y])
    textMatrix = lineMatrix
  }
  const square: Area = { x0: 0, y0: 0, x1: 1, y1: 1 }

  const act: Readonly<Record<string, (args: readonly unknown[], order: number) => void>> = {
    save: () => void stack.push({ ...state }),
    restore: () => void (state = stack.pop() ?? state),
    transform: (args) => void (state.matrix = times(state.matrix, matrixOf(args))),
    paintFormXObjectBegin: ([matrix, frame]) => {
      stack.push({ ...state })
      state.matrix = times(state.matrix, matrixOf(matrix))
      const [x0, y0, x1, y1] = Array.isArray(frame) ? (frame as number[]) : []
      if (x0 !== undefined && y0 !== undefined && x1 !== undefined && y1 !== undefined)
        state.clip = common(state.clip, corners(state.matrix, { x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) }))
    },
    paintFormXObjectEnd: () => void (state = stack.pop() ?? state),
    beginAnnotation: ([, , transform, matrix]) => {
      stack.push({ ...state })
      state = { ...state, ...fresh, matrix: times(matrixOf(transform), matrixOf(matrix)) }
    },
    endAnnotation: () => void (state = stack.pop() ?? state),
    setGState: ([pairs]) => {
      for (const [key, value] of Array.isArray(pairs) ? (pairs as [string, unknown][]) : []) {
        if (key === 'ca') state.alpha = Number(value)
        else if (key === 'CA') state.strokeAlpha = Number(value)
        else if (key === 'BM') state.blends = !/^(?:normal|source-over|compatible)$/i.test(String(value))
        else if (key === 'SMask' && value) state.alpha = 0
        else if (key === 'LW') state.lineWidth = Number(value)
      }
    },
    setFillRGBColor: ([colour]) => void (state.fill = String(colour)),
    setStrokeRGBColor: ([colour]) => void (state.stroke = String(colour)),
    setFillColorN: () => void (state.fill = 'pattern'),
    setFillTransparent: () => void (state.fill = 'transparent'),
    setLineWidth: ([width]) => void (state.lineWidth = Number(width)),
    clip: () => void (clipNext = true),
    eoClip: () => void (clipNext = true),
    constructPath: ([kind, data], order) => path(Number(kind), (data as readonly ArrayLike<number>[] | undefined)?.[0] ?? [], order),
    shadingFill: (_, order) => put(state.clip, order, 'pattern', false),
    beginText: () => void (textMatrix = lineMatrix = upright),
    setFont: ([, size]) => void (state.font = Number(size)),
    setTextMatrix: (args) => void (textMatrix = lineMatrix = matrixOf(args.length === 1 ? args[0] : args)),
    moveText: ([x, y]) => nextLine(Number(x), Number(y)),
    setLeadingMoveText: ([x, y]) => {
      state.leading = -Number(y)
      nextLine(Number(x), Number(y))
    },
    nextLine: () => nextLine(0, -state.leading),
    setLeading: ([leading]) => void (state.leading = Math.abs(Number(leading))),
    setCharSpacing: ([spacing]) => void (state.spacing = Number(spacing)),
    setWordSpacing: ([spacing]) => void (state.wordSpacing = Number(spacing)),
    setHScale: ([scale]) => void (state.scale = Number(scale) > 5 ? Number(scale) / 100 : Number(scale)),
    setTextRise: ([rise]) => void (state.rise = Number(rise)),
    setTextRenderingMode: ([mode]) => void (state.mode = Number(mode)),
    showText: ([glyphs], order) => write(glyphs, order),
    paintImageXObject: ([picture], order) => {
      if (state.alpha >= 0.95 && !state.blends && !seeThrough(String(picture))) put(corners(state.matrix, square), order, 'picture', true)
      else stencils.push(corners(state.matrix, square))
    },
    paintInlineImageXObject: (_, order) => put(corners(state.matrix, square), order, 'picture', true),
    paintImageMaskXObject: () => void stencils.push(corners(state.matrix, square)),
    paintSolidColorImageMask: (_, order) => state.alpha >= 0.95 && !state.blends && put(corners(state.matrix, square), order, state.fill, false),
  }
  const actOf = new Map(Object.entries(act).map(([name, take]) => [names[name], take]))
  for (const [order, kind] of orders.fnArray.entries()) {
    if (fills.length + things > mostThings) return { runs, fills, stencils, strokes, cut: true }
    const args = orders.argsArray[order]
    actOf.get(kind)?.(Array.isArray(args) || ArrayBuffer.isView(args) ? Array.from(args as ArrayLike<unknown>) : [], order)
  }
  return { runs, fills, stencils, strokes, cut: false }
}
