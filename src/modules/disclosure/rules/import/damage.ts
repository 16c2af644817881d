// Finds what an export destroyed inside the text: dates without 年月, numbers without brackets, letters that cannot be read, ends without a stop.
import { chineseDay, dayOf, type Day } from '../../../../kernel/day.ts'
import { textOf, type TextBlock } from '../../../../kernel/text-block.ts'
import { readWrittenDate } from '../../../../kernel/written-date.ts'
import { finding, type Finding } from './report.ts'

const unreadable = /[\uFFFD\uE000-\uF8FF]/gu
const numberWithoutBracket = /[\p{Script=Han}]{2,10}[〔［[【](?:19|20)\d{3,7}号/gu
/** 201611日, 20161231, 2016115日: a year that runs into its month. */
const bareDate = /(?<![\d.\-/〔［[（(])((?:19|20)\d{2})(\d{2,4})(日?)(?![\d%％.〕\]］）)]|年|元|万|亿|件|个|人|户|条|次|号)/g
const secondDate = /(?<=(?:(?:19|20)\d{4,6})日?(?:起|始)?(?:至|到|起|止)?)(\d{3,4})(日?)(?=[。，,；;止期])/g
const sentenceEnd = /[。！？!?；;：:…”’」』）)》\]】]$/
const longestLine = 40

/** 可能是2016年1月1日。 — said only where no other reading is possible. */
export const proposalOf = (days: readonly Day[]): string => {
  if (days.length === 0) return ''
  return days.length === 1 ? `可能是${days.map(chineseDay).join('')}，` : `可能是${days.map(chineseDay).join('或')}，`
}

function datesWithoutWords(text: string): Finding[] {
  const found: Finding[] = []
  for (const match of text.matchAll(bareDate)) {
    const written = match[0]
    const read = readWrittenDate(written)
    const eight = (match[2] ?? '').length === 4
    if (!read || (eight && !read.day)) continue
    // eight figures are a date only where the words around say so
    if (eight && !/(?:截至|截止|从|自|至|到|于|起)$/.test(text.slice(Math.max(0, match.index - 3), match.index)) && match[3] === '') continue
    if (!eight && match[3] === '' && read.candidates.length === 0) continue
    if (!eight && match[3] === '' && !/(?:截至|截止|从|自|至|到|于|起)$/.test(text.slice(Math.max(0, match.index - 3), match.index))) continue
    found.push(finding('date-digits-lost', around(text, match.index, written), { facts: { quote: written, proposal: proposalOf(read.candidates) } }))
  }
  for (const match of text.matchAll(secondDate)) {
    const year = Number(/(?:19|20)\d{2}/.exec(text.slice(Math.max(0, match.index - 14), match.index))?.[0] ?? 0)
    const digits = match[1] ?? ''
    const cuts = [1, 2]
      .filter((at) => digits.length - at >= 1 && digits.length - at <= 2)
      .map((at) => dayOf(year, Number(digits.slice(0, at)), Number(digits.slice(at))))
    const days = cuts.filter((one) => one !== undefined)
    if (days.length > 0)
      found.push(finding('date-digits-lost', around(text, match.index, match[0]), { facts: { quote: match[0], proposal: proposalOf(days) } }))
  }
  return found
}

const around = (text: string, at: number, written: string): string => text.slice(Math.max(0, at - 12), at + written.length + 12)

/** `blocks` after lines were joined and headings found, without signature lines. */
export function findDamage(blocks: readonly TextBlock[]): { doubtful: Finding[]; lost: Finding[] } {
  const doubtful: Finding[] = []
  const lost: Finding[] = []
  const all = blocks.map(textOf).join('\n')
  const bad = [...all.matchAll(unreadable)]
  if (bad.length > 0) lost.push(finding('characters-lost', around(all, bad[0]?.index ?? 0, '1'), { facts: { count: bad.length } }))
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'picture') continue
    const text = textOf(block)
    lost.push(...datesWithoutWords(text))
    for (const match of text.matchAll(numberWithoutBracket)) {
      if (!/[〕］\]】]/.test(match[0])) doubtful.push(finding('damaged-number', around(text, match.index, match[0]), { facts: { quote: match[0] } }))
    }
    const next = blocks[at + 1]
    const closes = next === undefined || next.kind === 'heading' || next.kind === 'table' || (next.kind === 'paragraph' && next.align === 'right')
    if (block.kind === 'paragraph' || block.kind === 'line') {
      const plain = text.trim()
      if (block.align === undefined && plain.length >= longestLine && !sentenceEnd.test(plain)) {
        if (closes || /[\p{Script=Han}\d%％]$/u.test(plain)) doubtful.push(finding('sentence-unfinished', plain.slice(-24)))
      }
    }
  }
  return { doubtful, lost }
}
