// Days that the calendar does not have, and dates that lost a part on their way here.
import { dayOf } from '../../../../kernel/day.ts'
import { readWrittenDate } from '../../../../kernel/written-date.ts'
import type { Hit, Subject } from '../subject.ts'

type Code = 'date-impossible' | 'date-damaged'

const full = /(?<!\d)(\d{4})年(\d{1,2})月(?:(\d{1,3})日)?/g
const separated = /(?<![\d./-])((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?![\d./-])/g
const withoutYear = /(?<![\d年])(\d{1,2})月(\d{1,2})日/g
const withoutMonth = /(?<!\d)(?:19|20)\d{2}年(\d{1,2})日/g
const withoutDate = /(?<!\d)(?:19|20)\d{2}年(?:\d{1,2}月日|月\d{1,2}日)/g
const run = /(?<!\d)(?:19|20)\d{3,5}日/g
const runWithMonth = /(?<!\d)(?:19|20)\d{3,4}月(?:\d{1,2}日)?/g
const shortRun = /(?<=[至到—~～-])(?:1[0-2]|0?[1-9])\d{2}日(?=止|前|期|，|。|$)/g
const numeral = '[〇○◯零一二三四五六七八九]'
const written = new RegExp(`(?<!${numeral})${numeral}{2,4}年(?:元|[一二三四五六七八九十]{1,3})月[一二三四五六七八九十廿卅]{1,3}日`, 'g')
/** A version or a drawing is numbered like a day. */
const ofThings = /(?:编号|版本号?|图号|序号|代码|[Vv])[^，。；]{0,2}$/
const ofTheMoon = /农历[^，。]{0,4}$/
const longest: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const monthHasDay = (month: number, date: number): boolean => date >= 1 && date <= (longest[month - 1] ?? 0)

export function* dates({ pieces }: Subject): Generator<Hit<Code>> {
  for (const [index, { plain, text }] of pieces.entries()) {
    const hit = (code: Code, at: number, length: number): Hit<Code> => ({ code, piece: index, at, match: text.slice(at, at + length) })
    for (const found of plain.matchAll(full)) {
      const [whole, year, month, date] = found
      const exists = date === undefined ? Number(month) >= 1 && Number(month) <= 12 : dayOf(Number(year), Number(month), Number(date)) !== undefined
      if (!exists && !ofTheMoon.test(plain.slice(0, found.index))) yield hit('date-impossible', found.index, whole.length)
    }
    for (const found of plain.matchAll(separated))
      if (!ofThings.test(plain.slice(Math.max(0, found.index - 12), found.index)) && !dayOf(Number(found[1]), Number(found[3]), Number(found[4])))
        yield hit('date-impossible', found.index, found[0].length)
    for (const found of plain.matchAll(withoutYear)) {
      const [whole, month, date] = found
      if (!monthHasDay(Number(month), Number(date)) && !ofTheMoon.test(plain.slice(0, found.index))) yield hit('date-impossible', found.index, whole.length)
    }
    for (const pattern of [withoutMonth, withoutDate, run, runWithMonth, shortRun])
      for (const found of plain.matchAll(pattern)) yield hit('date-damaged', found.index, found[0].length)
    for (const found of text.matchAll(written)) {
      const doubt = readWrittenDate(found[0])?.doubt
      if (ofTheMoon.test(text.slice(0, found.index))) continue
      if (doubt === 'no-such-day') yield hit('date-impossible', found.index, found[0].length)
      else if (doubt === 'first-character-lost') yield hit('date-damaged', found.index, found[0].length)
    }
  }
}
