// Dates as people write them in documents. A date that must be guessed is returned as doubtful, never as certain.
import { dayOf, type Day } from './day.ts'

export type DateDoubt =
  | 'first-character-lost' // 〇一〇年十二月十八日
  | 'separators-lost' // 201732
  | 'no-such-day' // 2016年2月30日
  | 'day-missing' // 2016年12月
  | 'short-year' // 16年12月7日
  | 'improbable-year'

export interface WrittenDate {
  /** The only possible reading, or null where there is none or more than one. */
  readonly day: Day | null
  readonly doubt: DateDoubt | null
  /** Every reading that the letters allow. */
  readonly candidates: readonly Day[]
}

/** Place in the row is the value. */
const digitRows = ['〇○◯零OoＯ0', '一壹', '二贰貳', '三叁', '四', '五', '六', '七', '八', '九']
const digitOf: Readonly<Record<string, number>> = Object.fromEntries(digitRows.flatMap((row, value) => [...row].map((letter) => [letter, value])))

const numeral = '[〇○◯零OoＯ0一壹二贰貳三叁四五六七八九]'
const small = '[一二三四五六七八九十廿卅]'

const chineseFull = new RegExp(`^(${numeral}{4})年(元|${small}{1,3})月(${small}{1,3})日$`)
const chineseMonth = new RegExp(`^(${numeral}{4})年(${small}{1,3})月$`)
const chineseBeheaded = new RegExp(`^(${numeral}{2,3})年(${small}{1,3})月(${small}{1,3})日$`)
const separated = /^(\d{4})(?:年|[-./．－—])(\d{1,2})(?:月|[-./．－—])(\d{1,2})日?$/
const monthOnly = /^(\d{4})年(\d{1,2})月$/
const shortYear = /^(\d{2})年(\d{1,2})月(\d{1,2})日$/
const compact = /^(\d{4})(\d{2})(\d{2})日?$/
const run = /^((?:19|20)\d{2})(\d{2,3})日?$/
const timeOfDay = /[T ]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?Z?$/

/** 1 to 99 from 十二, 二十, 廿一, 三十一; NaN where it is none. */
export function smallChineseNumber(text: string): number {
  const expanded = text.replace(/^廿/, '二十').replace(/^卅/, '三十')
  if (!/^[一二三四五六七八九]?十?[一二三四五六七八九]?$/.test(expanded) || expanded === '') return Number.NaN
  const at = expanded.indexOf('十')
  if (at < 0) return expanded.length === 1 ? (digitOf[expanded] ?? Number.NaN) : Number.NaN
  const tens = at === 0 ? 1 : (digitOf[expanded.slice(0, at)] ?? Number.NaN)
  const ones = at === expanded.length - 1 ? 0 : (digitOf[expanded.slice(at + 1)] ?? Number.NaN)
  return tens * 10 + ones
}

const yearOfNumerals = (text: string): number => Number([...text].map((letter) => digitOf[letter]).join(''))

const sure = (year: number, month: number, date: number): WrittenDate => {
  const found = dayOf(year, month, date)
  if (!found) return { day: null, doubt: 'no-such-day', candidates: [] }
  if (year < 1900 || year > 2100) return { day: null, doubt: 'improbable-year', candidates: [found] }
  return { day: found, doubt: null, candidates: [found] }
}

const unsure = (doubt: DateDoubt, candidates: readonly (Day | undefined)[]): WrittenDate => {
  const possible = [...new Set(candidates.filter((one) => one !== undefined))]
  return { day: possible.length === 1 ? (possible[0] ?? null) : null, doubt, candidates: possible }
}

/** Every way to cut `digits` into month and day of `year`. */
function cuts(year: number, digits: string): (Day | undefined)[] {
  return [1, 2]
    .filter((at) => at < digits.length && digits.length - at <= 2)
    .filter((at) => digits[0] !== '0' && digits[at] !== '0')
    .map((at) => dayOf(year, Number(digits.slice(0, at)), Number(digits.slice(at))))
}

/** Reads `written`, the whole of which must be a date, with or without a time of day; undefined where it is none. */
export function readWrittenDate(written: string): WrittenDate | undefined {
  const text = written
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(timeOfDay, '')
    .replace(/[\s\u00a0\u3000]+/g, '')
    .replace(/^[（(［[]|[）)］\]]$/g, '')

  const numbers = separated.exec(text) ?? compact.exec(text)
  if (numbers) return sure(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]))
  const words = chineseFull.exec(text)
  if (words) return sure(yearOfNumerals(words[1] ?? ''), words[2] === '元' ? 1 : smallChineseNumber(words[2] ?? ''), smallChineseNumber(words[3] ?? ''))
  const beheaded = chineseBeheaded.exec(text)
  if (beheaded) {
    const tail = [...(beheaded[1] ?? '')].map((letter) => digitOf[letter]).join('')
    const years =
      tail.length === 3
        ? ['1', '2'].map((first) => Number(first + tail)).filter((year) => year >= 1900 && year <= 2099)
        : [1900, 2000].map((century) => century + Number(tail))
    return unsure(
      'first-character-lost',
      years.map((year) => dayOf(year, smallChineseNumber(beheaded[2] ?? ''), smallChineseNumber(beheaded[3] ?? ''))),
    )
  }
  if (monthOnly.test(text) || chineseMonth.test(text)) return { day: null, doubt: 'day-missing', candidates: [] }
  const short = shortYear.exec(text)
  if (short)
    return unsure(
      'short-year',
      [1900, 2000].map((century) => dayOf(century + Number(short[1]), Number(short[2]), Number(short[3]))),
    )
  const bare = run.exec(text)
  if (bare) {
    const candidates = cuts(Number(bare[1]), bare[2] ?? '')
    return candidates.some((one) => one !== undefined) ? unsure('separators-lost', candidates) : undefined
  }
  return undefined
}
