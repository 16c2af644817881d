// Where boxes stand on a page: as wide as a whole number of steps, so that their width tells no length.
import { placesOf, type Needle, type Range } from './needles.ts'
import type { ViewPage } from './redaction.ts'

export interface Area {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Three letters of the size in which official texts are printed. */
export const step = 48
const rim = 1.5

export const areaOf = ({ boxes }: ViewPage, at: number): Area => ({
  x0: boxes[at * 4] ?? 0,
  y0: boxes[at * 4 + 1] ?? 0,
  x1: boxes[at * 4 + 2] ?? 0,
  y1: boxes[at * 4 + 3] ?? 0,
})

const meets = (a: Area, b: Area): boolean => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0
const isEmpty = (area: Area): boolean => area.x1 <= area.x0 || area.y1 <= area.y0

/** Grown to whole steps, to the side where it covers less of what stays. */
export function steppedBox(page: ViewPage, area: Area): Area {
  const bare = { x0: area.x0 - rim, y0: area.y0 - rim, x1: area.x1 + rim, y1: area.y1 + rim }
  const width = Math.ceil((bare.x1 - bare.x0) / step) * step
  const covered = (one: Area): number => {
    let count = 0
    for (let at = 0; at < page.text.length; at += 1) {
      const letter = areaOf(page, at)
      if (page.text[at]?.trim() !== '' && !meets(letter, area) && meets(letter, { ...one, y0: area.y0 + rim, y1: area.y1 - rim })) count += 1
    }
    return count
  }
  const shifted = (x0: number): Area => ({ ...bare, x0, x1: x0 + width })
  const ways = [shifted(bare.x0), shifted(bare.x1 - width), shifted((bare.x0 + bare.x1 - width) / 2)]
  const inside = ways.filter((one) => one.x0 >= 0 && one.x1 <= page.width)
  return (inside.length > 0 ? inside : ways).toSorted((a, b) => covered(a) - covered(b))[0] ?? bare
}

/** One area for each line of a range. */
export function areasOf(page: ViewPage, { from, to }: Range): Area[] {
  const areas: Area[] = []
  let open: Area | undefined
  for (let at = from; at <= to; at += 1) {
    const letter = areaOf(page, at)
    if (at === to || page.text[at] === '\n') {
      if (open) areas.push(open)
      open = undefined
    } else if (!isEmpty(letter))
      open = open
        ? { x0: Math.min(open.x0, letter.x0), y0: Math.min(open.y0, letter.y0), x1: Math.max(open.x1, letter.x1), y1: Math.max(open.y1, letter.y1) }
        : letter
  }
  return areas
}

/** The letters whose middle lies in an area, line by line. */
export function textsIn(page: ViewPage, area: Area): string[] {
  let text = ''
  for (let at = 0; at < page.text.length; at += 1) {
    const { x0, y0, x1, y1 } = areaOf(page, at)
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
    if (page.text[at] === '\n') text += '\n'
    else if (x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1) text += page.text[at] ?? ''
  }
  return text.split('\n').filter((line) => line.trim() !== '')
}

interface Layout {
  readonly text: string
  readonly order: readonly number[]
}

const layouts = new WeakMap<ViewPage, Layout>()

/** The letters as they stand on the page, whatever order the file draws them in. */
function layoutOf(page: ViewPage): Layout {
  const known = layouts.get(page)
  if (known) return known
  const letters = Array.from({ length: page.text.length }, (_, at) => ({ at, area: areaOf(page, at) })).filter(({ area }) => !isEmpty(area))
  const rows: (typeof letters)[] = []
  for (const letter of letters.toSorted((a, b) => a.area.y1 - b.area.y1)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && letter.area.y1 - first.area.y1 < (first.area.y1 - first.area.y0) / 2) row.push(letter)
    else rows.push([letter])
  }
  const order = rows.flatMap((row) => row.toSorted((a, b) => a.area.x0 - b.area.x0).map((letter) => letter.at))
  const layout = { text: order.map((at) => page.text[at] ?? '').join(''), order }
  layouts.set(page, layout)
  return layout
}

/** Where a needle is put together by letters that the file draws in another order. */
export function scatteredAreas(page: ViewPage, needle: Needle): Area[] {
  const { text, order } = layoutOf(page)
  return placesOf(needle, text).flatMap(({ from, to }) => {
    const letters = order.slice(from, to)
    const follows = letters.every((at, index) => index === 0 || at > (letters[index - 1] ?? 0))
    return follows ? [] : letters.flatMap((at) => areasOf(page, { from: at, to: at + 1 }))
  })
}
