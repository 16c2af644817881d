// All that is to be said of a report: what the checks find, with what the gate found in its words, in the order of the text.
import { chineseDay } from '../../../../kernel/day.ts'
import { readWrittenDate } from '../../../../kernel/written-date.ts'
import type { ReportText, Reading } from '../read/reading.ts'
import { readReport } from '../read/read-report.ts'
import { cellFindings } from './cells.ts'
import { citations, type CitedTo } from './citations.ts'
import { contradictionFindings } from './contradictions.ts'
import { damage } from './damage.ts'
import { met, metIn, type Finding, type Met } from './finding.ts'
import { announcedItems } from './items.ts'
import { partFindings } from './parts.ts'
import { doubledApproximations, rates } from './rates.ts'
import { textAgainstTable } from './text-against-table.ts'
import { totals } from './totals.ts'

/** Letters in which the detectors of the gate met something: the paragraph by its number, the letters as written. */
export interface WordHit {
  readonly code: 'foreign-unit' | 'date-impossible' | 'date-damaged' | 'number-damaged'
  readonly paragraph: number
  readonly match: string
}

/** A date in the signature that cannot be read without guessing. */
export interface SignatureDoubt {
  readonly written: string
  readonly code: 'date-impossible' | 'date-damaged'
}

export interface CheckedReport {
  readonly reading: Reading
  /** The findings with the letters that they are about. */
  readonly marked: readonly Met[]
  readonly findings: readonly Finding[]
}

const possible = (written: string): string => (readWrittenDate(written)?.candidates ?? []).map(chineseDay).join('或者')

const words = {
  'foreign-unit': (match: string) => `“${match}”是其他单位或者其他部门的文字，疑从别处套用。`,
  'date-impossible': (match: string) => `日期“${match}”不存在。`,
  'date-damaged': (match: string) => `日期“${match}”残缺${possible(match) ? `，可能是${possible(match)}` : ''}。`,
  'number-damaged': (match: string) => `文号“${match}”残缺。`,
} as const

function* ofWords({ paragraphs }: Reading, hits: readonly WordHit[]): Generator<Met> {
  for (const { code, paragraph, match } of hits) {
    const at = paragraphs[paragraph]?.text.indexOf(match) ?? -1
    yield metIn(code, paragraphs, paragraph, [Math.max(0, at), Math.max(0, at) + match.length], {
      message: words[code](match),
      expected: code === 'date-damaged' ? possible(match) : '',
      found: match,
    })
  }
}

const ofSignature = ({ written, code }: SignatureDoubt): Met =>
  met(code, { place: '落款日期', message: words[code](written), expected: possible(written), found: written })

/** The same letters told twice, by two checks, are told once: the check that proposes a reading is kept. */
function once(all: readonly Met[]): Met[] {
  return all.filter((one, at) => {
    const { mark, finding } = one
    if (!mark || !/^(?:date|number)-/.test(finding.code)) return true
    return !all.some(
      (other, place) => other.mark && place !== at && other.mark.paragraph === mark.paragraph && /^(?:date|number)-/.test(other.finding.code) && covers(other.mark, mark) && (other.finding.expected.length > finding.expected.length || (other.finding.expected.length === finding.expected.length && place < at)),
    ) // prettier-ignore
  })
}

const mostOfOneKind = 200

/** Who is told of ten thousand equal faults is told of none. */
const notTooMany = (all: readonly Met[]): Met[] => [...Map.groupBy(all, ({ finding }) => finding.code).values()].flatMap((some) => some.slice(0, mostOfOneKind))

function* tooLong({ paragraphs }: Reading): Generator<Met> {
  for (const [index, { cut, text }] of paragraphs.entries())
    if (cut) yield metIn('not-judged', paragraphs, index, [0, Math.min(20, text.length)], { message: '这一段过长，后面的部分没有核对。' })
}

const covers = (a: { from: number; to: number }, b: { from: number; to: number }): boolean => a.from < b.to && b.from < a.to

export interface Beside {
  readonly hits: (reading: Reading) => readonly WordHit[]
  readonly signature: SignatureDoubt | null
  /** The table that citations are held against. */
  readonly documents: readonly CitedTo[]
}

/** One detector for the report that somebody else wrote and for the one that is being written. */
export function checkReading(reading: Reading, printedForm: Reading['form'], beside: Beside): CheckedReport {
  const found: readonly Met[] = [
    ...cellFindings(reading, printedForm),
    ...partFindings(reading),
    ...textAgainstTable(reading),
    ...totals(reading),
    ...rates(reading),
    ...doubledApproximations(reading),
    ...announcedItems(reading),
    ...contradictionFindings(reading),
    ...damage(reading),
    ...citations(reading, beside.documents),
    ...tooLong(reading),
    ...ofWords(reading, beside.hits(reading)),
  ]
  const signature = beside.signature && !found.some(({ finding }) => finding.found === beside.signature?.written) ? [ofSignature(beside.signature)] : []
  // what concerns a table or the whole comes first, the signature last
  const place = ({ mark, finding }: Met): number => (mark ? mark.paragraph : finding.place === '落款日期' ? reading.paragraphs.length : -1)
  const told = [...once(notTooMany(found)), ...signature].toSorted((a, b) => place(a) - place(b) || (a.mark?.from ?? 0) - (b.mark?.from ?? 0))
  return { reading, marked: told, findings: told.map(({ finding }) => finding) }
}

/** `beside` is what others know to find in the same words: the detectors of the gate, the reader of signatures. */
export function checkReport(text: ReportText, beside: Beside): CheckedReport {
  const { reading, printedForm } = readReport(text)
  return checkReading(reading, printedForm, beside)
}
