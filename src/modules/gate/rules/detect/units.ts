// Sentences that were taken over from another unit.
import { departments } from '../../law/departments.ts'
import type { Hit, OwnUnit, Subject } from '../subject.ts'

const place = /^.{0,8}?[省市县区旗州]/
/** As a unit speaks of itself. */
export const pronoun = '[我本](?:局|委|办|厅|中心|单位|院|站|所|部门)'
const self = new RegExp(pronoun)

/** Names under which the unit itself goes: as registered, without the place, and as people shorten them. */
function ownNames({ name, shortName }: OwnUnit): string[] {
  const bare = name.replace(place, '')
  const row = departments.find(({ names }) => names.includes(bare) || names.some((one) => bare.endsWith(one)))
  return [name, shortName, bare, ...(row?.names ?? [])].filter((one) => one !== '')
}

/** Names by their length: whether a name ends or begins somewhere is asked at a few places only, which is cheaper than a pattern of all names. */
interface Foreign {
  readonly names: ReadonlySet<string>
  /** Longest first, so that the whole of a name is met. */
  readonly lengths: readonly number[]
  readonly fields: readonly string[]
}

function foreignTo(unit: OwnUnit, others: readonly OwnUnit[]): Foreign {
  const own = ownNames(unit)
  const rows = departments.filter(({ names }) => !names.some((one) => own.includes(one)))
  const names = [...rows.flatMap((row) => row.names), ...others.flatMap((other) => [other.name, other.shortName])]
  const usable = new Set(names.filter((one) => one.length > 2 && !own.some((mine) => mine.endsWith(one))))
  return { names: usable, lengths: [...new Set([...usable].map((one) => one.length))].toSorted((a, b) => b - a), fields: rows.map(({ field }) => field) }
}

const kept = new WeakMap<readonly OwnUnit[], Map<string, Foreign>>()

function foreignFor(unit: OwnUnit, others: readonly OwnUnit[]): Foreign {
  const known = kept.get(others)?.get(unit.name)
  if (known) return known
  const made = foreignTo(unit, others)
  kept.set(others, (kept.get(others) ?? new Map<string, Foreign>()).set(unit.name, made))
  return made
}

/** The foreign name that ends at `end`, with the word for the county where a short name stands behind one: 县民政局. */
function nameBefore({ names, lengths }: Foreign, text: string, end: number): string | undefined {
  for (const length of lengths) {
    const name = text.slice(Math.max(0, end - length), end)
    if (!names.has(name)) continue
    const county = text.charAt(end - length - 1)
    return /[县市区]/.test(county) ? county + name : name
  }
  return undefined
}

const nameAt = ({ names, lengths }: Foreign, text: string, at: number): string | undefined =>
  lengths.map((length) => text.slice(at, at + length)).find((name) => names.has(name))

const sentence = /[^。；！？\n]+/g

/** Governments and their offices speak for all; a reprint speaks for its source. */
const speaksForAll = (unit: string): boolean => /人民政府$|政府办公室$|办公室$/.test(unit)
const withOthers = /会同|联合|协助|抄送|邀请|配合/
const sending = /派驻|进驻|入驻|安排|抽调|配备|设立|选派/

const calledUs = new RegExp(`[（(]以下简?称[“"]?${pronoun}[”"]?[）)]`, 'g')
const weNamed = new RegExp(`(${pronoun}[（(])([^（）()]{2,24})[）)]`, 'g')
const weAlone = /(?<!\p{Script=Han})我(?=\p{Script=Han})/gu
const published = /(?:公开|发布|公布|宣传|汇编)了?(\p{Script=Han}{2,4})政策法规/gu
const paper = /(?:20\d\d年?)?(?:年度|上半年|下半年)?(?:工作总结|工作报告|年度报告|情况报告)/g

interface Met {
  readonly at: number
  readonly match: string
}

/** Wrong in whatever text. */
function* anywhere(text: string, foreign: Foreign): Generator<Met> {
  if (!/[我本]/.test(text)) return
  for (const found of text.matchAll(calledUs)) {
    const name = nameBefore(foreign, text, found.index)
    if (name !== undefined) yield { at: found.index - name.length, match: name + found[0] }
  }
  for (const { 0: match, 2: named = '', index: at } of text.matchAll(weNamed)) if (nameBefore(foreign, named, named.length) !== undefined) yield { at, match }
  for (const { index: at } of text.matchAll(weAlone)) {
    const name = nameAt(foreign, text, at + 1)
    if (name !== undefined) yield { at, match: `我${name}` }
  }
}

/** Wrong where the unit speaks of itself. */
function* ofItself(said: string, foreign: Foreign, ownWords: boolean): Generator<Met> {
  if (sending.test(said))
    for (let window = said.indexOf('窗口'); window >= 0; window = said.indexOf('窗口', window + 2)) {
      const name = nameBefore(foreign, said, window)
      if (name !== undefined) yield { at: window - name.length, match: `${name}窗口` }
    }
  for (const { 0: whole, 1: field = '', index } of said.matchAll(published)) {
    const match = `${field}政策法规`
    if (foreign.fields.includes(field)) yield { at: index + whole.length - match.length, match }
  }
  if (!ownWords) return
  for (const { index: at } of said.matchAll(paper)) {
    const name = nameBefore(foreign, said, at)
    if (name !== undefined) yield { at: at - name.length, match: name }
  }
}

/** A unit as it is written out; the shortest that ends like one. */
const named = '((?:\\p{Script=Han}{1,7}?[省市县区旗])?\\p{Script=Han}{2,14}?(?:局|委员会|管理办|中心|人民政府))'
const lead = '^\\s*(?:(?:20\\d\\d年(?:度|以来|来)?|今年(?:以来)?|一年来|下一步|目前)[，,]?\\s*)?'
/** What a report says of its own unit. */
const deeds = '(?=认真|严格|积极|主动公开|收到(?:政府信息公开|公开)?申请|将(?:继续|进一步|加强)|坚持|不断|切实加强|始终)'
const doesOurWork = new RegExp(`${lead}${named}${deeds}`, 'u')
const namely = new RegExp(`${pronoun}[，,（(]即${named}`, 'gu')
const whole = new RegExp(`^${named}$`, 'u')
const writtenDay = /^(?:20\d\d年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年.{2,7}日)$/
const filledInBy = /填报单位|报告单位|编报单位|单位名称/

const placeOf = (name: string): string => /^\p{Script=Han}{1,7}?[省市县区旗](?=\p{Script=Han}{3})/u.exec(name)?.[0] ?? ''

/** Whose name it is: one's own with or without its place, or another's. */
function isOwn(name: string, unit: OwnUnit): boolean {
  const [own, said] = [placeOf(unit.name), placeOf(name)]
  if (said.length > 1 && own !== '' && said !== own && !own.endsWith(said)) return false
  const bare = said === '' ? name.replace(/^[省市县区旗]/, '') : name.slice(said.length)
  return ownNames(unit).some((one) => one === name || one === bare)
}

/** Names that stand in a report where its own unit's name belongs: as who acts, who fills in, who signs. */
function* inOwnPlace(pieces: Subject['pieces'], unit: OwnUnit): Generator<Hit<'foreign-unit'>> {
  for (const [piece, { field, text, context }] of pieces.entries()) {
    if (field !== 'bodyHtml') continue
    const at = (name: string | undefined, from = 0): Hit<'foreign-unit'>[] =>
      name === undefined || isOwn(name, unit) ? [] : [{ code: 'foreign-unit', piece, at: text.indexOf(name, from), match: name }]
    for (const { 0: said, index: start } of text.matchAll(sentence))
      if (!withOthers.test(said)) for (const hit of at(doesOurWork.exec(said)?.[1], start)) if (!hit.match.endsWith('人民政府')) yield hit
    for (const found of text.matchAll(namely)) yield* at(found[1], found.index)
    const alone = whole.exec(text)?.[1]
    const next = pieces[piece + 1]?.text ?? ''
    if (alone !== undefined && (filledInBy.test(context) || filledInBy.test(pieces[piece - 1]?.text ?? '') || writtenDay.test(next))) yield* at(alone)
  }
}

export function* foreignUnits({ pieces, unit, otherUnits, metadata }: Subject): Generator<Hit<'foreign-unit'>> {
  if (unit.name === '' || metadata.reprint || speaksForAll(unit.name)) return
  const foreign = foreignFor(unit, otherUnits)
  const report = metadata.kind === '报告' || /报告|总结/.test(metadata.title)
  if (report) yield* inOwnPlace(pieces, unit)
  for (const [piece, { field, text }] of pieces.entries()) {
    if (field === 'title') {
      const start = text.startsWith('关于') ? 2 : 0
      // 青岚县人民政府城关街道办事处: the superior stands before the unit's own name.
      const match = report && !text.includes(unit.name) ? nameAt(foreign, text, start) : undefined
      if (match !== undefined) yield { code: 'foreign-unit', piece, at: start, match }
      continue
    }
    for (const met of anywhere(text, foreign)) yield { code: 'foreign-unit', piece, ...met }
    for (const { 0: said, index: start } of text.matchAll(sentence)) {
      const ownWords = self.test(said)
      // The unit's report is about itself, also where it does not say so in every sentence.
      if (!(ownWords || report) || withOthers.test(said)) continue
      for (const { at, match } of ofItself(said, foreign, ownWords && report)) yield { code: 'foreign-unit', piece, at: start + at, match }
    }
  }
}
