// Reads the State Council's yearly notice, as it is pasted, into days; what does not agree with itself is told.
import { addDays, dayOf, daysBetween, type Day } from '../../../kernel/day.ts'
import type { DaysOff, YearEntry } from './year-entry.ts'

export type ReadingFault = 'year-not-found' | 'nothing-found' | 'no-such-day' | 'wrong-weekday' | 'wrong-count' | 'left-unread'

export interface Doubt {
  readonly code: ReadingFault
  readonly facts: Readonly<Record<string, string | number>>
}

export interface Reading {
  /** Undefined where the text names no year. */
  readonly entry: YearEntry | undefined
  readonly doubts: readonly Doubt[]
}

const weekdays = '日一二三四五六'
const heading = /(?:^|\n|[。；])\s*[一二三四五六七八九十]+、\s*([^：:。\n]{2,20})[：:]/g
const paren = String.raw`(?:\(([^)]*)\))?`
const oneDay = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日${paren}`
const token = new RegExp(String.raw`${oneDay}(?:\s*(?:至|到|—+|-|~|～)\s*${oneDay})?|(放假)(?:(\d{1,2})天)?|(上班)|共(\d{1,2})天|(。)`, 'g')

const tidy = (text: string): string =>
  text
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replaceAll(/[ \t\u3000\u00a0]+/g, '')
    .replaceAll('\r', '')

interface Found {
  readonly from: Day
  readonly to: Day
}

/** Title and number of the notice, as far as the text gives them. */
function titleOf(text: string, year: number): string {
  const number = /国办发明电〔\d{4}〕\d+号/.exec(text)?.[0]
  return `国务院办公厅关于${year}年部分节假日安排的通知${number ? `（${number}）` : ''}`
}

export function readNotice(pasted: string): Reading {
  const text = tidy(pasted)
  const year = Number(/(\d{4})年(?:部分)?节假日安排/.exec(text)?.[1] ?? /(\d{4})年元旦/.exec(text)?.[1])
  if (!Number.isInteger(year)) return { entry: undefined, doubts: [{ code: 'year-not-found', facts: {} }] }
  const doubts: Doubt[] = []
  const off: DaysOff[] = []
  const worked: string[] = []
  const heads = [...text.matchAll(heading)]
  heads.forEach((head, index) => {
    const name = head[1] ?? ''
    const body = text.slice(head.index + head[0].length, heads[index + 1]?.index ?? text.length)
    const section = readSection(body, { year, newYear: name.includes('元旦'), name })
    off.push(...section.off.map(({ from, to }) => ({ name, from, to })))
    worked.push(...section.worked.flatMap(({ from, to }) => Array.from({ length: daysBetween(from, to) + 1 }, (_, step) => addDays(from, step))))
    doubts.push(...section.doubts)
    if (section.off.length === 0) doubts.push({ code: 'left-unread', facts: { name } })
  })
  if (off.length === 0) doubts.push({ code: 'nothing-found', facts: {} })
  return { entry: { year, notice: titleOf(text, year), off, worked: worked.toSorted() }, doubts }
}

interface Section {
  readonly year: number
  /** 元旦: its December is that of the year before. */
  readonly newYear: boolean
  readonly name: string
}

function readSection(body: string, section: Section): { off: Found[]; worked: Found[]; doubts: Doubt[] } {
  const read = { off: [] as Found[], worked: [] as Found[], doubts: [] as Doubt[] }
  let waiting: Found[] = []
  let lastOff: Found[] = []
  for (const match of body.matchAll(token)) {
    const [, y1, m1, d1, p1, y2, m2, d2, p2, offWord, totalOff, workWord, total, stop] = match
    if (d1 !== undefined) {
      const from = dayIn(section, y1, m1, d1, p1, read.doubts)
      const to = d2 === undefined ? from : dayIn(section, y2 ?? (m2 === undefined ? y1 : undefined), m2 ?? m1, d2, p2, read.doubts)
      if (from && to && to >= from && daysBetween(from, to) < 31) waiting.push({ from, to })
      else if (from && to) read.doubts.push({ code: 'no-such-day', facts: { name: section.name, text: match[0] } })
    } else if (offWord !== undefined) {
      if (waiting.length > 0) lastOff = waiting
      read.off.push(...waiting)
      waiting = []
    } else if (workWord !== undefined) {
      read.worked.push(...waiting)
      waiting = []
    } else if (stop !== undefined) waiting = []
    const said = Number(total ?? totalOff)
    const counted = lastOff.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0)
    if (said > 0 && said !== counted) read.doubts.push({ code: 'wrong-count', facts: { name: section.name, said, counted } })
  }
  return read
}

function dayIn(
  { year, newYear, name }: Section,
  ownYear: string | undefined,
  month: string | undefined,
  date: string,
  note: string | undefined,
  doubts: Doubt[],
): Day | undefined {
  const inYear = ownYear === undefined ? year - (newYear && month === '12' ? 1 : 0) : Number(ownYear)
  const found = month === undefined ? undefined : dayOf(inYear, Number(month), Number(date))
  if (!found) {
    doubts.push({ code: 'no-such-day', facts: { name, text: `${month ?? '？'}月${date}日` } })
    return undefined
  }
  const said = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(note ?? '')?.[1]?.replace('天', '日')
  const is = weekdays[new Date(`${found}T00:00:00Z`).getUTCDay()] ?? ''
  if (said !== undefined && said !== is) doubts.push({ code: 'wrong-weekday', facts: { day: found, said: `周${said}`, is: `周${is}` } })
  return found
}
