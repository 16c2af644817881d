import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseDay, day, dayOf } from './day.ts'
import { readWrittenDate, smallChineseNumber } from './written-date.ts'

const certain: readonly (readonly [string, string])[] = [
  ['2026年12月7日', '2026-12-07'],
  ['2026 年 12 月 7 日', '2026-12-07'],
  ['２０２６年１２月７日', '2026-12-07'],
  ['（2026年12月7日）', '2026-12-07'],
  ['2026-12-07', '2026-12-07'],
  ['2026-12-07 10:32:59', '2026-12-07'],
  ['2026-12-07T10:32', '2026-12-07'],
  ['2026.12.7', '2026-12-07'],
  ['2026/12/7', '2026-12-07'],
  ['20261207', '2026-12-07'],
  ['二〇一八年十一月二十日', '2018-11-20'],
  ['二○一八年十一月二十日', '2018-11-20'],
  ['二零一八年十月三十一日', '2018-10-31'],
  ['二O一八年三月十日', '2018-03-10'],
  ['二〇一八年元月廿一日', '2018-01-21'],
  ['一九九八年三月一日', '1998-03-01'],
]
test.each(certain)('reads %s as %s without doubt', (written, expected) => {
  expect(readWrittenDate(written)).toEqual({ day: expected, doubt: null, candidates: [expected] })
})

const uncertain: readonly (readonly [string, string, string | null, readonly string[]])[] = [
  ['〇一八年十一月二十日', 'first-character-lost', '2018-11-20', ['2018-11-20']],
  ['九九八年三月一日', 'first-character-lost', '1998-03-01', ['1998-03-01']],
  ['一八年三月一日', 'first-character-lost', null, ['1918-03-01', '2018-03-01']],
  ['201832', 'separators-lost', '2018-03-02', ['2018-03-02']],
  ['2018111', 'separators-lost', null, ['2018-01-11', '2018-11-01']],
  ['201811日', 'separators-lost', '2018-01-01', ['2018-01-01']],
  ['2018年2月30日', 'no-such-day', null, []],
  ['2018年12月', 'day-missing', null, []],
  ['二〇一八年十二月', 'day-missing', null, []],
  ['18年12月7日', 'short-year', null, ['1918-12-07', '2018-12-07']],
]
test.each(uncertain)('reads %s only with the doubt "%s"', (written, doubt, only, candidates) => {
  expect(readWrittenDate(written)).toEqual({ day: only, doubt, candidates })
})

test.each(['', '2018', '7123', '100%', '第三季度', '2018年度工作报告', '1231', '二〇一八年'])('sees no date in "%s"', (written) => {
  expect(readWrittenDate(written)).toBeUndefined()
})

test('counts from one to ninety-nine in Chinese', () => {
  expect(['一', '十', '十二', '二十', '三十一', '廿九', '卅'].map(smallChineseNumber)).toEqual([1, 10, 12, 20, 31, 29, 30])
  expect(['', '一一', '十十', '百'].map(smallChineseNumber)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN])
})

const anyDay = fc
  .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map((parts) => dayOf(...parts))
  .filter((one) => one !== undefined)
const digits = '〇一二三四五六七八九'
const inWords = (number: number): string =>
  number < 10 ? (digits[number] ?? '') : `${number < 20 ? '' : digits[Math.floor(number / 10)]}十${number % 10 === 0 ? '' : digits[number % 10]}`

test('every day survives being written in each form', () => {
  fc.assert(
    fc.property(anyDay, (of) => {
      const [year, month, date] = of.split('-').map(Number) as [number, number, number]
      const words = `${[...String(year)].map((digit) => digits[Number(digit)]).join('')}年${inWords(month)}月${inWords(date)}日`
      for (const form of [chineseDay(of), of, `${year}.${month}.${date}`, `${year}/${month}/${date}`, of.replaceAll('-', ''), words]) {
        expect(readWrittenDate(form)?.day, form).toBe(day(of))
      }
      const beheaded = readWrittenDate(words.slice(1))
      expect(beheaded?.doubt, words).toBe('first-character-lost')
      expect(beheaded?.candidates).toContain(of)
    }),
  )
})
