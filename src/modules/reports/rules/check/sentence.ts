// The words around a figure: its sentence so far, its clause, and whether they speak of this year and of everything.
import type { Figure } from '../read/figures.ts'
import type { Paragraph } from '../read/reading.ts'

export interface Around {
  /** From the beginning of the sentence to the figure. */
  readonly sentence: string
  /** From the last comma, colon or bracket to the figure. */
  readonly clause: string
  /** What follows figure and unit. */
  readonly after: string
}

const sentenceEnds = /[。！？]/
const clauseEnds = /[。！？，；：、（）]/

function from(text: string, at: number, ends: RegExp): string {
  let start = at
  while (start > 0 && !ends.test(text[start - 1] ?? '')) start -= 1
  return text.slice(start, at)
}

/** A sentence that begins with 其中 goes on with the one before it. */
function sentenceOf(text: string, at: number): string {
  const own = from(text, at, sentenceEnds)
  return own.startsWith('其中') && own.length < at ? from(text, at - own.length - 1, sentenceEnds) + own : own
}

export const aroundOf = ({ text }: Paragraph, { at, end }: Pick<Figure, 'at' | 'end'>): Around => ({
  sentence: sentenceOf(text, at),
  clause: from(text, at, clauseEnds),
  after: text.slice(end, end + 40),
})

/** Figures of another time, of a part of the year, or that tell a change. */
const otherTime = /去年|往年|上年(?!度?结转)|上一年(?!度?结转)|同期|以来累计|累计|上半年|下半年|[一二三四]季度|(?:增加|减少|增长|下降|上升|多|少)了?$/
const compared = /(?:较|比|同比|相比)[^，。；]*$/

/** Whether the clause counts this year's whole. */
export function ofTheYear({ sentence, clause }: Around, year: number | null): boolean {
  if (otherTime.test(clause) || compared.test(clause)) return false
  const years = [...sentence.matchAll(/((?:19|20)\d{2})年/g)].map((found) => Number(found[1]))
  const last = years.at(-1)
  if (last !== undefined && year !== null && last !== year) return false
  // 1至6月 and 截至9月底 count a part of the year
  return !/(?:截至|截止|至)(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?!31)[^，]*$/.test(clause)
}
