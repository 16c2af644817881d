// How many items a text numbers, one after the other: 一是 二是, （一）（二）, 1. 2., 第一 第二.
import { smallChineseNumber } from '../../../../kernel/written-date.ts'

const hundred = '[一二三四五六七八九十]{1,3}'

/** A way of numbering: where it may stand, and its number. */
const ways: readonly RegExp[] = [
  new RegExp(`(?<![\\p{Script=Han}])(${hundred})(?:是|要|抓|靠)`, 'gu'),
  new RegExp(`（(${hundred})）`, 'g'),
  new RegExp(`第(${hundred})(?:，|、|是)`, 'g'),
  /（(\d{1,2})）/g,
  /(?<![\d.年月])(\d{1,2})[.、](?!\d)/g,
  /([①②③④⑤⑥⑦⑧⑨⑩])/g,
  new RegExp(`(?<![\\p{Script=Han}])(${hundred})、`, 'gu'),
]

const circled = '①②③④⑤⑥⑦⑧⑨⑩'

const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : circled.includes(text) ? circled.indexOf(text) + 1 : smallChineseNumber(text))

const starts: readonly RegExp[] = ways.map((way) => new RegExp(`^(?:${way.source})`, way.flags.replace('g', '')))

/** The way in which the first item is numbered; -1 where a text does not begin with one. */
const wayOf = (text: string): number => starts.findIndex((start) => numberOf(start.exec(text)?.[1] ?? '0') === 1)

export const markerStarts = (text: string): boolean => wayOf(text) >= 0

/** Items in texts that follow each other, the first of which begins with number one: as far as the numbers run on. */
export function countAfter(texts: readonly string[]): number {
  const [first = ''] = texts
  const way = ways[wayOf(first)]
  if (!way) return 0
  let count = 0
  for (const [index, text] of texts.entries()) {
    const numbers = [...text.matchAll(way)].map((found) => ({ number: numberOf(found[1] ?? ''), at: found.index }))
    if (index > 0 && !numbers.some(({ number, at }) => at === 0 && number === count + 1)) {
      // an item may have paragraphs of its own; another numbering at the beginning ends the list
      const other = starts.some((start) => start.test(text))
      if (other && wayOf(text) < 0 && count > 0) continue
      if (other || numbers.length > 0) return count
      if (index > 1 && count > 0 && text.length < 200) continue
      return count
    }
    for (const { number } of numbers) {
      if (number === count + 1) count = number
      else if (number === 1 && count > 0) return count
    }
  }
  return count
}
