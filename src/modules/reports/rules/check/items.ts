// Numbers of things that a text announces, and how many it lists: 五项工作：一是…四是.
import { chineseNumber } from '../read/figures.ts'
import type { Paragraph, Reading } from '../read/reading.ts'
import { metIn, type Met } from './finding.ts'
import { countAfter, markerStarts } from './numbering.ts'

const numeral = '[二两三四五六七八九十]|1?\\d'
const things = '个方面|个部分|个环节|方面|部分|个|项|条|点|件|大|种|类|环节|举措|制度|机制'

const valueOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : chineseNumber(text))

interface Told {
  readonly at: number
  readonly end: number
  readonly written: string
  readonly announced: number
  readonly listed: number
  /** Headings may have been lost, items of a sentence not. */
  readonly unsure?: true
}

const announcement = new RegExp(`(${numeral})(${things})`, 'g')
/** Speaks of what was told before. */
const pointsBack = /(?:上述|以上|前述|这|该|针对|其中|其他|另外|第|前|后|每|了?[0-9]+)$/
/** The rest of the announcement, up to the mark after which the items begin. */
const untilItems = /^[^，。；：、“”（）]{0,12}[”]?(?:：|。|，|，?(?:主要|具体)(?:是|有|为)?：?|$)/

/** 五项工作：一是… in the same paragraph, or as paragraphs that follow. */
function* announcedBefore(paragraphs: readonly Paragraph[], index: number): Generator<Told> {
  const { text } = paragraphs[index] as Paragraph
  for (const found of text.matchAll(announcement)) {
    const [whole, number = '', thing = ''] = found
    const end = found.index + whole.length
    if (pointsBack.test(text.slice(Math.max(0, found.index - 3), found.index)) || /[\d.,一二三四五六七八九十百千万]$/.test(text.slice(0, found.index))) continue
    const gap = untilItems.exec(text.slice(end))
    if (!gap) continue
    const start = end + gap[0].length
    const last = start >= text.length
    if (last && !/[：。]$/.test(text)) continue
    const listed = last ? countAfter(paragraphs.slice(index + 1, index + 40).map((one) => one.text)) : markerStarts(text.slice(start)) ? countAfter([text.slice(start), ...paragraphs.slice(index + 1, index + 40).map((one) => one.text)]) : 0
    if (listed >= 2) yield { at: found.index, end, written: number + thing.slice(0, /^个(?:方面|部分|环节)/.test(thing) ? 1 : undefined), announced: valueOf(number), listed }
  } // prettier-ignore
}

const listBefore = new RegExp(`([^，。；：（）“”《》]*、[^，。；：（）“”《》]*?)(?:这)?“?(${numeral})(个部分|部分|个|项|大|种|类|方面|到位|落实|个机制)`, 'g')
/** The list begins after a word like these, so that no earlier words belong to it. */
const begins = /^(?:通过|围绕|从|按照|抓好|实现|落实|抓住|突出|对|在)/

/** 领导、机构、人员“四个到位”: only what is sure, a list that is too short or, after a clear beginning, too long. */
function* announcedAfter({ text }: Paragraph): Generator<Told> {
  for (const found of text.matchAll(listBefore)) {
    const [whole, list = '', number = '', thing = ''] = found
    const announced = valueOf(number)
    if (/(?:等|、)$/.test(list) || /\d/.test(list) || list.endsWith('第') || announced < 2 || announced > 10) continue
    const items = list.split('、')
    // a short list may go on over a comma before it
    const before = text.slice(0, found.index)
    if (before.endsWith('，') && /、[^。；：]*，$/.test(before)) continue
    const least = items.length
    const joints = items.reduce((count, item) => count + (item.match(/和|及|与|以及/g)?.length ?? 0), 0)
    const many = joints === 0 && begins.test(list) && items.every((item, at) => item.length <= (at === 0 ? 9 : 7)) && announced < least
    if (announced > least + joints || many)
      yield {
        at: found.index + whole.lastIndexOf(number + thing),
        end: found.index + whole.length,
        written: number + thing.slice(0, /^个(?:部分|机制)/.test(thing) ? 1 : undefined),
        announced,
        listed: least,
      }
  }
}

const longestItem = 16

/** 四个领域：工程建设、饮水安全、河长制: a list of short names behind a colon, whole to its full stop. */
function* namedAfter({ text }: Paragraph): Generator<Told> {
  for (const found of text.matchAll(announcement)) {
    const [whole, number = '', thing = ''] = found
    const end = found.index + whole.length
    if (pointsBack.test(text.slice(Math.max(0, found.index - 3), found.index)) || /[\d.,一二三四五六七八九十百千万]$/.test(text.slice(0, found.index))) continue
    const list = /^[\p{Script=Han}]{0,8}”?：([^，。；：（）\d]*、[^，。；：（）\d]*)。/u.exec(text.slice(end))?.[1]
    if (!list || list.endsWith('等') || markerStarts(list)) continue
    const names = list.split('、')
    const joints = names.reduce((count, name) => count + (name.match(/和|及|与|以及/g)?.length ?? 0), 0)
    if (names.some((name) => name.length > longestItem)) continue
    const announced = valueOf(number)
    const wrong = announced > names.length + joints || announced < names.length
    if (wrong)
      yield { at: found.index, end, written: number + thing.slice(0, /^个(?:方面|部分|环节)/.test(thing) ? 1 : undefined), announced, listed: names.length }
  }
}

const quoted = new RegExp(`“(${numeral})(个|大)?([\\p{Script=Han}]{1,4})”(?:，即|，|：|，即：)([^。”]{4,120})`, 'gu')

/** “四个一批”，即公开一批、解读一批、回应一批: items are known by the word that each repeats. */
function* repeated({ text }: Paragraph): Generator<Told> {
  for (const found of text.matchAll(quoted)) {
    const [whole, number = '', thing = '', word = '', list = ''] = found
    const all = list.split(/[，、；]/)
    const until = all.findIndex((one) => !one.includes(word))
    const listed = until < 0 ? all.length : until
    const at = found.index + whole.indexOf(number)
    // the list must end with its sentence: what comes after a comma may be another story
    if (listed >= 2 && (until < 0 || listed > valueOf(number)))
      yield { at, end: at + number.length + thing.length + word.length, written: number + thing, announced: valueOf(number), listed }
  }
}

const partsOf = new RegExp(`(?:全文|本报告|报告)[^。]*?(${numeral})(个?部分)`)

/** 全文包括……三部分 beside the headings that stand there. */
function* parts(paragraphs: readonly Paragraph[], index: number): Generator<Told> {
  const { text } = paragraphs[index] as Paragraph
  const found = partsOf.exec(text)
  const listed = paragraphs.filter((one) => one.heading).length
  if (!found || listed < 2) return
  const [whole, number = '', thing = ''] = found
  const at = found.index + whole.length - number.length - thing.length
  yield { at, end: found.index + whole.length, written: number + thing, announced: valueOf(number), listed, unsure: true }
}

export function* announcedItems({ paragraphs }: Reading): Generator<Met> {
  for (const [index, paragraph] of paragraphs.entries()) {
    const seen = new Set<number>()
    const told = [
      ...parts(paragraphs, index),
      ...announcedBefore(paragraphs, index),
      ...announcedAfter(paragraph),
      ...repeated(paragraph),
      ...namedAfter(paragraph),
    ]
    for (const { at, end, written, announced, listed, unsure } of told) {
      if (seen.has(at)) continue
      seen.add(at)
      if (announced === listed) continue
      yield metIn('items-announced', paragraphs, index, [at, end], {
        message: `文中称“${paragraph.text.slice(at, end + 4).replace(/[，。；：].*$/, '')}”，实际列出${listed}项。`,
        expected: String(listed),
        found: written,
        ...(unsure && { severity: 'warning' as const }),
      })
    }
  }
}
