// How the town's texts are put together: paragraphs, tables, signatures, and choices that are the same on every build.
import { chineseDay, type Day } from '../../../src/kernel/day.ts'

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const h = (text: string): string => `<h2>${escape(text)}</h2>`
const h3 = (text: string): string => `<h3>${escape(text)}</h3>`
export const p = (...texts: string[]): string => texts.map((text) => `<p>${escape(text)}</p>`).join('')
/** Addressees, flush left: 各镇人民政府… */
export const to = (text: string): string => `<p>${escape(text)}：</p>`

type Cell = string | number
export function table(header: readonly string[], rows: readonly (readonly Cell[])[], caption?: string): string {
  const head = header.map((cell) => `<th scope="col">${escape(cell)}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escape(String(cell))}</td>`).join('')}</tr>`).join('')
  return `<table>${caption ? `<caption>${escape(caption)}</caption>` : ''}<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}

/** Who signs, and the day, at the right. */
export const signed = (name: string, on: Day): string => `<p style="text-align: right">${escape(name)}</p><p style="text-align: right">${chineseDay(on)}</p>`

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六']
const numeral = (count: number): string => numerals[count - 1] ?? String(count)

/** Numbered main headings 一、二、… each with what stands below it; a string that begins with # is a heading of the second level. */
export function sections(...parts: readonly (readonly [string, ...string[]])[]): string {
  return parts
    .map(
      ([title, ...texts], at) =>
        h(`${numeral(at + 1)}、${title}`) + texts.map((text) => (text.startsWith('<') ? text : text.startsWith('#') ? h3(text.slice(1)) : p(text))).join(''),
    )
    .join('')
}

/** Points （一）（二）… in one paragraph each. */
export const points = (...texts: string[]): string => p(...texts.map((text, at) => `（${numeral(at + 1)}）${text}`))
/** Points 1. 2. … */
export const items = (...texts: string[]): string => p(...texts.map((text, at) => `${at + 1}．${text}`))
/** Articles 第一条 … of a normative document, chapters as `#总则`. */
export function articles(...texts: string[]): string {
  let [chapter, article] = [0, 0]
  return texts
    .map((text) => {
      if (text.startsWith('#')) return h(`第${numeral((chapter += 1))}章　${text.slice(1)}`)
      article += 1
      return p(`第${inChinese(article)}条　${text}`)
    })
    .join('')
}

function inChinese(count: number): string {
  if (count <= 10) return numeral(count)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return `${tens > 1 ? numeral(tens) : ''}十${ones > 0 ? numeral(ones) : ''}`
}

/** A number from 0 to 1 that belongs to the word: FNV-1a, stirred. */
function chance(word: string): number {
  let hash = 2_166_136_261
  for (const character of word) hash = Math.imul(hash ^ character.codePointAt(0)!, 16_777_619)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 2_246_822_507)
  hash ^= hash >>> 13
  return (hash >>> 0) / 4_294_967_296
}

export const between = (word: string, low: number, high: number): number => Math.round(low + chance(word) * (high - low))
export const decimal = (word: string, low: number, high: number, digits = 1): string => (low + chance(word) * (high - low)).toFixed(digits)

/** One of several ways to say it. */
export function choose<Thing>(word: string, ...of: readonly Thing[]): Thing {
  return of[Math.floor(chance(word) * of.length)]!
}

/** `count` different ones, in their order. */
export function some<Thing>(word: string, count: number, of: readonly Thing[]): Thing[] {
  return of
    .map((thing, at) => ({ thing, at, lot: chance(`${word}/${at}`) }))
    .toSorted((a, b) => a.lot - b.lot)
    .slice(0, count)
    .toSorted((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
}

const amounts = [0, 1, 2].map((digits) => new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }))

/** `12,345.60`: money in tables. */
export const money = (amount: number, digits: 0 | 1 | 2 = 2): string => amounts[digits]!.format(amount)
