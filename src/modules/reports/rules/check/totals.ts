// Totals and their parts in sentences: 17649件，其中：即办件16459件、承诺件1190件. What may be counted otherwise is left alone.
import { divisions, partitions } from '../../law/claims.ts'
import { rangeOf, type Figure } from '../read/figures.ts'
import type { Paragraph, Reading } from '../read/reading.ts'
import { metIn, type Met } from './finding.ts'

interface Part {
  readonly name: string
  readonly figure: Figure
}

interface List {
  readonly parts: readonly Part[]
  readonly end: number
  /** What follows a colon without 其中, or ends with the rest, is all there is. */
  readonly exhausted: boolean
}

/** Between a total and its parts; the last group tells 其中. */
const opening = /^(?:（|，|信息中|中)?(?:(其中)(?:，|：)?|：)/
const rest = /^(?:其他|其余|其它)/
const notCounted = /率$|增长|减少|增加|下降|同比|较上|比上|高于|低于|结余|人均|平均|每/
const persons = /^(?:人|名|人次|户|户次)$/
const longestName = 30

const divisionOf = (name: string): number => divisions.findIndex((one) => one.test(name))

/** The parts of one unit from `from` on, up to the first thing that is none. */
function partsFrom({ text, figures }: Paragraph, from: number, unit: string, named: boolean): List | undefined {
  const parts: Part[] = []
  let at = from
  let ended = false
  for (const figure of figures) {
    if (figure.at < at) continue
    const name = text.slice(at, figure.at)
    if (figure.unit !== unit || name.length > longestName || /[。；：（）]/.test(name) || /[，、]/.test(name.slice(1, -1)) || notCounted.test(name)) break
    const clean = name.replace(/^[，、]/, '')
    // 办结, after what was applied for by whom, begins another story
    if (parts.length > 0 && divisionOf(clean) === divisions.length - 1 && divisionOf(parts[0]?.name ?? '') !== divisions.length - 1) break
    if (clean === '' || /^(?:共|合计|共计|总计)$/.test(clean)) break
    parts.push({ name: clean, figure })
    // what stands in brackets explains the part
    at = figure.end + (/^（[^（）]*）/.exec(text.slice(figure.end))?.[0].length ?? 0)
    const next = text[at] ?? '。'
    if (!/[，、]/.test(next)) {
      ended = /[。；）]/.test(next)
      if (!ended) parts.pop()
      break
    }
  }
  if (parts.length < 2) return undefined
  const whole = partitions.some((one) => one.length === parts.length && one.every((name) => parts.some((part) => name.test(part.name))))
  return { parts, end: parts.at(-1)?.figure.end ?? at, exhausted: (!named && ended) || whole || rest.test(parts.at(-1)?.name ?? '') }
}

const sum = (numbers: readonly number[]): number => Math.round(numbers.reduce((all, one) => all + one, 0) * 1e6) / 1e6

/** Whether some reading of softened and rounded figures makes them equal. */
function mayBeEqual(total: Figure, parts: readonly Figure[]): boolean {
  const ranges = parts.map(rangeOf)
  const rounding = [total, ...parts].some(({ grain }) => grain < 1) || /[万亿]/.test(total.written) ? (total.grain * (parts.length + 1)) / 2 : 0
  const [least, greatest] = rangeOf(total)
  return sum(ranges.map(([one]) => one)) <= greatest + rounding + 1e-6 && sum(ranges.map(([, one]) => one)) >= least - rounding - 1e-6
}

type Verdict = 'holds' | 'open' | 'differs' | 'one-more'

function judge(total: Figure, { parts, exhausted }: List): Verdict {
  const figures = parts.map(({ figure }) => figure)
  if (mayBeEqual(total, figures)) return 'holds'
  const values = figures.map(({ value }) => value)
  const added = sum(values)
  if (added < total.value) return exhausted ? 'differs' : 'open'
  // two ways to divide the same things, one after the other
  let sofar = 0
  let groups = 0
  let begun = 0
  for (const [at, value] of values.entries()) {
    sofar = sum([sofar, value])
    if (sofar === total.value) {
      groups += 1
      sofar = 0
      begun = at + 1
    }
  }
  const left = values.length - begun
  if (groups > 0) {
    if (left === 0) return 'holds'
    const name = parts[begun]?.name ?? ''
    if (left > 1 || (divisionOf(name) >= 0 && divisionOf(name) !== divisionOf(parts[0]?.name ?? ''))) return 'open'
    return 'one-more'
  }
  const ways = new Set(parts.map(({ name }) => divisionOf(name)))
  if (ways.size > 1 && !exhausted) return 'open'
  // women, members of the Party and the young may be the same people
  return persons.test(total.unit) && !exhausted ? 'open' : 'differs'
}

const shown = (parts: readonly Part[]): string => parts.map(({ figure }) => figure.written).join(' + ')

function* ofParagraph(paragraphs: readonly Paragraph[], index: number): Generator<Met> {
  const paragraph = paragraphs[index] as Paragraph
  for (const total of paragraph.figures) {
    if (total.unit === '' || total.unit === '%' || /^(?:年|月|日)$/.test(total.unit)) continue
    const opened = opening.exec(paragraph.text.slice(total.end)) ?? /^的[^，。；：\d]{1,10}中：/.exec(paragraph.text.slice(total.end))
    const clause = paragraph.text.slice(Math.max(0, total.at - 6), total.at)
    if (!opened || /(?:增长|增加|减少|下降|多|少|第)了?$/.test(clause)) continue
    const list = partsFrom(paragraph, total.end + opened[0].length, total.unit, opened[1] !== undefined)
    if (!list) continue
    const verdict = judge(total, list)
    if (verdict === 'holds' || verdict === 'open') continue
    const { parts } = list
    const added = sum(parts.map(({ figure }) => figure.value))
    const last = parts.at(-1)
    yield metIn('parts-against-total', paragraphs, index, [total.at, list.end], {
      message:
        verdict === 'one-more'
          ? `总数为${total.written}${total.unit}，前${parts.length - 1}项之和已是总数，另列“${last?.name}”${last?.figure.written}${total.unit}，各项合计${added}：是否包含在前面各项中，应写明。`
          : `总数为${total.written}${total.unit}，所列各项为${shown(parts)}，合计${added}。`,
      expected: String(added),
      found: total.written,
    })
  }
}

/** 专项资金42项，金额18.6亿元，其中教育类11项…: the total is the last figure of the same unit in the sentence; only too many parts are told. */
function* furtherBack(paragraphs: readonly Paragraph[], index: number): Generator<Met> {
  const paragraph = paragraphs[index] as Paragraph
  const { text, figures } = paragraph
  for (const { index: at, 0: words } of text.matchAll(/，其中(?:：|，)?/g)) {
    const from = at + words.length
    const first = figures.find((figure) => figure.at >= from)
    const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at)) + 1
    const total = figures.findLast((figure) => figure.end <= at && figure.at >= start && figure.unit === first?.unit)
    if (
      !first ||
      !total ||
      total.end === at ||
      /其中|：/.test(text.slice(total.end, at)) ||
      notCounted.test(text.slice(Math.max(start, total.at - 6), total.at))
    )
      continue
    const list = partsFrom(paragraph, from, total.unit, true)
    if (!list || judge(total, list) !== 'differs') continue
    const added = sum(list.parts.map(({ figure }) => figure.value))
    if (added <= total.value) continue
    yield metIn('parts-against-total', paragraphs, index, [total.at, list.end], {
      message: `总数为${total.written}${total.unit}，所列各项为${shown(list.parts)}，合计${added}。`,
      expected: String(added),
      found: total.written,
    })
  }
}

const joint = /^(?:[\p{Script=Han}“”]{0,14}?)(?:，|、|和|及|与|以及)[\p{Script=Han}“”]{0,14}$/u

/** 市直部门12个、乡镇9个，共计22个; 10个科室和5个管理处，共16个单位: only lists that begin with their clause. */
function* summedUp(paragraphs: readonly Paragraph[], index: number): Generator<Met> {
  const { text, figures } = paragraphs[index] as Paragraph
  for (const [at, total] of figures.entries()) {
    if (!/，(?:共计|合计|总计|共有|共)$/.test(text.slice(0, total.at)) || total.softness !== 'exact' || total.unit === '') continue
    const parts: Figure[] = []
    for (let before = at - 1; before >= 0; before -= 1) {
      const one = figures[before]
      const gap = text.slice(one?.end, (figures[before + 1] ?? total).at)
      if (!one || one.unit !== total.unit || one.softness !== 'exact' || !joint.test(gap)) break
      if (notCounted.test(text.slice(Math.max(0, one.at - 8), one.at)) || /其中/.test(gap)) break
      parts.unshift(one)
    }
    const [first] = parts
    if (!first || parts.length < 2) continue
    // a figure or a list in the same sentence before it may belong to the sum
    const sentence = text.slice(Math.max(text.lastIndexOf('。', first.at), text.lastIndexOf('；', first.at), text.lastIndexOf('：', first.at)) + 1, first.at)
    const added = sum(parts.map(({ value }) => value))
    if (/[\d、]|其中/.test(sentence) || added === total.value) continue
    yield metIn('parts-against-total', paragraphs, index, [first.at, total.end], {
      message: `所列各项为${parts.map(({ written }) => written).join(' + ')}，合计${added}，文中称${total.written}${total.unit}。`,
      expected: String(added),
      found: total.written,
    })
  }
}

export function* totals({ paragraphs }: Reading): Generator<Met> {
  for (const index of paragraphs.keys()) {
    yield* ofParagraph(paragraphs, index)
    yield* furtherBack(paragraphs, index)
    yield* summedUp(paragraphs, index)
  }
}
