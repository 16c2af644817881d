// Sentences that were taken over from another unit, and leaders with titles that the unit's own data do not know.
import { departments } from '../../law/departments.ts'
import type { Hit, Leader, OwnUnit, Subject } from '../subject.ts'

const place = /^.{0,8}?[省市县区旗州]/
const pronoun = '[我本](?:局|委|办|厅|中心|单位|院|站|所|部门)'
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

export function* foreignUnits({ pieces, unit, otherUnits, metadata }: Subject): Generator<Hit<'foreign-unit'>> {
  if (unit.name === '' || metadata.reprint || speaksForAll(unit.name)) return
  const foreign = foreignFor(unit, otherUnits)
  const report = metadata.kind === '报告' || /报告|总结/.test(metadata.title)
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

const title = '(?:(?:党组|党委|党工委|党支部)?副?书记|副?(?:县长|区长|市长|镇长|乡长|局长|主任|院长|校长|站长|所长|科长|股长|厅长)|总工程师|总经济师)'
const titleAhead = new RegExp(`${title}$`)
const titleBehind = new RegExp(`^${title}`)
const ownTitle = new RegExp(`${title}$`)
const bareTitle = (written: string): string => written.replace(/^(?:党组|党委|党工委|党支部)/, '')
const formerly = /(?:时任|原|前任|历任|曾任|担任|任命|聘任|免去)[^，。；]{0,6}$/

const titlesOf = (leader: Leader): Set<string> =>
  new Set(
    leader.titles
      .flatMap((held) => held.split(/[、，,/兼]/))
      .flatMap((one) => ownTitle.exec(one.trim())?.[0] ?? [])
      .map(bareTitle),
  )

const placesOf = (text: string, name: string): number[] => {
  const found: number[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) found.push(at)
  return found
}

/** Third letters that begin the verb and not the end of the name. */
const verbs = /[出主强指带率说要在到作陪参检深调介对就与和向为]/

export function* leaderTitles({ pieces, leaders }: Subject): Generator<Hit<'leader-title-wrong' | 'leader-unknown'>> {
  const held = leaders.map((leader) => ({ ...leader, held: titlesOf(leader) })).filter((leader) => leader.held.size > 0)
  if (held.length === 0) return
  const ours = new RegExp(`${pronoun}(${title})([\\p{Script=Han}]{2,3})`, 'gu')
  for (const [index, { text }] of pieces.entries()) {
    for (const leader of held)
      for (const at of placesOf(text, leader.name)) {
        const ahead = text.slice(Math.max(0, at - 12), at)
        const said = titleAhead.exec(ahead)?.[0]
        if (said !== undefined && !leader.held.has(bareTitle(said)) && !formerly.test(ahead.slice(0, -said.length)))
          yield { code: 'leader-title-wrong', piece: index, at: at - said.length, match: `${said}${leader.name}`, suggestion: leader.titles.join('、') }
        const behind = said === undefined ? titleBehind.exec(text.slice(at + leader.name.length))?.[0] : undefined
        if (behind !== undefined && !leader.held.has(bareTitle(behind)))
          yield { code: 'leader-title-wrong', piece: index, at, match: `${leader.name}${behind}`, suggestion: leader.titles.join('、') }
      }
    for (const found of text.matchAll(ours)) {
      const [whole, said = '', letters = ''] = found
      const holders = held.filter((leader) => leader.held.has(bareTitle(said)))
      const name = letters.length === 3 && verbs.test(letters.charAt(2)) ? letters.slice(0, 2) : letters
      if (holders.length === 0 || held.some((leader) => text.startsWith(leader.name, found.index + whole.length - letters.length))) continue
      if (/[负的在要对办应和与是为会不]/.test(letters.charAt(0))) continue
      yield {
        code: 'leader-unknown',
        piece: index,
        at: found.index,
        match: whole.slice(0, whole.length - letters.length) + name,
        suggestion: holders.map((one) => one.name).join('、'),
      }
    }
  }
}
