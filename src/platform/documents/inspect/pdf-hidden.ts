// Which letters of a page a reader does not see: under something, outside the page, without ink or without contrast.
import { sizeOf, type Area, type Fill, type Letter, type Scene } from './pdf-scene.ts'

export interface PageSight {
  readonly shown: readonly Letter[]
  readonly covered: readonly Letter[]
  readonly offPage: readonly Letter[]
  readonly invisible: readonly Letter[]
  /** Letters that belong to the recognised text of a scan. */
  readonly recognised: number
  /** The part of the page that pictures cover. */
  readonly pictures: number
}

const scanPart = 0.6
const fewest = 2
const counts = (letters: readonly Letter[]): number => letters.filter(({ text }) => /[^\s\p{P}\p{S}]/u.test(text)).length

const holds = (area: Area, x: number, y: number): boolean => x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1
const meets = (a: Area, b: Area): boolean => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0
const middle = (area: Area): readonly [number, number] => [(area.x0 + area.x1) / 2, (area.y0 + area.y1) / 2]

/** The middle and four points around it, all within the body of the letter. */
function points(letter: Letter): readonly (readonly [number, number])[] {
  const [x, y] = middle(letter)
  const [dx, dy] = [(letter.x1 - letter.x0) / 4, (letter.y1 - letter.y0) / 4]
  return [
    [x, y],
    [x - dx, y - dy],
    [x + dx, y - dy],
    [x - dx, y + dy],
    [x + dx, y + dy],
  ]
}

function frameOf(letters: readonly Letter[]): Area {
  return {
    x0: Math.min(...letters.map((one) => one.x0)),
    y0: Math.min(...letters.map((one) => one.y0)),
    x1: Math.max(...letters.map((one) => one.x1)),
    y1: Math.max(...letters.map((one) => one.y1)),
  }
}

const keyOf = (letter: Letter): string => `${letter.text} ${Math.round(letter.x / 3)} ${Math.round(letter.y / 3)}`

export function sightOf(scene: Scene, page: Area, marked: readonly Area[]): PageSight {
  const pageSize = sizeOf(page)
  const pictures = [...scene.fills.filter((fill) => fill.picture), ...scene.stencils]
  const covering = scene.fills.filter(
    (fill) => !(fill.picture && sizeOf(fill) > pageSize * scanPart) && fill.x1 - fill.x0 >= 3 && fill.y1 - fill.y0 >= 3 && fill.colour !== 'pattern',
  )
  const shown: Letter[] = []
  const unseen: Record<'covered' | 'offPage' | 'invisible', Letter[]> = { covered: [], offPage: [], invisible: [] }
  let recognised = 0
  // the last time each letter is written at each place
  const last = new Map<string, number>()
  for (const run of scene.runs) for (const letter of run) last.set(keyOf(letter), letter.order)

  const under = (letter: Letter, fills: readonly Fill[]): boolean => {
    const later = fills.filter((fill) => fill.order > letter.order)
    if (later.length === 0) return false
    if (!points(letter).every(([x, y]) => later.some((fill) => holds(fill, x, y)))) return false
    const again = last.get(keyOf(letter)) ?? 0
    return !(again > Math.max(...later.map((fill) => fill.order)))
  }
  const grounds = scene.fills.filter((fill) => fill.x1 - fill.x0 >= 3 && fill.y1 - fill.y0 >= 3)
  const colourUnder = (letter: Letter, fills: readonly Fill[]): string => {
    const [x, y] = middle(letter)
    let colour = '#ffffff'
    for (const fill of fills) if (fill.order < letter.order && holds(fill, x, y)) ({ colour } = fill)
    return colour
  }
  for (const run of scene.runs) {
    const frame = frameOf(run)
    const above = covering.filter((fill) => meets(fill, frame))
    const below = grounds.filter((fill) => meets(fill, frame))
    for (const letter of run) {
      const [x, y] = middle(letter)
      const behindPicture = pictures.some((picture) => holds(picture, x, y))
      let sight: keyof typeof unseen | undefined
      if (!meets(letter, page)) sight = 'offPage'
      else if (letter.inkless) {
        if (behindPicture) recognised += letter.text.trim() === '' ? 0 : 1
        else sight = 'invisible'
      } else if (under(letter, above) || marked.some((area) => holds(area, x, y))) sight = 'covered'
      else if (colourUnder(letter, below) === letter.colour && !behindPicture) sight = 'invisible'
      if (sight === undefined) shown.push(letter)
      else unseen[sight].push(letter)
    }
  }
  const enough = (letters: readonly Letter[]): readonly Letter[] => (counts(letters) >= fewest ? letters : [])
  const painted = Math.min(
    1,
    pictures.reduce(
      (sum, picture) =>
        sum +
        sizeOf({ x0: Math.max(picture.x0, page.x0), y0: Math.max(picture.y0, page.y0), x1: Math.min(picture.x1, page.x1), y1: Math.min(picture.y1, page.y1) }),
      0,
    ) / (pageSize || 1),
  )
  return { shown, covered: enough(unseen.covered), offPage: enough(unseen.offPage), invisible: enough(unseen.invisible), recognised, pictures: painted }
}
